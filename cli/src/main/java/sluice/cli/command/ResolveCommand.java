package sluice.cli.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import sluice.CombinationsJson;
import sluice.Sluice;
import sluice.TokenCombinations;
import sluice.TokenValues;
import sluice.TokensCss;
import sluice.TokensJson;
import sluice.cli.terminal.Console;
import sluice.cli.terminal.RunSummary;
import sluice.cli.terminal.TextTable;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.problem.Severity;
import sluice.problem.SluiceException;
import sluice.resolve.ResolvedToken;

/// `sluice resolve`: what every token comes to under the chosen themes.
final class ResolveCommand implements Callable<Integer> {
  /// The values of `--format`.
  enum Format {
    JSON,
    CSS,
    TABLE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Problems of one kind that are shown: more than of a document, since tokens are what the
  /// command is about.
  static final int PROBLEMS_SHOWN_MAX = 20;

  private final Invocation invocation;

  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
  private final TokenOptions tokens = new TokenOptions(spec);
  private final Given<Format> format = CommonOptions.format(spec, Format.JSON);
  private final Given<Boolean> all =
      Given.flag(spec, "Tokens of disabled sets, and remarks on groups, too.", "--all");
  private final Given<Boolean> keepReferences =
      Given.flag(
          spec,
          "With --format css: a value that is one reference stays one, as var(--name).",
          "--keep-references");
  private final Given<String> output = CommonOptions.output(spec);
  private final Given<Boolean> strict =
      Given.flag(spec, "Ends with 1 if a token has no value.", "--strict");

  ResolveCommand(Invocation invocation) {
    this.invocation = invocation;
    spec.usageMessage().description("Shows what every token comes to.");
  }

  /// The command as the parser knows it.
  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    if (!tokens.hasPaths()) {
      throw new SluiceException(
          Problem.of(ProblemCode.OPTION_INVALID, "no tokens are named")
              .advising("name a token file or folder: sluice resolve --tokens PATH"));
    }
    if (keepReferences.value() && format.value() != Format.CSS) {
      throw new SluiceException(
          Problem.of(ProblemCode.OPTION_INVALID, "--keep-references goes with --format css")
              .because("in JSON every token has its value and, as \"raw\", its reference")
              .advising("leave it out, or add --format css"));
    }
    return tokens.wantsEveryCombination() ? everyCombination() : oneCombination();
  }

  private int oneCombination() {
    TokenValues values = Sluice.resolve(tokens.choice());
    List<ResolvedToken> shown = shown(values);
    List<Problem> found = new ArrayList<>();
    deliver(out -> write(values, shown, found, out));
    return summarise(values, shown, found);
  }

  private int everyCombination() {
    TokenCombinations combinations = Sluice.resolveEveryCombination(tokens.everyCombination());
    CombinationReport report = new CombinationReport(combinations, all.value());
    deliver(out -> {
      switch (format.value()) {
        case JSON -> {
          CombinationsJson json = new CombinationsJson(all.value(), out);
          for (TokenValues values : combinations) {
            report.add(values);
            json.add(values);
          }
          json.end();
        }
        case CSS -> {
          TokensCss css = new TokensCss(all.value(), keepReferences.value(), out);
          int standing = combinations.standing();
          add(combinations, standing, css, report);
          for (int i = 0; i < combinations.count(); i++) {
            if (i != standing) {
              add(combinations, i, css, report);
            }
          }
        }
        case TABLE -> {
          CombinationsTable table = new CombinationsTable(combinations.groups(), all.value());
          for (TokenValues values : combinations) {
            report.add(values);
            table.add(values);
          }
          out.write(
              table.render(invocation.console().widthColumns()).getBytes(StandardCharsets.UTF_8));
        }
      }
    });
    return code(report.show(invocation.console()));
  }

  private static void add(
      TokenCombinations combinations, int number, TokensCss css, CombinationReport report)
      throws IOException {
    TokenValues values = combinations.get(number);
    report.add(number, values, css.add(values));
  }

  private List<ResolvedToken> shown(TokenValues values) {
    List<ResolvedToken> shown = new ArrayList<>();
    for (ResolvedToken token : values.resolved().all()) {
      if (all.value() || values.isListed(token)) {
        shown.add(token);
      }
    }
    return shown;
  }

  private void deliver(Console.Product product) {
    ProductPlace.of(output.value(), invocation.stop()).write(product, invocation.console());
  }

  private void write(
      TokenValues values, List<ResolvedToken> shown, List<Problem> found, OutputStream out)
      throws IOException {
    switch (format.value()) {
      case JSON -> TokensJson.write(values, all.value(), out);
      case CSS -> found.addAll(new TokensCss(all.value(), keepReferences.value(), out).add(values));
      case TABLE -> out.write(table(shown).getBytes(StandardCharsets.UTF_8));
    }
  }

  private String table(List<ResolvedToken> shown) {
    TextTable table =
        new TextTable(invocation.console().widthColumns(), "TOKEN", "TYPE", "VALUE", "SET", "");
    for (ResolvedToken token : shown) {
      String type = token.token().type();
      Problem problem = token.problem();
      table.row(
          token.name(),
          type == null ? "" : type,
          ValueText.of(token.value()),
          token.token().set(),
          token.failed() && problem != null ? problem.code().text() : "");
    }
    return table.render();
  }

  private int summarise(TokenValues values, List<ResolvedToken> shown, List<Problem> found) {
    ProblemTally problems = new ProblemTally(PROBLEMS_SHOWN_MAX);
    problems.addAll(values.problems());
    long unresolved = 0;
    for (ResolvedToken token : shown) {
      Problem problem = token.problem();
      if (problem != null) {
        problems.add(problem);
      }
      unresolved += token.failed() ? 1 : 0;
    }
    found.forEach(problems::add);
    Console console = invocation.console();
    new RunSummary(console).showProblems(problems, PROBLEMS_SHOWN_MAX);
    console.say(
        "%,d tokens, %,d without a value; %s"
            .formatted(shown.size(), unresolved, RunSummary.names(values.themeLabels())));
    return code(problems);
  }

  private int code(ProblemTally problems) {
    boolean found = problems.count(Severity.ERROR) + problems.count(Severity.WARNING) > 0;
    return strict.value() && found ? CommandLines.PROBLEMS_FOUND : CommandLines.DONE;
  }
}

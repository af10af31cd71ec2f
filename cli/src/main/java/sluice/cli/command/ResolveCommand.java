package sluice.cli.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sluice.CombinationsJson;
import sluice.Sluice;
import sluice.TokenCombinations;
import sluice.TokenValues;
import sluice.TokensJson;
import sluice.cli.terminal.Console;
import sluice.cli.terminal.RunSummary;
import sluice.cli.terminal.TextTable;
import sluice.emit.OutputFile;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.problem.Severity;
import sluice.problem.SluiceException;
import sluice.resolve.ResolvedToken;

/// `sluice resolve`: what every token comes to under the chosen themes.
@Command(
    name = "resolve",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Shows what every token comes to.")
final class ResolveCommand implements Callable<Integer> {
  /// The values of `--format`.
  enum Format {
    JSON,
    TABLE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Problems of one kind that are shown: more than of a document, since tokens are what the
  /// command is about.
  static final int PROBLEMS_SHOWN_MAX = 20;

  private static final int BUFFER_SIZE_BYTES = 64 * 1024;

  private final Invocation invocation;

  @Mixin private TokenOptions tokens = new TokenOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.JSON;

  @Option(names = "--all", description = "Tokens of disabled sets, and remarks on groups, too.")
  private boolean all;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "The file to write; - for standard output. Default: ${DEFAULT-VALUE}.")
  private String output = "-";

  @Option(names = "--strict", description = "Ends with 1 if a token has no value.")
  private boolean strict;

  ResolveCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if (!tokens.hasPaths()) {
      throw new SluiceException(
          Problem.of(ProblemCode.OPTION_INVALID, "no tokens are named")
              .advising("name a token file or folder: sluice resolve --tokens PATH"));
    }
    return tokens.wantsEveryCombination() ? everyCombination() : oneCombination();
  }

  private int oneCombination() {
    TokenValues values = Sluice.resolve(tokens.choice());
    List<ResolvedToken> shown = shown(values);
    deliver(out -> write(values, shown, out));
    return summarise(values, shown);
  }

  private int everyCombination() {
    TokenCombinations combinations = Sluice.resolveEveryCombination(tokens.everyCombination());
    CombinationReport report = new CombinationReport(combinations, all);
    deliver(out -> {
      switch (format) {
        case JSON -> {
          CombinationsJson json = new CombinationsJson(all, out);
          for (TokenValues values : combinations) {
            report.add(values);
            json.add(values);
          }
          json.end();
        }
        case TABLE -> {
          CombinationsTable table = new CombinationsTable(combinations.groups(), all);
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

  private List<ResolvedToken> shown(TokenValues values) {
    List<ResolvedToken> shown = new ArrayList<>();
    for (ResolvedToken token : values.resolved().all()) {
      if (all || values.isListed(token)) {
        shown.add(token);
      }
    }
    return shown;
  }

  /// Writes the product, whole or not at all.
  private void deliver(Console.Product product) {
    ProductPlace place = ProductPlace.of(output, invocation.stop());
    try (OutputFile target = OutputFile.at(place.file())) {
      try {
        // Flushed, not closed: the channel belongs to the file.
        OutputStream out =
            new BufferedOutputStream(Channels.newOutputStream(target.channel()), BUFFER_SIZE_BYTES);
        product.writeTo(out);
        out.flush();
      } catch (IOException e) {
        throw OutputFile.unwritable(place.file(), e);
      }
      target.commit();
    }
    place.deliver(invocation.console());
  }

  private void write(TokenValues values, List<ResolvedToken> shown, OutputStream out)
      throws IOException {
    switch (format) {
      case JSON -> TokensJson.write(values, all, out);
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

  private int summarise(TokenValues values, List<ResolvedToken> shown) {
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
    Console console = invocation.console();
    new RunSummary(console).showProblems(problems, PROBLEMS_SHOWN_MAX);
    console
        .talk()
        .printf(
            "%,d tokens, %,d without a value; %s%n",
            shown.size(), unresolved, RunSummary.names(values.themeLabels()));
    return code(problems);
  }

  private int code(ProblemTally problems) {
    boolean found = problems.count(Severity.ERROR) + problems.count(Severity.WARNING) > 0;
    return strict && found ? CommandLines.PROBLEMS_FOUND : CommandLines.DONE;
  }
}

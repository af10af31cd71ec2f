package sluice.cli.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sluice.Sluice;
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

  private final Invocation invocation;

  @Mixin private TokenOptions tokens = new TokenOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.JSON;

  @Option(names = "--all", description = "Tokens of disabled sets too.")
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
    TokenValues values = Sluice.resolve(tokens.choice());
    List<ResolvedToken> shown = shown(values);
    ProductPlace place = ProductPlace.of(output, invocation.stop());
    writeFile(values, shown, place.file());
    place.deliver(invocation.console());
    return summarise(values, shown);
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

  private void writeFile(TokenValues values, List<ResolvedToken> shown, Path file) {
    try (OutputFile target = OutputFile.at(file)) {
      try {
        write(values, shown, Channels.newOutputStream(target.channel()));
      } catch (IOException e) {
        throw OutputFile.unwritable(file, e);
      }
      target.commit();
    }
  }

  private void write(TokenValues values, List<ResolvedToken> shown, OutputStream out)
      throws IOException {
    // Flushed, not closed: the stream belongs to the caller.
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    switch (format) {
      case JSON -> TokensJson.write(values, all, writer);
      case TABLE -> writer.write(table(shown));
    }
    writer.flush();
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
    ProblemTally problems = new ProblemTally();
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
    new RunSummary(console).showProblems(problems);
    console
        .talk()
        .printf(
            "%,d tokens, %,d without a value; %s%n",
            shown.size(), unresolved, RunSummary.names(values.themeLabels()));
    boolean found = problems.count(Severity.ERROR) + problems.count(Severity.WARNING) > 0;
    return strict && found ? CommandLines.PROBLEMS_FOUND : CommandLines.DONE;
  }
}

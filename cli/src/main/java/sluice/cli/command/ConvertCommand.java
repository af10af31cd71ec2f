package sluice.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import sluice.Sluice;
import sluice.cli.terminal.Console;
import sluice.cli.terminal.RunSummary;
import sluice.convert.Conversion;
import sluice.convert.ConvertedFile;
import sluice.emit.OutputFolder;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.problem.Severity;
import sluice.problem.SluiceException;

/// `sluice convert`: a document, or tokens, in another form.
final class ConvertCommand implements Callable<Integer> {
  /// The values of `--to`.
  enum Form {
    NDJSON,
    DTCG,
    TOKENS_STUDIO;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Invocation invocation;
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
  private final Given<String> document = new Given<>((String) null);
  private final Given<List<Path>> tokens =
      Given.repeatable(
          spec,
          Path.class,
          "",
          "PATH",
          "A token file or a folder of them; may be given again, later ones win.",
          "--tokens");
  private final Given<Form> form =
      Given.withDefault(
          spec,
          Form.class,
          Form.NDJSON,
          "FORM",
          "${COMPLETION-CANDIDATES}: each shape of a .penpot archive as a line of JSON; token files"
              + " and a resolver document; a folder with a file for each set. Default:"
              + " ${DEFAULT-VALUE}.",
          "--to");
  private final Given<String> output =
      Given.withDefault(
          spec,
          String.class,
          "-",
          "OUT",
          "The file to write, - for standard output; of tokens the folder. Default:"
              + " ${DEFAULT-VALUE}.",
          "-o",
          "--output");
  private final Given<Boolean> strict =
      Given.flag(spec, "Ends with 1 if something cannot be said in the other form.", "--strict");

  ConvertCommand(Invocation invocation) {
    this.invocation = invocation;
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("0..1")
            .required(false)
            .type(String.class)
            .paramLabel("DOCUMENT")
            .description("A .penpot archive, for ndjson.")
            .getter(document)
            .setter(document)
            .build());
    spec.usageMessage().description("Writes a document, or tokens, in another form.");
  }

  /// The command as the parser knows it.
  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    return switch (form.value()) {
      case NDJSON -> lines();
      case DTCG -> convert(Conversion.Target.DTCG);
      case TOKENS_STUDIO -> convert(Conversion.Target.TOKENS_STUDIO);
    };
  }

  private static SluiceException refused(String what, String help) {
    return new SluiceException(Problem.of(ProblemCode.OPTION_INVALID, what).advising(help));
  }

  private int lines() {
    @Nullable String archive = document.orNull();
    if (archive == null || !tokens.value().isEmpty()) {
      throw refused(
          "--to ndjson takes a document and no tokens",
          "name a .penpot archive; or say what tokens become: --to dtcg, --to tokens-studio");
    }
    long[] count = new long[1];
    ProductPlace.of(output.value(), invocation.stop())
        .write(
            out -> count[0] = Sluice.listShapes(Path.of(archive), archive, out),
            invocation.console());
    invocation.console().say("%,d shapes".formatted(count[0]));
    return CommandLines.DONE;
  }

  private int convert(Conversion.Target target) {
    if (document.orNull() != null || tokens.value().isEmpty()) {
      throw refused(
          "--to %s takes tokens and no document".formatted(form.value()),
          "name a token file or folder: --tokens PATH");
    }
    if (output.value().equals("-")) {
      throw refused("tokens are several files", "name a folder that is not there yet: -o DIR");
    }
    ProblemTally problems = new ProblemTally(ResolveCommand.PROBLEMS_SHOWN_MAX);
    Conversion conversion;
    try (OutputFolder folder = OutputFolder.at(Path.of(output.value()))) {
      conversion = Sluice.convertTokens(tokens.value(), target, problems);
      for (ConvertedFile file : conversion.files()) {
        folder.write(file.path(), file.text());
      }
      folder.commit();
    }
    conversion.problems().forEach(problems::add);
    Console console = invocation.console();
    new RunSummary(console).showProblems(problems, ResolveCommand.PROBLEMS_SHOWN_MAX);
    console.say(
        "%,d tokens in %,d files: %s; problems %s"
            .formatted(
                conversion.tokens(),
                conversion.files().size(),
                output.value(),
                RunSummary.counted(problems)));
    boolean found = problems.count(Severity.ERROR) + problems.count(Severity.WARNING) > 0;
    return strict.value() && found ? CommandLines.PROBLEMS_FOUND : CommandLines.DONE;
  }
}

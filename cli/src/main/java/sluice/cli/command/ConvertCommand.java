package sluice.cli.command;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import sluice.Sluice;

/// `sluice convert`: a document in another form.
final class ConvertCommand implements Callable<Integer> {
  /// The values of `--to`.
  enum Form {
    NDJSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Invocation invocation;
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
  private final Given<String> document = new Given<>("");
  private final Given<Form> form =
      Given.withDefault(
          spec,
          Form.class,
          Form.NDJSON,
          "FORM",
          "${COMPLETION-CANDIDATES}: each shape of a .penpot archive as a line of JSON. Default:"
              + " ${DEFAULT-VALUE}.",
          "--to");
  private final Given<String> output =
      Given.withDefault(
          spec,
          String.class,
          "-",
          "OUT",
          "The file to write; - for standard output. Default: ${DEFAULT-VALUE}.",
          "-o",
          "--output");

  ConvertCommand(Invocation invocation) {
    this.invocation = invocation;
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .required(true)
            .type(String.class)
            .paramLabel("DOCUMENT")
            .description("A .penpot archive.")
            .getter(document)
            .setter(document)
            .build());
    spec.usageMessage().description("Writes a document in another form, for other tools.");
  }

  /// The command as the parser knows it.
  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    long count =
        switch (form.value()) {
          case NDJSON -> lines();
        };
    invocation.console().talk().printf("%,d shapes%n", count);
    return CommandLines.DONE;
  }

  private long lines() {
    long[] count = new long[1];
    ProductPlace.of(output.value(), invocation.stop())
        .write(
            out -> count[0] = Sluice.listShapes(Path.of(document.value()), document.value(), out),
            invocation.console());
    return count[0];
  }
}

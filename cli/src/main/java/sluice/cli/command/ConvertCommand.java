package sluice.cli.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import sluice.Sluice;
import sluice.emit.OutputFile;

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

  private static final int BUFFER_SIZE_BYTES = 64 * 1024;

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

  /// Writes the lines, whole or not at all.
  private long lines() {
    ProductPlace place = ProductPlace.of(output.value(), invocation.stop());
    long count;
    try (OutputFile target = OutputFile.at(place.file())) {
      try {
        // Flushed, not closed: the channel belongs to the file.
        OutputStream out =
            new BufferedOutputStream(Channels.newOutputStream(target.channel()), BUFFER_SIZE_BYTES);
        count = Sluice.listShapes(Path.of(document.value()), document.value(), out);
        out.flush();
      } catch (IOException e) {
        throw OutputFile.unwritable(place.file(), e);
      }
      target.commit();
    }
    place.deliver(invocation.console());
    return count;
  }
}

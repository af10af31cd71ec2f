package sluice.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import sluice.RevertReport;
import sluice.RevertRequest;
import sluice.Sluice;
import sluice.pipeline.CancelToken;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// `sluice revert`: a document as it was before `sluice apply`.
final class RevertCommand implements Callable<Integer> {
  private final Invocation invocation;
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
  private final Given<String> document = new Given<>("");
  private final Given<String> changes = new Given<>(null);
  private final Given<String> output = new Given<>(null);
  private final Given<Boolean> inPlace = new Given<>(false);

  RevertCommand(Invocation invocation) {
    this.invocation = invocation;
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .required(true)
            .type(String.class)
            .paramLabel("DOCUMENT")
            .description("What sluice apply wrote; - for standard input.")
            .getter(document)
            .setter(document)
            .build());
    spec.addOption(
        changes
            .described(
                String.class,
                "FILE",
                "The change set that sluice apply --changes wrote with it.",
                "--changes")
            .required(true)
            .build());
    spec.addArgGroup(
        ArgGroupSpec.builder()
            .exclusive(true)
            .addArg(
                output
                    .described(
                        String.class,
                        "OUT",
                        "The file to write; - for standard output.",
                        "-o",
                        "--output")
                    .build())
            .addArg(inPlace.flag("Replaces the input, whole or not at all.", "--in-place"))
            .build());
    spec.usageMessage()
        .description(
            "Takes a run of sluice apply back: the document is byte for byte what it was before.",
            "")
        .footer(
            "",
            "Refuses, and writes nothing, if the document has changed since. Without -o or --in-place"
                + " the output is NAME.reverted.EXT beside the input.");
  }

  /// The command as the parser knows it.
  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    boolean fromStream = document.value().equals(StandardInput.NAME);
    if (document.value().isEmpty()) {
      throw invalid("DOCUMENT is empty", "give a file, or - for standard input");
    }
    if (fromStream && inPlace.value()) {
      throw invalid("standard input cannot be replaced", "give -o OUT instead of --in-place");
    }
    String named = output.orNull() == null && fromStream ? StandardInput.NAME : output.orNull();
    ProductPlace place = named == null ? null : ProductPlace.of(named, invocation.stop());
    Path file = fromStream ? StandardInput.spool(invocation) : Path.of(document.value());
    RevertRequest request =
        Sluice.revert(file, Path.of(changes.value()))
            .documentName(fromStream ? StandardInput.SHOWN : document.value());
    if (inPlace.value()) {
      request.inPlace();
    } else if (place != null) {
      request.output(place.file());
    }
    CancelToken cancel = new CancelToken();
    invocation.stop().watch(cancel);
    RevertReport report = request.run(cancel);
    if (place != null) {
      invocation.stop().delivering();
      place.deliver(invocation.console());
    }
    tell(report, place);
    return CommandLines.DONE;
  }

  private void tell(RevertReport report, @Nullable ProductPlace place) {
    invocation
        .console()
        .say(
            "%,d values of %,d nodes are as before: %s"
                .formatted(
                    report.changes(),
                    report.nodes(),
                    place == null ? report.output().toString() : place.name()));
  }

  private static SluiceException invalid(String what, String help) {
    return new SluiceException(Problem.of(ProblemCode.OPTION_INVALID, what).advising(help));
  }
}

package sluice.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import sluice.RemapReport;
import sluice.RemapRequest;
import sluice.Sluice;
import sluice.cli.terminal.Console;
import sluice.pipeline.CancelToken;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.remap.NameMap;

/// `sluice remap`: tokens under other names, where they are applied and in their library.
final class RemapCommand implements Callable<Integer> {
  private final Invocation invocation;
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
  private final Given<List<String>> documents = new Given<>(new ArrayList<>());
  private final Given<List<String>> map =
      Given.repeatable(
          spec,
          String.class,
          "",
          "OLD=NEW|FILE",
          "What becomes what: a mapping, or a file with one on each line or with a JSON object. May"
              + " be given again. All apply at once.",
          "--map");
  private final Given<Boolean> regex =
      Given.flag(
          spec,
          "OLD is a regular expression for whole names, NEW may have $1 for its groups.",
          "--regex");
  private final Given<List<Path>> tokens =
      Given.repeatable(
          spec,
          Path.class,
          "",
          "PATH",
          "The library that new names have to be in: a token file or folder. May be given again. Left"
              + " out: the library in each document.",
          "--tokens");
  private final Given<Boolean> renameTokens =
      Given.flag(
          spec,
          "Renames in the library too: in the files of --tokens, and in the libraries inside .penpot"
              + " archives.",
          "--rename-tokens");
  private final ApplyCommand.Destination destination = new ApplyCommand.Destination(spec);

  RemapCommand(Invocation invocation) {
    this.invocation = invocation;
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0..*")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .paramLabel("DOCUMENT")
            .description("Figma REST file JSON or .penpot archives; - for standard input.")
            .getter(documents)
            .setter(documents)
            .build());
    spec.usageMessage()
        .description("Gives applied tokens other names; every other byte stays as it is.", "")
        .footer(
            "",
            "Without -o, --in-place or --dry-run the outputs are NAME.remapped.EXT beside the inputs;"
                + " with several inputs OUT is a folder.");
  }

  /// The command as the parser knows it.
  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    List<NameMap.Mapping> mappings = NameMappings.of(map.value());
    RemapRequest request =
        Sluice.remap(regex.value() ? NameMap.ofPatterns(mappings) : NameMap.ofNames(mappings))
            .tokens(tokens.value().toArray(Path[]::new))
            .renameTokens(renameTokens.value());
    ProductPlace place = direct(request);
    CancelToken cancel = new CancelToken();
    invocation.stop().watch(cancel);
    RemapReport report = request.run(cancel);
    if (place != null) {
      invocation.stop().delivering();
      place.deliver(invocation.console());
    }
    tell(report, place);
    return CommandLines.DONE;
  }

  /// Says what is read and where results go.
  ///
  /// @return where the only result goes, or null when that is told by the request alone
  private @Nullable ProductPlace direct(RemapRequest request) {
    List<String> given = documents.value();
    boolean fromStream = given.contains(StandardInput.NAME);
    String output = destination.output();
    if (destination.inPlace()) {
      if (fromStream) {
        throw invalid("standard input cannot be replaced", "give -o OUT instead of --in-place");
      }
      request.inPlace();
    } else if (destination.dryRun()) {
      request.dryRun();
    }
    boolean writes = !destination.inPlace() && !destination.dryRun();
    boolean only = given.size() == 1 && !renameTokens.value();
    ProductPlace place = null;
    if (writes && only && (output != null || fromStream)) {
      place = ProductPlace.of(output == null ? StandardInput.NAME : output, invocation.stop());
      request.output(place.file());
    } else if (writes && fromStream && output == null) {
      throw invalid("there is no place beside standard input", "give -o OUT");
    } else if (output != null) {
      if (output.equals(StandardInput.NAME)) {
        throw invalid("several results cannot go to standard output", "give a folder with -o");
      }
      request.output(Path.of(output));
    }
    for (String document : given) {
      if (document.isEmpty()) {
        throw invalid("DOCUMENT is empty", "give a file, or - for standard input");
      }
      boolean stream = document.equals(StandardInput.NAME);
      request.document(
          stream ? StandardInput.spool(invocation) : Path.of(document),
          stream ? StandardInput.SHOWN : document);
    }
    return place;
  }

  private void tell(RemapReport report, @Nullable ProductPlace place) {
    Console console = invocation.console();
    long inTokens = 0;
    for (NameMap.Use use : report.uses()) {
      String mapping = use.mapping().from() + " -> " + use.mapping().to();
      inTokens += use.inTokens();
      if (use.applied() + use.inTokens() == 0) {
        console.say(mapping + ": not used");
      } else {
        console.say(
            "%s: %,d applied%s"
                .formatted(
                    mapping,
                    use.applied(),
                    renameTokens.value()
                        ? ", %,d in token libraries".formatted(use.inTokens())
                        : ""));
      }
    }
    if (report.alreadyThere() > 0) {
      console.say(
          "%,d places had a new name before; the mappings turned round would rename them too"
              .formatted(report.alreadyThere()));
    }
    console.say(
        "%,d applied%s renamed in %,d files: %s"
            .formatted(
                report.places(),
                renameTokens.value() ? " and %,d in token libraries".formatted(inTokens) : "",
                report.changed(),
                where(report, place)));
  }

  private String where(RemapReport report, @Nullable ProductPlace place) {
    if (destination.dryRun()) {
      return "nothing written, --dry-run";
    }
    if (place != null) {
      return place.name();
    }
    return report.outputs().size() == 1
        ? report.outputs().getFirst().toString()
        : "%,d written".formatted(report.outputs().size());
  }

  private static SluiceException invalid(String what, String help) {
    return new SluiceException(Problem.of(ProblemCode.OPTION_INVALID, what).advising(help));
  }
}

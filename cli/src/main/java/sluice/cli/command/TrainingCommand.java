package sluice.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/// `sluice training`, not listed: what Java watches when it makes the cache for faster starts. The
/// demo and a report of it, and a small library of DTCG, so that all are at hand.
final class TrainingCommand implements Callable<Integer> {
  private static final String LIBRARY = "brand.resolver.json";

  private final Invocation invocation;
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
  private final Given<Path> dir =
      Given.withDefault(
          spec, Path.class, Path.of("sluice-training"), "DIR", "Where the files go.", "--dir");

  TrainingCommand(Invocation invocation) {
    this.invocation = invocation;
    spec.usageMessage().hidden(true).description("Does a little of everything.");
  }

  /// The command as the parser knows it.
  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    String folder = dir.value().toString();
    int code = CommandLines.run(invocation, "demo", "--dir", folder);
    code +=
        CommandLines.run(
            invocation,
            "apply",
            dir.value().resolve("checkout.json").toString(),
            "--tokens=" + dir.value().resolve("tokens.json"),
            "--theme=mode/dark",
            "--dry-run",
            "--report=" + dir.value().resolve("report.html"));
    String library = library().toString();
    for (String format : new String[] {"json", "css"}) {
      String output = dir.value().resolve("brand." + format).toString();
      code +=
          CommandLines.run(
              invocation,
              "resolve",
              "--tokens=" + library,
              "--theme=*",
              "--format=" + format,
              "-o",
              output);
    }
    return code == CommandLines.DONE ? CommandLines.DONE : CommandLines.COULD_NOT_RUN;
  }

  private Path library() {
    Path place = dir.value().resolve(LIBRARY);
    String resource = "/sluice/cli/training/" + LIBRARY;
    try (InputStream in = TrainingCommand.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the build left out " + resource);
      }
      Files.write(place, in.readAllBytes());
      return place;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

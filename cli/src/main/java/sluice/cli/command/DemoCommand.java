package sluice.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import sluice.Run;
import sluice.RunReport;
import sluice.Sluice;
import sluice.cli.terminal.Console;
import sluice.cli.terminal.RunSummary;
import sluice.emit.OutputFile;

/// `sluice demo`: a small document and a token library, and what applying a theme does to them.
final class DemoCommand implements Callable<Integer> {
  private static final String DOCUMENT = "checkout.json";
  private static final String TOKENS = "tokens.json";
  private static final String THEME = "mode/dark";
  private static final int ROWS_MAX = 24;

  private final Invocation invocation;

  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
  private final Given<Path> givenDir =
      Given.withDefault(
          spec,
          Path.class,
          Path.of("sluice-demo"),
          "DIR",
          "Where the files go. Default: ${DEFAULT-VALUE}.",
          "--dir");

  DemoCommand(Invocation invocation) {
    this.invocation = invocation;
    spec.usageMessage()
        .description(
            "Writes a sample document and a token library, applies the dark theme, and shows what"
                + " changed.");
  }

  /// The command as the parser knows it.
  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() throws InterruptedException {
    Path dir = givenDir.value();
    try {
      Files.createDirectories(dir);
    } catch (IOException e) {
      throw OutputFile.unwritable(dir, e);
    }
    Path document = copy(DOCUMENT, dir);
    Path tokens = copy(TOKENS, dir);
    Path output = dir.resolve("checkout.dark.json");
    Path changes = dir.resolve("changes.ndjson");
    Run run =
        Sluice.apply(document).tokens(tokens).theme(THEME).output(output).changes(changes).start();
    invocation.stop().watch(run);
    RunReport report = run.await();
    Console console = invocation.console();
    new RunSummary(console).show(report, output.toString());
    console.talk().println();
    String shown = page(console, changes, document, tokens);
    console.print(out -> out.write(shown.getBytes(StandardCharsets.UTF_8)));
    return CommandLines.DONE;
  }

  private static Path copy(String name, Path dir) {
    Path place = dir.resolve(name);
    String resource = "/sluice/cli/demo/" + name;
    try (InputStream in = DemoCommand.class.getResourceAsStream(resource);
        OutputFile file = OutputFile.at(place)) {
      if (in == null) {
        throw new IllegalStateException("the build left out " + resource);
      }
      try {
        in.transferTo(Channels.newOutputStream(file.channel()));
      } catch (IOException e) {
        throw OutputFile.unwritable(place, e);
      }
      file.commit();
      return place;
    } catch (IOException e) {
      throw OutputFile.unwritable(place, e);
    }
  }

  private static String page(Console console, Path changes, Path document, Path tokens) {
    String command = console.command();
    return """
    What the theme %1$s changed:

    %2$s
    Try next:
      %3$s apply %4$s --tokens %5$s --theme mode/light --dry-run
      %3$s resolve --tokens %5$s --theme mode/dark --format table
      %3$s apply --help
    """
        .formatted(
            THEME,
            ChangeTable.of(changes, console.widthColumns(), ROWS_MAX),
            command,
            document,
            tokens);
  }
}

package sluice.cli.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import sluice.cli.terminal.Console;
import sluice.cli.terminal.ProgressMode;
import sluice.emit.OutputFile;
import sluice.fetch.Fetched;
import sluice.fetch.FileKey;
import sluice.pipeline.CancelToken;

/// `sluice fetch`: a Figma file as a document on disk.
final class FetchCommand implements Callable<Integer> {
  private static final int BUFFER_SIZE_BYTES = 64 * 1024;

  private final Invocation invocation;
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
  private final Given<String> file = new Given<>("");
  private final Given<String> output =
      Given.optional(
          spec,
          String.class,
          "OUT",
          "The file to write, compressed if its name ends with .gz; - for standard output. Left out:"
              + " FILEKEY.json.",
          "-o",
          "--output");
  private final FetchOptions options = new FetchOptions(spec);
  private final Given<ProgressMode> progress =
      CommonOptions.oneOf(spec, ProgressMode.AUTO, "HOW", "--progress");

  FetchCommand(Invocation invocation) {
    this.invocation = invocation;
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .required(true)
            .type(String.class)
            .paramLabel("FILEKEY")
            .description("The key of a Figma file or branch, or its address in the browser.")
            .getter(file)
            .setter(file)
            .build());
    spec.usageMessage()
        .description("Downloads a Figma file with the plugin data that \"sluice apply\" needs.", "")
        .footer(
            "",
            "The token is taken from FIGMA_TOKEN (a personal access token with the scope"
                + " file_content:read), or FIGMA_OAUTH_TOKEN. A file that has not changed since it"
                + " was fetched last is not downloaded again.");
  }

  /// The command as the parser knows it.
  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    FileKey key = FileKey.parse(file.value());
    String given = output.orNull();
    String named = given == null ? key.text() + ".json" : given;
    ProductPlace place = ProductPlace.of(named, invocation.stop());
    Path folder = invocation.stop().newFolder();
    Path document = folder.resolve("document.json");
    CancelToken cancel = new CancelToken();
    invocation.stop().watch(cancel);
    Fetched fetched;
    try (OutputFile target = OutputFile.at(place.file())) {
      fetched =
          new RemoteDocument(invocation, options, progress.value())
              .fetch(key, document, folder, cancel);
      write(document, named.endsWith(".gz"), target, cancel);
      target.finish();
      cancel.end();
      target.commit();
    }
    invocation.stop().delivering();
    place.deliver(invocation.console());
    summarise(key, fetched, place.name());
    return CommandLines.DONE;
  }

  private static void write(Path document, boolean packed, OutputFile target, CancelToken cancel) {
    try (CancelToken.Watch _ = cancel.interruptsThisThread()) {
      // Not closed: the channel belongs to the file.
      OutputStream out = Channels.newOutputStream(target.channel());
      if (packed) {
        GZIPOutputStream zipped = new GZIPOutputStream(out, BUFFER_SIZE_BYTES);
        Files.copy(document, zipped);
        zipped.finish();
      } else {
        Files.copy(document, out);
      }
    } catch (IOException e) {
      cancel.check();
      throw OutputFile.unwritable(target.place(), e);
    }
  }

  private void summarise(FileKey key, Fetched fetched, String output) {
    Console console = invocation.console();
    console.say(
        "document  %s \"%s\", version %s".formatted(key, fetched.name(), fetched.version()));
    console.say("output    " + output);
    console.say("source    " + source(fetched));
  }

  private static String source(Fetched fetched) {
    if (fetched.fromCache()) {
      return "an earlier fetch; the file has not changed since";
    }
    String received = "%,d bytes received".formatted(fetched.receivedBytes());
    return fetched.parts() == 0 ? received : received + ", %,d pages".formatted(fetched.parts());
  }
}

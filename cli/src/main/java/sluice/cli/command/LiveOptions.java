package sluice.cli.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import sluice.TokenChoice;
import sluice.pipeline.CancelToken;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.server.LiveServer;
import sluice.server.LiveSettings;
import sluice.server.StateFolder;

/// The options of commands that serve the plugin.
final class LiveOptions {
  private static final int PORT_MAX = 65_535;

  private final Given<Integer> port;
  private final Given<Path> state;

  LiveOptions(CommandSpec command) {
    port =
        Given.withDefault(
            command,
            Integer.class,
            LiveSettings.PORT,
            "N",
            "The port to listen at; the plugin may use 7777, 7778 and 7779. 0 for any. Default:"
                + " ${DEFAULT-VALUE}.",
            "--port");
    state =
        Given.optional(
            command,
            Path.class,
            "DIR",
            "Where runs are kept, so that they can go on and be taken back. Left out: the folder"
                + " the system has for what programs remember.",
            "--state");
  }

  /// The folder for runs.
  ///
  /// @throws SluiceException `option-invalid` when there is none
  Path state(Map<String, String> environment) {
    Path given = state.orNull();
    if (given != null) {
      return given;
    }
    return StateFolder.of(environment)
        .orElseThrow(() ->
            new SluiceException(
                Problem.of(ProblemCode.OPTION_INVALID, "there is no place for runs")
                    .because("neither XDG_STATE_HOME nor a home folder is set")
                    .advising("name a folder with --state")));
  }

  /// How to start a server.
  ///
  /// @param tokens null for one that only takes runs back
  ///
  /// @throws SluiceException `option-invalid`
  LiveSettings settings(@Nullable TokenChoice tokens, Map<String, String> environment)
      throws Exception {
    int number = port.value();
    if (number < 0 || number > PORT_MAX) {
      throw new SluiceException(
          Problem.of(ProblemCode.OPTION_INVALID, "--port is no port")
              .because(number + " was given")
              .advising("give a number from 1 to 65535, or 0 for any port that is free"));
    }
    String version = new Version().getVersion()[0].replace("sluice ", "");
    return new LiveSettings(tokens, number, state(environment), version);
  }

  /// Says where the plugin finds the server.
  static void tellPlace(PrintStream talk, LiveServer server) {
    talk.println("serving       http://localhost:" + server.port());
    talk.println("pairing code  " + server.pairingCode());
  }

  /// Waits until the command is told to stop.
  static void untilStopped(CancelToken cancel) throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    try (CancelToken.Watch _ = cancel.watch(stopped::countDown)) {
      stopped.await();
    }
  }
}

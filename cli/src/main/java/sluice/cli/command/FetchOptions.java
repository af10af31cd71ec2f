package sluice.cli.command;

import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import sluice.fetch.FetchSettings;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// How files are fetched from Figma: `--refresh`, `--max-wait`.
final class FetchOptions {
  private static final int WAIT_SECONDS_MAX = 7 * 24 * 3_600;

  private final Given<Boolean> refresh;
  private final Given<Integer> waitMaxSeconds;

  FetchOptions(CommandSpec command) {
    refresh =
        Given.flag(
            command,
            "Fetches the file from Figma even if it is at hand from an earlier fetch.",
            "--refresh");
    waitMaxSeconds =
        Given.withDefault(
            command,
            Integer.class,
            FetchSettings.WAIT_MAX_SECONDS,
            "SECONDS",
            "How long Figma's rate limit may make one request wait. Default: ${DEFAULT-VALUE}.",
            "--max-wait");
  }

  /// Whether an earlier fetch does not count.
  boolean refresh() {
    return refresh.value();
  }

  /// @throws SluiceException `option-invalid` when it is negative or more than a week
  FetchSettings settings() {
    int seconds = waitMaxSeconds.value();
    if (seconds < 0 || seconds > WAIT_SECONDS_MAX) {
      throw new SluiceException(
          Problem.of(ProblemCode.OPTION_INVALID, "--max-wait is " + seconds)
              .because("it must be from 0 to 604,800 seconds, which is a week"));
    }
    return FetchSettings.DEFAULT.waitMax(Duration.ofSeconds(seconds));
  }
}

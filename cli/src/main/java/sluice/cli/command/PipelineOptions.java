package sluice.cli.command;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import sluice.ApplyRequest;
import sluice.pipeline.LookUps;
import sluice.pipeline.Mode;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// The options of how much may be under way at once. None of them changes the result.
final class PipelineOptions {
  /// The values of `--mode`.
  enum Choice {
    /// By the number of nodes.
    AUTO,
    DIRECT,
    BATCHING,
    STREAMING;

    @Nullable Mode mode() {
      return switch (this) {
        case AUTO -> null;
        case DIRECT -> Mode.DIRECT;
        case BATCHING -> Mode.BATCHING;
        case STREAMING -> Mode.STREAMING;
      };
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final int IN_FLIGHT_MAX = 1_000;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description =
          "${COMPLETION-CANDIDATES}: how much memory is used for speed; the result is the same."
              + " Default: ${DEFAULT-VALUE}, by the number of nodes.")
  private Choice mode = Choice.AUTO;

  @Option(
      names = "--chunk-size",
      paramLabel = "N",
      description = "Nodes that travel together, at most the queue limit. Default: 1000.")
  private @Nullable Integer chunkSize;

  @Option(
      names = "--queue-limit",
      paramLabel = "N",
      description = "Nodes that may wait for a worker; then the reader waits. Default: 1000.")
  private @Nullable Integer queueLimit;

  @Option(
      names = "--in-flight",
      paramLabel = "N",
      description = "Look-ups under way at once, such as for fonts. Default: 30.")
  private @Nullable Integer inFlight;

  /// Puts the options into a request.
  ///
  /// @throws SluiceException `option-invalid` when a number is out of its range
  void set(ApplyRequest request) {
    Mode wanted = mode.mode();
    if (wanted != null) {
      request.mode(wanted);
    }
    if (chunkSize != null) {
      request.chunkSize(within("--chunk-size", chunkSize, ApplyRequest.LIMIT_NODES_MAX));
    }
    if (inFlight != null) {
      request.lookUps(
          LookUps.Settings.DEFAULT.withInFlightMax(within("--in-flight", inFlight, IN_FLIGHT_MAX)));
    }
    if (queueLimit != null) {
      request.queueLimit(within("--queue-limit", queueLimit, ApplyRequest.LIMIT_NODES_MAX));
    }
  }

  private static int within(String option, int value, int max) {
    if (value < 1 || value > max) {
      throw new SluiceException(
          Problem.of(ProblemCode.OPTION_INVALID, option + " " + value + " is out of range")
              .advising(String.format(Locale.ROOT, "give a number from 1 to %,d", max)));
    }
    return value;
  }
}

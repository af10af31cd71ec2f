package sluice.cli.command;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
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

  private final Given<Choice> mode;
  private final Given<Integer> chunkSize;
  private final Given<Integer> queueLimit;
  private final Given<Integer> inFlight;

  PipelineOptions(CommandSpec command) {
    mode =
        Given.withDefault(
            command,
            Choice.class,
            Choice.AUTO,
            "MODE",
            "${COMPLETION-CANDIDATES}: how much memory is used for speed; the result is the same."
                + " Default: ${DEFAULT-VALUE}, by the number of nodes.",
            "--mode");
    chunkSize =
        Given.optional(
            command,
            Integer.class,
            "N",
            "Nodes that travel together, at most the queue limit. Default: 1000.",
            "--chunk-size");
    queueLimit =
        Given.optional(
            command,
            Integer.class,
            "N",
            "Nodes that may wait for a worker; then the reader waits. Default: 1000.",
            "--queue-limit");
    inFlight =
        Given.optional(
            command,
            Integer.class,
            "N",
            "Look-ups under way at once, such as for fonts. Default: 30.",
            "--in-flight");
  }

  /// Puts the options into a request.
  ///
  /// @throws SluiceException `option-invalid` when a number is out of its range
  void set(ApplyRequest request) {
    Mode wanted = mode.value().mode();
    if (wanted != null) {
      request.mode(wanted);
    }
    Integer nodes = chunkSize.orNull();
    if (nodes != null) {
      request.chunkSize(within("--chunk-size", nodes, ApplyRequest.LIMIT_NODES_MAX));
    }
    Integer lookUps = inFlight.orNull();
    if (lookUps != null) {
      request.lookUps(
          LookUps.Settings.DEFAULT.withInFlightMax(within("--in-flight", lookUps, IN_FLIGHT_MAX)));
    }
    Integer waiting = queueLimit.orNull();
    if (waiting != null) {
      request.queueLimit(within("--queue-limit", waiting, ApplyRequest.LIMIT_NODES_MAX));
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

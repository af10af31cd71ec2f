package sluice.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `--mode`, `--chunk-size` and `--queue-limit` do on the command line.
final class PipelineOptionsTest {
  @TempDir private Path folder;

  private CliRun apply(Object... options) {
    Object[] args = new Object[options.length + 5];
    args[0] = "apply";
    args[1] = Samples.document(folder.resolve("."));
    args[2] = "--tokens";
    args[3] = Samples.TOKENS;
    args[4] = "--dry-run";
    System.arraycopy(options, 0, args, 5, options.length);
    return CliRun.of(args);
  }

  @Test
  void modeAndItsReason_areInTheSummaryAndInTheMetrics() {
    CliRun run = apply("--metrics=-").ends(0);

    JsonObject metrics = JsonObject.read(run.out());
    assertEquals("direct", metrics.get("mode"));
    String reason = String.valueOf(metrics.get("modeReason"));
    assertTrue(reason.endsWith(" nodes < 1000"), reason);
    run.says("mode      direct, " + reason);
  }

  @Test
  void modeCanBeForced_inAnyCase() {
    apply("--mode", "Streaming").ends(0).says("mode      streaming, asked for, with ");
  }

  @Test
  void queueLimitAndChunkSize_areKept() {
    CliRun run = apply("--queue-limit=3", "--chunk-size=2", "--metrics=-").ends(0);

    JsonObject metrics = JsonObject.read(run.out());
    long nodes = metrics.number("nodes");
    assertTrue(metrics.number("queuePeak") <= 3);
    assertTrue(metrics.number("chunks") >= nodes / 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--chunk-size=0", "--queue-limit=-1", "--chunk-size=100001", "--queue-limit=x"})
  void numbersThatMakeNoSense_areRefused(String option) {
    apply(option).ends(2).says("error[option-invalid]: ", option.substring(0, option.indexOf('=')));
  }

  @Test
  void unknownMode_isRefused_withThoseThereAre() {
    apply("--mode=fast").ends(2).says("error[option-invalid]: ", "STREAMING");
  }
}

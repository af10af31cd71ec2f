package sluice.cli.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoCommandTest {
  @TempDir private Path folder;

  @Test
  void demo_appliesTheDarkThemeAndShowsBeforeAndAfter() {
    Path dir = folder.resolve("demo");

    CliRun run = CliRun.of("demo", "--dir", dir).ends(0);

    assertTrue(run.out().contains("#f5f6f8"), run.out());
    assertTrue(run.out().contains("./sluice apply " + dir), run.out());
    assertEquals(
        List.of("changes.ndjson", "checkout.dark.json", "checkout.json", "tokens.json"),
        CliRun.names(dir));
  }

  @Test
  void demo_canBeRunAgain() {
    Path dir = folder.resolve("demo");
    CliRun.of("demo", "--dir", dir).ends(0);
    byte[] once = Samples.bytes(dir.resolve("checkout.dark.json"));

    CliRun.of("demo", "--dir", dir).ends(0);

    assertArrayEquals(once, Samples.bytes(dir.resolve("checkout.dark.json")));
  }

  @Test
  void demoWhereNothingCanBeWritten_isRefused() {
    Path file = Samples.write(folder.resolve("file"), "");

    CliRun.of("demo", "--dir", file.resolve("demo")).ends(2).says("error[output-unwritable]");
  }
}

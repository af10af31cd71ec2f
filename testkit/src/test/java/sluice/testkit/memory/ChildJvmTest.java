package sluice.testkit.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ChildJvmTest {
  /// A program that does what its first argument says.
  static final class Child {
    private Child() {}

    public static void main(String[] args) throws Exception {
      switch (args[0]) {
        case "talk" -> {
          System.out.println("to stdout: " + args[1]);
          System.err.println("to stderr");
          System.exit(3);
        }
        case "count" -> System.out.println(System.in.readAllBytes().length);
        case "sleep" -> Thread.sleep(60_000);
        case "touch" -> {
          byte[] block = new byte[Integer.parseInt(args[1]) << 20];
          Arrays.fill(block, (byte) 1);
          Thread.sleep(100);
          System.out.println(block[block.length / 2]);
        }
        default -> throw new IllegalArgumentException(args[0]);
      }
    }
  }

  @Test
  void outputAndExitCodeAreCaptured() throws Exception {
    ChildJvm.Outcome outcome = ChildJvm.of(Child.class, "talk", "ä b").run();

    assertEquals(3, outcome.exitCode());
    assertTrue(outcome.out().startsWith("to stdout: "), outcome.out());
    assertTrue(outcome.err().contains("to stderr"), outcome.err());
    assertFalse(outcome.timedOut());
  }

  @Test
  void inputIsRead() throws Exception {
    ChildJvm.Outcome outcome =
        ChildJvm.of(Child.class, "count").withInput(out -> out.write(new byte[300_000])).run();

    assertEquals("300000", outcome.out().strip(), outcome.err());
  }

  @Test
  void tooSlowChildIsKilled() throws Exception {
    ChildJvm.Outcome outcome =
        ChildJvm.of(Child.class, "sleep").withTimeout(Duration.ofMillis(300)).run();

    assertTrue(outcome.timedOut());
    assertTrue(outcome.wallMillis() < 30_000);
  }

  @Test
  void peakResidentSetGrowsWithWhatIsTouched() throws Exception {
    if (!Files.exists(Path.of("/proc/self/status"))) {
      return;
    }

    long small = peak("1");
    long large = peak("60");

    long grown = (large - small) >> 20;
    assertTrue(grown > 45 && grown < 75, "grown by " + grown + " MB");
  }

  @Test
  void heapLimitHolds() throws Exception {
    ChildJvm.Outcome outcome = ChildJvm.of(Child.class, "touch", "60").run();

    assertEquals(1, outcome.exitCode());
    assertTrue(outcome.err().contains("OutOfMemoryError"), outcome.err());
  }

  private static long peak(String megabytes) throws Exception {
    ChildJvm.Outcome outcome =
        ChildJvm.of(Child.class, "touch", megabytes).withHeapMegabytes(160).run();
    assertEquals(0, outcome.exitCode(), outcome.err());
    return outcome.peakResidentBytes().orElseThrow();
  }
}

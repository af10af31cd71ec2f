package sluice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.testkit.generate.PenpotArchiveGenerator;
import sluice.testkit.generate.PenpotOptions;
import sluice.testkit.memory.ChildJvm;

/// What a run over an archive holds, measured in a process of its own with a heap of 48 MiB.
final class PenpotMemoryTest {
  /// More than the shapes around shapes that are remembered; the long form is that of `-Plong`.
  private static final int SHAPES = Integer.getInteger("memory.shapes", 5_000);

  /// A run over twice as many shapes, every table full in both, may hold so much more: what is
  /// measured includes garbage that the collector kept back.
  private static final long NOISE_BYTES = 4_000_000;

  @TempDir private Path folder;

  /// The program that is measured: prints the working set in bytes.
  static final class ApplyMain {
    private ApplyMain() {}

    public static void main(String[] args) throws Exception {
      RunReport report =
          Sluice.apply(Path.of(args[0]))
              .measureWorkingSet(true)
              .changes(Path.of(args[1] + ".changes"))
              .output(Path.of(args[1]))
              .start()
              .await();
      System.out.println(report.workingSetBytes());
    }
  }

  /// With sizes, margins and places, so that the notes and what is remembered of them count too.
  private long held(int shapes) throws Exception {
    Path archive = folder.resolve("in.penpot");
    new PenpotArchiveGenerator(
            PenpotOptions.ofShapes(shapes).official(false).geometry(true).shapesPerPage(SHAPES))
        .write(archive);

    ChildJvm.Outcome outcome =
        ChildJvm.of(ApplyMain.class, archive.toString(), folder.resolve("out.penpot").toString())
            .run();

    assertEquals(0, outcome.exitCode(), outcome.err());
    long bytes = Long.parseLong(outcome.out().strip());
    System.out.printf("%,d shapes: holds %,d bytes%n", shapes, bytes);
    assertTrue(bytes > 0);
    return bytes;
  }

  @Test
  void whatARunHolds_doesNotGrowWithTheArchive() throws Exception {
    long some = held(SHAPES);
    long more = held(2 * SHAPES);

    assertTrue(more <= some + NOISE_BYTES, "%,d after %,d".formatted(more, some));
    assertTrue(more <= 25_000_000, "%,d".formatted(more));
  }
}

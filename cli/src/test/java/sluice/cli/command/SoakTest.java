package sluice.cli.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.testkit.vector.ProjectFiles;

/// Run after run in one process: what a run took, it gives back. Each run's own folder for
/// temporary files must be empty when it has ended ([CliRun]).
final class SoakTest {
  /// The long form is that of `-Plong`.
  private static final int RUNS = Integer.getInteger("soak.runs", 30);

  private static final int LOOKS = 20;

  /// The largest sample is for one run in so many.
  private static final int KIT_EVERY = 40;

  private static final String[] THEMES = {
    "--theme", "Color mode/Dark",
    "--theme", "Color theme/Muted",
    "--theme", "Density/Spacious",
    "--theme", "Always enabled/Global"
  };

  /// What the heap may grow by between the first look that counts and the last, in bytes, for what
  /// is loaded late and for what looking takes itself. A leak of one object in each of 800 runs is
  /// more.
  private static final long GROWTH_BYTES_MAX = 100_000;

  /// A line of the histogram: number, objects, bytes, class.
  private static final Pattern CLASS = Pattern.compile("(?m)^ *\\d+: +\\d+ +(\\d+) +(\\S+)");

  @TempDir private Path folder;

  /// What the process held after some runs.
  ///
  /// @param heapBytes of objects that can be reached
  private record Held(int runs, long heapBytes, int threads, long openFiles) {}

  @Test
  void runs_giveBackAllTheyTook() throws Exception {
    Path figma = ProjectFiles.sample("figma/derived-tokens-namespace.json");
    Path reordered = ProjectFiles.sample("figma/figmasharp-test-bom-reordered.json");
    Path kit = ProjectFiles.sample("penpot/tokens-starter-kit-v3.penpot");
    Path small = ProjectFiles.sample("penpot/written-by-penpot-library-1.2.0-RC2.penpot");
    Path broken = folder.resolve("broken.json");
    Files.write(broken, Arrays.copyOf(Files.readAllBytes(figma), 100_000));
    List<Held> looks = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      switch (run % 8) {
        case 0 -> applyAndRevert(figma, ".json", "--sets", "core,dark");
        case 1 -> {
          if (run % KIT_EVERY == 1) {
            applyAndRevert(kit, ".penpot", THEMES);
          } else {
            applyAndRevert(small, ".penpot");
          }
        }
        case 2 -> check(figma);
        case 3 -> check(small);
        case 4 -> CliRun.of("inspect", figma, "--format", "json").ends(0);
        case 5 -> CliRun.of("apply", broken, "-o", folder.resolve("none.json")).ends(2);
        case 6 ->
            CliRun.of(
                    "apply",
                    reordered,
                    "--tokens",
                    Samples.TOKENS,
                    "-o",
                    folder.resolve("copy.json"))
                .ends(0);
        default -> applyAndRevert(small, ".penpot");
      }
      if ((run + 1) % Math.max(1, RUNS / LOOKS) == 0) {
        looks.add(look(run + 1));
      }
    }
    assertSteady(looks);
    assertEquals(
        List.of("broken.json", "changes.ndjson", "copy.json", "out.json", "out.penpot"),
        CliRun.names(folder).stream().filter(name -> !name.startsWith("back")).toList());
  }

  private void applyAndRevert(Path document, String ending, String... options) throws IOException {
    Path output = folder.resolve("out" + ending);
    Path changes = folder.resolve("changes.ndjson");
    Path back = folder.resolve("back" + ending);
    Stream<Object> args =
        Stream.of("apply", document, "-o", output, "--changes", changes, "--progress", "none");
    CliRun.of(Stream.concat(args, Stream.of(options)).toArray()).ends(0);
    CliRun.of("revert", output, "--changes", changes, "-o", back).ends(0);
    if (ending.equals(".json")) {
      assertArrayEquals(Files.readAllBytes(document), Files.readAllBytes(back));
    }
  }

  private static void check(Path document) {
    CliRun.of("check", document, "--format", "json").ends(1);
  }

  /// What the memory in use comes to is no measure: a collection leaves up to a few megabytes of
  /// dead objects where they are, as filler, when moving the others is not worth while.
  private static long reachableBytes() throws Exception {
    String histogram =
        (String)
            ManagementFactory.getPlatformMBeanServer()
                .invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    "gcClassHistogram",
                    new Object[] {new String[0]},
                    new String[] {String[].class.getName()});
    return CLASS
        .matcher(histogram)
        .results()
        .filter(found -> !found.group(2).contains("jdk.internal.vm.Filler"))
        .mapToLong(found -> Long.parseLong(found.group(1)))
        .sum();
  }

  private static Held look(int runs) throws Exception {
    long heapBytes = reachableBytes();
    Path open = Path.of("/proc/self/fd");
    long openFiles = 0;
    if (Files.isDirectory(open)) {
      try (Stream<Path> files = Files.list(open)) {
        openFiles = files.count();
      }
    }
    int threads = ManagementFactory.getThreadMXBean().getThreadCount();
    return new Held(runs, heapBytes, threads, openFiles);
  }

  /// The first fifth, at least two looks, is for what is loaded and compiled.
  private static void assertSteady(List<Held> looks) {
    Held first = looks.get(Math.max(1, looks.size() / 5 - 1));
    Held last = looks.getLast();
    double slope = slope(looks.subList(looks.indexOf(first), looks.size()));
    String said =
        String.format(
            Locale.ROOT,
            "after run %,d: %,d bytes of heap, %d threads, %d open files; after run %,d: %,d, %d, %d; %.0f bytes a run",
            first.runs(),
            first.heapBytes(),
            first.threads(),
            first.openFiles(),
            last.runs(),
            last.heapBytes(),
            last.threads(),
            last.openFiles(),
            slope);
    System.out.println(said);
    assertTrue(last.heapBytes() - first.heapBytes() < GROWTH_BYTES_MAX, said);
    assertTrue(last.threads() <= first.threads() + 1, said);
    assertTrue(last.openFiles() <= first.openFiles() + 1, said);
  }

  /// How the heap goes with the runs: least squares, bytes for each run.
  private static double slope(List<Held> looks) {
    double runs = looks.stream().mapToInt(Held::runs).average().orElse(0);
    double bytes = looks.stream().mapToLong(Held::heapBytes).average().orElse(0);
    double above = 0;
    double below = 0;
    for (Held look : looks) {
      above += (look.runs() - runs) * (look.heapBytes() - bytes);
      below += (look.runs() - runs) * (look.runs() - runs);
    }
    return below == 0 ? 0 : above / below;
  }
}

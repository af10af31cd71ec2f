package sluice.cli.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sluice.testkit.fault.AllowedStates;
import sluice.testkit.fault.ChildCommand;

/// Writing fails because there is no room, at one byte after the other.
///
/// `ulimit -f` has the system refuse to let any file grow beyond a size: that of the output, the
/// change set, or a temporary file, whichever is there first. It needs no rights. A small file
/// system in memory is really full, for all files together; only root may mount one.
final class DiskFullTest {
  private static final int NODES = 1_000;
  private static final int BLOCK_SIZE_BYTES = 512;

  /// Below it the message of the child itself would not fit.
  private static final int BLOCKS_MIN = 8;

  private static final int LONG_STEPS = 16;

  @TempDir private Path root;

  @Test
  void noFileMayGrowSoFar_nothingIsWritten() throws Exception {
    limited(FaultCase.FIGMA_OVER_OLD_WITH_CHANGES, 2);
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource
  void noFileMayGrowSoFar_atManySizes(FaultCase kind) throws Exception {
    limited(kind, LONG_STEPS);
  }

  @Test
  void noRoomIsLeftForTheReport_documentIsCompleteAndItIsSaid() throws Exception {
    FaultFiles files = new FaultFiles(root, 20);
    Path document = files.figma();
    ChildCommand apply =
        files.command(
            "apply",
            document.toString(),
            "--tokens",
            files.kept("tokens.json").toString(),
            "--theme",
            "mode/Dark",
            "-o",
            "out.json",
            "--report",
            "report.html");
    Map<String, Path> whole = files.undisturbed(apply, Map.of(), "whole").files();
    Path output = files.work.resolve("out.json");
    Files.delete(output);
    Files.delete(files.work.resolve("report.html"));
    long blocks = (Files.size(whole.get("report.html")) - 1) / BLOCK_SIZE_BYTES;
    assertTrue(blocks * BLOCK_SIZE_BYTES > Files.size(whole.get("out.json")), "the page is larger");

    ChildCommand.End end =
        apply.behind("sh", "-c", "ulimit -f " + blocks + " && exec \"$0\" \"$@\"").run();

    assertEquals(2, end.exitCode(), end.said());
    assertTrue(end.said().contains("error[output-unwritable]"), end.said());
    assertTrue(end.said().contains("the document is complete: "), end.said());
    assertEquals(-1, Files.mismatch(whole.get("out.json"), output));
    assertEquals(List.of("out.json"), AllowedStates.leftovers(files.work, true));
    assertEquals(List.of(), AllowedStates.leftovers(files.temporary, true));
  }

  private void limited(FaultCase kind, int steps) throws Exception {
    FaultFiles files = new FaultFiles(root, NODES);
    FaultCase.Prepared prepared = kind.prepare(files);
    long blocks = (prepared.run().sizeBytes() - 1) / BLOCK_SIZE_BYTES;
    for (int step = 0; step < steps; step++) {
      long limit = BLOCKS_MIN + (blocks - BLOCKS_MIN) * step / (steps - 1);
      prepared.states().restore();

      ChildCommand.End end =
          prepared
              .command()
              .behind("sh", "-c", "ulimit -f " + limit + " && exec \"$0\" \"$@\"")
              .run();

      refused(files, prepared, end, "%s: files of at most %d × 512 bytes".formatted(kind, limit));
    }
  }

  private static void refused(
      FaultFiles files, FaultCase.Prepared prepared, ChildCommand.End end, String what)
      throws IOException {
    assertEquals(2, end.exitCode(), what + ": " + end.said());
    assertTrue(end.said().contains("error[output-unwritable]"), what + ": " + end.said());
    assertEquals(FaultCase.BEFORE, prepared.states().match(what));
    assertEquals(List.of(), AllowedStates.leftovers(files.work, false), what);
    assertEquals(List.of(), AllowedStates.leftovers(files.temporary, true), what);
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource
  void theFileSystemOfTheOutputIsFull_nothingIsWritten(FaultCase kind) throws Exception {
    FaultFiles files = new FaultFiles(root, NODES);
    try (SmallFileSystem small = SmallFileSystem.at(files.work)) {
      FaultCase.Prepared prepared = kind.prepare(files);
      // Fewer than the largest product takes, so that it is full in any case.
      long needed = prepared.run().sizeBytes() - SmallFileSystem.PAGE_SIZE_BYTES;
      for (int step = 0; step < LONG_STEPS; step++) {
        small.roomFor(Long.MAX_VALUE);
        prepared.states().restore();
        long room = needed * step / (LONG_STEPS - 1);
        small.roomFor(room);

        ChildCommand.End end = prepared.command().run();

        refused(files, prepared, end, "%s: room for %d bytes".formatted(kind, room));
      }
    }
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource(names = "GZIP_.*", mode = EnumSource.Mode.MATCH_ANY)
  void theFileSystemOfTemporaryFilesIsFull_nothingIsWritten(FaultCase kind) throws Exception {
    FaultFiles files = new FaultFiles(root, NODES);
    FaultCase.Prepared prepared = kind.prepare(files);
    long needed = Files.size(files.kept("document.json")) - SmallFileSystem.PAGE_SIZE_BYTES;
    try (SmallFileSystem small = SmallFileSystem.at(files.temporary)) {
      for (int step = 0; step < LONG_STEPS; step++) {
        prepared.states().restore();
        long room = needed * step / (LONG_STEPS - 1);
        small.roomFor(room);

        ChildCommand.End end = prepared.command().run();

        refused(files, prepared, end, "%s: room for %d temporary bytes".formatted(kind, room));
      }
    }
  }

  /// A file system in memory, mounted on a folder.
  private record SmallFileSystem(Path folder) implements AutoCloseable {
    static final int PAGE_SIZE_BYTES = 4096;

    private static final long LARGE_SIZE_BYTES = 256L * 1024 * 1024;

    static SmallFileSystem at(Path folder) {
      boolean isMounted =
          Files.exists(Path.of("/proc/self/mounts"))
              && run("mount", "-t", "tmpfs", "-o", size(LARGE_SIZE_BYTES), "none", folder + "");
      Assumptions.assumeTrue(isMounted, "skipped: this user may mount nothing here");
      return new SmallFileSystem(folder);
    }

    /// Lets it have room for so many bytes beside what is in it.
    void roomFor(long bytes) throws IOException {
      long used =
          Files.getFileStore(folder).getTotalSpace()
              - Files.getFileStore(folder).getUnallocatedSpace();
      // A size of nothing would be no limit.
      long size = Math.max(PAGE_SIZE_BYTES, used + Math.min(bytes, LARGE_SIZE_BYTES) / 4096 * 4096);
      assertTrue(run("mount", "-o", "remount," + size(size), folder + ""), "can't be made smaller");
    }

    private static String size(long bytes) {
      return "size=" + bytes;
    }

    private static boolean run(String... command) {
      try {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .onExit()
                .join()
                .exitValue()
            == 0;
      } catch (IOException _) {
        return false;
      }
    }

    @Override
    public void close() {
      assertTrue(run("umount", folder + ""), "can't be unmounted");
    }
  }
}

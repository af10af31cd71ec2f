package sluice.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sluice.testkit.vector.ProjectFiles;

/// What fuzzing once found, and what it begins with, once more.
class FuzzVectorsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(FuzzTargets.class)
  @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void everySeedAndVector_isAsItMustBe(FuzzTargets fuzzed) throws Exception {
    List<byte[]> seeds = fuzzed.target().seeds();
    assertFalse(seeds.isEmpty());
    for (byte[] seed : seeds) {
      check(fuzzed, seed, "a seed");
    }
    for (Path vector : files(FuzzRun.vectors(fuzzed))) {
      check(fuzzed, Files.readAllBytes(vector), vector.toString());
    }
  }

  private void check(FuzzTargets fuzzed, byte[] input, String name) throws IOException {
    try {
      fuzzed.target().check(input, folder);
    } catch (Exception | AssertionError e) {
      throw new AssertionError(fuzzed.label() + ": " + name, e);
    }
    FuzzFolder.empty(folder);
  }

  @Test
  void everyFolderOfVectors_isOfATarget() throws Exception {
    List<String> labels = Arrays.stream(FuzzTargets.values()).map(FuzzTargets::label).toList();
    List<String> unknown = new ArrayList<>();
    for (Path vectors : files(ProjectFiles.root().resolve("vectors/fuzz"))) {
      String name = vectors.getFileName().toString();
      if (!labels.contains(name)) {
        unknown.add(name);
      }
    }
    assertEquals(List.of(), unknown);
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}

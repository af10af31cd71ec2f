package sluice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.document.ArchiveCounts;
import sluice.problem.ProblemCode;
import sluice.testkit.vector.ProjectFiles;
import tools.jackson.databind.json.JsonMapper;

/// Real archives; skipped where they are not beside the project.
class PenpotSamplesTest {
  @TempDir Path folder;

  /// Penpot applied the active tokens itself when it wrote these, so there is nothing left to do:
  /// whatever changed would be a difference between Penpot and Sluice.
  @ParameterizedTest
  @CsvSource({
    "color-palette-kit-design-tokens-v1, 893, 405, 0",
    "design-tokens-math-functions, 254, 380, 243",
    "ios-icon-template-no-tokens, 56, 0, 0",
    "tokens-starter-kit-v3, 1821, 4338, 1361",
    "typography-tokens-starter-kit, 215, 413, 318"
  })
  void whatPenpotApplied_isLeftAsItIs(String name, long shapes, long pairs, long dangling)
      throws Exception {
    Path sample = ProjectFiles.sample("penpot/" + name + ".penpot");
    Path out = folder.resolve("out.penpot");

    RunReport report = Sluice.apply(sample).output(out).start().await();

    ArchiveCounts counts = report.archive().orElseThrow();
    assertEquals(shapes, report.counts().nodes());
    assertEquals(pairs, counts.pairs());
    assertEquals(dangling, counts.danglingPairs());
    assertEquals(0, report.counts().changes());
    assertEquals(-1, Files.mismatch(sample, out));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "color-palette-kit-design-tokens-v1|",
        "design-tokens-math-functions|Demo/Square root sqrt() and exponential pow()",
        "design-tokens-math-functions|Demo/Min: min()",
        "tokens-starter-kit-v3|Color mode/Light|Color theme/Muted|Density/Spacious|Always enabled/Global",
        "typography-tokens-starter-kit|",
        "written-by-penpot-library-1.2.0-RC2|",
        "written-by-penpot-library-1.2.0-RC2|Mode/Dark"
      })
  void asOtherThemesSay_andASecondTimeNothing(String sampleAndThemes) throws Exception {
    List<String> parts = List.of(sampleAndThemes.split("\\|", -1));
    Path sample = ProjectFiles.sample("penpot/" + parts.getFirst() + ".penpot");
    String[] themes =
        parts.stream().skip(1).filter(theme -> !theme.isEmpty()).toArray(String[]::new);
    Path once = folder.resolve("once.penpot");
    Path twice = folder.resolve("twice.penpot");
    Path lines = folder.resolve("changes.ndjson");

    RunReport first =
        Sluice.apply(sample).theme(themes).output(once).changes(lines).start().await();
    RunReport second = Sluice.apply(once).theme(themes).output(twice).start().await();

    assertEquals(0, first.counts().nodesFailed());
    assertEquals(0, second.counts().changes());
    assertEquals(-1, Files.mismatch(once, twice));
    assertFalse(first.problems().counts().containsKey(ProblemCode.NOT_IMPORTABLE));
    Set<String> changed = new HashSet<>();
    for (String line : Files.readAllLines(lines)) {
      changed.add(JsonMapper.shared().readTree(line).get("entry").asString());
    }
    Map<String, byte[]> before = Zips.entries(sample);
    Map<String, byte[]> after = Zips.entries(once);
    assertEquals(new ArrayList<>(before.keySet()), new ArrayList<>(after.keySet()));
    before.forEach((entry, content) -> {
      if (!changed.contains(entry)) {
        assertArrayEquals(content, after.get(entry), entry);
      } else {
        assertFalse(Arrays.equals(content, after.get(entry)), entry);
      }
    });
  }
}

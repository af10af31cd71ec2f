package sluice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.document.RunCounts;
import sluice.problem.ProblemCode;
import sluice.testkit.vector.ProjectFiles;

/// Real documents; skipped where they are not beside the project.
class SamplesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "derived-tokens-namespace.json",
        "figmagic-template.json",
        "figmasharp-test-bom-reordered.json",
        "gov-uk-header-subtree.json",
        "radix-icons-geometry.json.gz",
        "theemo-playground.json",
        "trim-demo.json",
        "variables-bound.json",
        "warp-variables-local.json"
      })
  void withNothingToApply_everyByteStays(String name) throws Exception {
    Path sample = ProjectFiles.sample("figma/" + name);
    Path tokens = folder.resolve("tokens.json");
    Files.writeString(tokens, "{\"core\":{\"unused\":{\"value\":\"1\",\"type\":\"spacing\"}}}");
    Path out = folder.resolve("out");

    Sluice.apply(sample).tokens(tokens).output(out).start().await();

    assertEquals(-1, Files.mismatch(sample, out));
  }

  @Test
  void embeddedLibrary_applies_andASecondTimeChangesNothing() throws Exception {
    Path sample = ProjectFiles.sample("figma/derived-tokens-namespace.json");
    for (String[] sets : new String[][] {{}, {"core", "dark"}}) {
      Path once = folder.resolve("once.json");
      Path twice = folder.resolve("twice.json");

      RunReport first = Sluice.apply(sample).sets(sets).output(once).start().await();
      RunReport second = Sluice.apply(once).sets(sets).output(twice).start().await();

      RunCounts counts = first.counts();
      assertEquals(1205, counts.nodes());
      assertEquals(696, counts.nodesWithTokens());
      assertEquals(
          counts.nodesWithTokens(),
          counts.nodesChanged()
              + counts.nodesUnchanged()
              + counts.nodesSkipped()
              + counts.nodesFailed());
      assertTrue(counts.nodesChanged() > 600);
      assertEquals(18, counts.nodesSkipped());
      assertEquals(18, first.problems().counts().get(ProblemCode.TOKEN_MISSING));
      assertEquals(0, second.counts().changes());
      assertEquals(-1, Files.mismatch(once, twice));
    }
  }
}

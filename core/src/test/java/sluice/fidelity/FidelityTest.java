package sluice.fidelity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import sluice.apply.ApplyVectors;
import sluice.css.CssVectors;
import sluice.format.figma.live.LiveVectors;
import sluice.format.figma.property.FigmaVectors;
import sluice.format.penpot.shape.ShapeVectors;
import sluice.resolve.ResolveVectors;
import sluice.resolve.ThemeVectors;
import sluice.resolve.color.ColorVectors;
import sluice.resolve.color.GradientVectors;
import sluice.resolve.dtcg.DtcgVectors;
import sluice.resolve.math.MathVectors;
import sluice.resolve.penpot.PenpotVectors;
import sluice.testkit.vector.ProjectFiles;
import sluice.testkit.vector.VectorSuite;
import sluice.testkit.vector.Vectors;
import sluice.token.source.PenpotLibraryVectors;
import sluice.token.source.SourceVectors;

/// Every fact, one test each; then whether `docs/reference/fidelity.md` says what came of them.
final class FidelityTest {
  private static final Path DOCUMENT =
      ProjectFiles.root().resolve("docs").resolve("reference").resolve("fidelity.md");
  private static final String REAL_SETS = "## Real token sets";
  private static final List<String> ENGINES = List.of("style-dictionary", "sd-transforms-css");

  private final List<SuiteResult> results = new ArrayList<>();
  private final List<Comparison> comparisons = new ArrayList<>();

  @TestFactory
  Stream<DynamicNode> fidelity() {
    List<DynamicNode> nodes = new ArrayList<>();
    suites().forEach(suite -> nodes.add(container(suite)));
    for (String engine : ENGINES) {
      nodes.add(
          DynamicTest.dynamicTest(
              "designsystemet as " + engine,
              () ->
                  comparisons.add(
                      new RealSets(ProjectFiles.sample("tokens/designsystemet")).compare(engine))));
    }
    nodes.add(DynamicTest.dynamicTest("every difference that is listed occurs", this::occurs));
    nodes.add(DynamicTest.dynamicTest("the document is current", this::documentIsCurrent));
    return nodes.stream();
  }

  private static Stream<VectorSuite> suites() {
    return Stream.of(
            SourceVectors.suites(),
            ThemeVectors.suites(),
            ResolveVectors.suites(),
            MathVectors.suites(),
            ColorVectors.suites(),
            GradientVectors.suites(),
            ApplyVectors.suites(),
            FigmaVectors.suites(),
            LiveVectors.suites(),
            ShapeVectors.suites(),
            PenpotVectors.suites(),
            PenpotLibraryVectors.suites(),
            DtcgVectors.suites(),
            CssVectors.suites(),
            PeerVectors.suites(),
            PeerTreeVectors.suites())
        .flatMap(List::stream);
  }

  private DynamicContainer container(VectorSuite suite) {
    Vectors vectors = Vectors.load(suite.name());
    SuiteResult result = new SuiteResult(suite, vectors.cases().size());
    results.add(result);
    VectorSuite.Check check = suite.preparation().prepare(vectors);
    return DynamicContainer.dynamicContainer(
        suite.label(),
        vectors.tests(fact -> result.add(fact.id(), Difference.of(check.run(fact)))));
  }

  private void occurs() {
    Set<Difference> idle = EnumSet.allOf(Difference.class);
    results.forEach(result -> idle.removeAll(result.differing().keySet()));
    assertEquals(Set.of(), idle);
  }

  /// Without the samples the section about them stays as it is.
  private void documentIsCurrent() throws IOException {
    int failed = results.stream().mapToInt(SuiteResult::failed).sum();
    assertEquals(0, failed, "facts that do not hold; the document is made when all do");
    String committed = Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "";
    String realSets =
        comparisons.size() == ENGINES.size()
            ? FidelityDocument.realSets(comparisons)
            : committed.substring(Math.max(0, committed.indexOf(REAL_SETS)));
    String made = FidelityDocument.of(results, realSets);
    if ("write".equals(System.getProperty("fidelity"))) {
      Files.writeString(DOCUMENT, made);
    } else {
      assertEquals(made, committed, "docs/reference/fidelity.md: write it with -Dfidelity=write");
    }
    assertTrue(made.contains(REAL_SETS));
  }
}

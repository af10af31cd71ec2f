package sluice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sluice.apply.FontCatalog;
import sluice.pipeline.LookUps;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// Fonts that are looked up while a document is applied.
@Timeout(60)
final class FontLookUpTest {
  private static final int FAMILIES = 40;

  @TempDir private Path folder;
  private Path document;
  private Path tokens;

  /// 400 texts, ten for each of forty families; every family has a second choice.
  @BeforeEach
  void generate() throws IOException {
    StringBuilder nodes = new StringBuilder();
    StringBuilder families = new StringBuilder();
    for (int i = 0; i < 10 * FAMILIES; i++) {
      int family = i % FAMILIES;
      nodes
          .append(i == 0 ? "" : ",\n")
          .append(
              """
              {"id": "1:%d", "name": "T", "type": "TEXT",
               "sharedPluginData": {"tokens": {"fontFamilies": "\\"f%d\\""}},
               "characters": "x", "style": {"fontFamily": "Old", "fontStyle": "Regular",
               "fontPostScriptName": "Old-Regular", "fontWeight": 400, "fontSize": 12}}\
              """
                  .formatted(i, family));
    }
    for (int i = 0; i < FAMILIES; i++) {
      families
          .append(i == 0 ? "" : ",\n")
          .append(
              """
              "f%d": {"value": "Family %d, Spare", "type": "fontFamilies"}\
              """
                  .formatted(i, i));
    }
    document = folder.resolve("document.json");
    tokens = folder.resolve("tokens.json");
    Files.writeString(
        document,
        """
        {"document": {"id": "0:0", "name": "D", "type": "DOCUMENT", "children": [
          {"id": "0:1", "name": "P", "type": "CANVAS", "children": [
        """
            + nodes
            + "]}]}}");
    Files.writeString(tokens, "{\"core\": {" + families + "}}");
  }

  private ApplyRequest request(String out) {
    return Sluice.apply(document).tokens(tokens).output(folder.resolve(out)).chunkSize(100);
  }

  private static Set<String> styles(String family) {
    boolean exists = family.equals("Spare") || family.matches("Family \\d*[02468]");
    return exists ? Set.of("Regular") : Set.of();
  }

  @Test
  void lookedUpFonts_giveTheBytesOfAListOfThem_whateverComesFirst() throws Exception {
    Map<String, List<String>> listed = new TreeMap<>(Map.of("Spare", List.of("Regular")));
    for (int i = 0; i < FAMILIES; i += 2) {
      listed.put("Family " + i, List.of("Regular"));
    }
    RunReport expected = request("list.json").fonts(FontCatalog.of(listed)).start().await();
    assertEquals(0, expected.lookUps().inFlightPeak());
    for (int workers : new int[] {1, 4}) {
      for (boolean remember : new boolean[] {true, false}) {
        RunReport report =
            request("looked-up.json")
                .workers(workers)
                .rememberCombinations(remember)
                .fontLookUp(family -> {
                  Thread.sleep(new Random().nextInt(10));
                  return styles(family);
                })
                .start()
                .await();

        assertEquals(
            -1, Files.mismatch(folder.resolve("list.json"), folder.resolve("looked-up.json")));
        assertEquals(400, report.counts().nodesChanged());
        assertEquals(2 * FAMILIES + 1, report.lookUps().asked());
        if (remember) {
          assertEquals(expected.counts(), report.counts());
        }
      }
    }
  }

  @Test
  void thirtyLookUpsAreInFlight_fromOneChunk() throws Exception {
    CountDownLatch thirty = new CountDownLatch(30);

    RunReport report =
        request("out.json")
            .workers(1)
            .fontLookUp(family -> {
              thirty.countDown();
              return thirty.await(5, TimeUnit.SECONDS) ? styles(family) : Set.of();
            })
            .start()
            .await();

    assertEquals(30, report.lookUps().inFlightPeak());
  }

  @Test
  void failedLookUp_leavesItsTextsAlone_andNoOthers() throws Exception {
    RunReport report =
        request("out.json")
            .lookUps(new LookUps.Settings(30, 100, 2, Duration.ofMillis(200), Duration.ofMillis(1)))
            .fontLookUp(family -> {
              if (family.equals("Family 4")) {
                throw new IOException("no line");
              }
              if (family.equals("Family 7")) {
                new CountDownLatch(1).await();
              }
              return styles(family);
            })
            .start()
            .await();

    assertEquals(380, report.counts().nodesChanged());
    assertEquals(20, report.counts().nodesSkipped());
    assertEquals(Map.of(ProblemCode.FONT_UNKNOWN, 20L), report.problems().counts());
    String first = report.problems().examples().getFirst().render();
    assertTrue(first.contains("\"Family 4\" could not be looked up: no line"), first);
    assertEquals(2, report.lookUps().failed());
  }

  @Test
  void cancel_endsALookUpThatHangs() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    Run run =
        request("out.json")
            .fontLookUp(_ -> {
              begun.countDown();
              new CountDownLatch(1).await();
              return Set.of();
            })
            .start();
    begun.await();

    long started = System.nanoTime();
    run.cancel();
    SluiceException thrown = assertThrows(SluiceException.class, run::await);

    assertEquals(ProblemCode.CANCELLED, thrown.problem().code());
    assertTrue(System.nanoTime() - started < 1_000_000_000L);
    try (var files = Files.list(folder)) {
      assertEquals(2, files.count(), "only the inputs");
    }
  }
}

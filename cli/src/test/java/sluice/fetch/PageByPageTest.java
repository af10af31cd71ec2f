package sluice.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.problem.ProblemCode;
import sluice.testkit.oracle.TreeOracle;
import sluice.testkit.vector.ProjectFiles;

/// Files that are too large for one answer.
@Timeout(60)
final class PageByPageTest {
  @TempDir private Path folder;
  private final FakeFigma figma = new FakeFigma(FakeDocuments.of(40));

  @AfterEach
  void close() {
    figma.close();
  }

  private FetchRun run() {
    return new FetchRun(figma, folder);
  }

  private int size() {
    return figma.file().bytes().length;
  }

  @Test
  void tooLargeAsAWhole_isPutTogetherFromItsPages() {
    figma.largestAnswer(size() - 1);
    FetchRun run = run();

    Fetched fetched = run.bringsTheSameAs(figma.file());

    assertEquals(3, fetched.parts());
    assertEquals("4711", fetched.version());
    assertEquals(
        List.of("0:1", "0:2", "0:3"),
        figma.requests().stream()
            .filter(FakeRequest::isNodes)
            .map(request -> request.query().getOrDefault("ids", ""))
            .toList());
    assertEquals(3, run.progress.getLast().partsTotal());
  }

  @Test
  void tooLargePages_areDividedByTheirLayers() {
    figma.largestAnswer(size() / 8);

    run().bringsTheSameAs(figma.file());

    assertTrue(figma.count("nodes") > 10);
  }

  @Test
  void layerThatNeverComes_endsTheRun() {
    figma.largestAnswer(size() / 5);
    figma.fault(
        Integer.MAX_VALUE,
        request -> request.query().getOrDefault("ids", "").contains("2:7") && isDeep(request),
        FakeAnswer.error(500, "Request timed out"));

    // The id of the layer in it has 2:7 too, so that nothing smaller is left.
    run().fails(ProblemCode.REMOTE_TOO_LARGE);
  }

  private static boolean isDeep(FakeRequest request) {
    return request.isNodes() && !request.query().containsKey("depth");
  }

  @Test
  void oneLayerTooLarge_comesWithItsChildren() {
    figma.largestAnswer(size() / 5);
    figma.fault(
        Integer.MAX_VALUE,
        request ->
            isDeep(request)
                && List.of(request.query().getOrDefault("ids", "").split(",", -1)).contains("2:7"),
        FakeAnswer.error(400, "Request too large."));

    run().bringsTheSameAs(figma.file());
  }

  @ParameterizedTest
  @CsvSource({"theemo-playground.json, 33", "variables-bound.json, 66", "trim-demo.json, 99"})
  void realFilesInParts_areTheSameDocument(String name, int percent) {
    Path sample = ProjectFiles.sample("figma/" + name);
    String text = new String(FetchRun.bytes(sample), StandardCharsets.UTF_8);
    try (FakeFigma real = new FakeFigma(text)) {
      real.largestAnswer(real.file().bytes().length * percent / 100);
      FetchRun run = new FetchRun(real, folder);

      run.fetch();

      assertTrue(real.count("nodes") > 0);
      assertEquals(
          List.of(),
          TreeOracle.differences(
              TreeOracle.read(real.file().bytes()).get("document"),
              TreeOracle.read(run.target()).get("document")));
    }
  }

  @Test
  void statusesThatMeanTooLarge_leadToPages() {
    for (FakeAnswer answer :
        List.of(
            FakeAnswer.error(400, "Request too large. If applicable, filter by query params."),
            FakeAnswer.error(413, "Payload too large"),
            FakeAnswer.of(504, "<html>"),
            FakeAnswer.error(500, "Render timeout, try fewer nodes"))) {
      figma.fault(1, FakeRequest::isWholeFile, answer);

      run().bringsTheSameAs(figma.file());
    }
  }

  @Test
  void serverErrorsForTheWholeFile_leadToPagesWhenNoTryIsLeft() {
    figma.fault(3, FakeRequest::isWholeFile, FakeAnswer.error(500, "Internal"));

    run().bringsTheSameAs(figma.file());
    assertEquals(3, figma.count("file"));
  }

  @Test
  void serverErrorsForEveryPart_areNotDividedWithoutEnd() {
    figma
        .fault(1, FakeRequest::isWholeFile, FakeAnswer.error(413, ""))
        .fault(Integer.MAX_VALUE, PageByPageTest::isDeep, FakeAnswer.error(504, ""));

    run().fails(ProblemCode.REMOTE_TOO_LARGE);
    assertTrue(figma.count("nodes") < 3 * NodeParts.REFUSALS_MAX);
  }

  @Test
  void brokenPart_isAskedForAgain() {
    figma
        .largestAnswer(size() - 1)
        .fault(1, FakeRequest::isNodes, FakeAnswer::cutInHalf)
        .fault(1, FakeRequest::isNodes, FakeAnswer.error(429, "").with("Retry-After", "0"));

    run().bringsTheSameAs(figma.file());
    assertEquals(5, figma.count("nodes"));
  }

  @Test
  void fileChangedInBetween_isBegunAgain() {
    figma
        .largestAnswer(size() - 1)
        .fault(
            1,
            request -> request.query().getOrDefault("ids", "").equals("0:2"),
            answer -> {
              figma.change(file -> file.version("4712"));
              return FakeAnswer.json(figma.file().answer(figma.requests().getLast()));
            });

    Fetched fetched = run().bringsTheSameAs(figma.file().version("4712"));

    assertEquals("4712", fetched.version());
    assertEquals(2, figma.count("pages"));
  }

  @Test
  void fileThatChangesAllTheTime_endsTheRun() {
    figma
        .largestAnswer(size() - 1)
        .fault(
            Integer.MAX_VALUE,
            request -> request.query().getOrDefault("ids", "").equals("0:3"),
            answer -> {
              figma.change(file -> file.version(file.version() + "1"));
              return answer;
            });
    figma.fault(
        Integer.MAX_VALUE,
        request -> request.query().getOrDefault("ids", "").equals("0:1"),
        answer -> {
          figma.change(file -> file.version(file.version() + "1"));
          return answer;
        });

    run().fails(ProblemCode.REMOTE_CHANGING);
    assertEquals(PageByPage.STARTS_MAX, figma.count("pages"));
  }

  @Test
  void pageThatIsGone_meansThatTheFileChanged() {
    figma
        .largestAnswer(size() - 1)
        .fault(
            Integer.MAX_VALUE,
            FakeRequest::isNodes,
            FakeAnswer.of(
                200,
                """
                {"version":"4711","lastModified":"2026-01-02T03:04:05Z","nodes":{"0:1":null}}
                """));

    run().fails(ProblemCode.REMOTE_CHANGING);
  }

  @Test
  void listsBeforeTheDocument_makeNoDifference() {
    String text = new String(figma.file().bytes(), StandardCharsets.UTF_8);
    int document = text.indexOf("\"components\"");
    String other =
        "{" + text.substring(document, text.length() - 1) + "," + text.substring(1, document - 1);
    try (FakeFigma reordered = new FakeFigma(other + "}")) {
      reordered.largestAnswer(reordered.file().bytes().length - 1);

      new FetchRun(reordered, folder).bringsTheSameAs(reordered.file());
    }
  }

  @Test
  void listThatThePagesDoNotHave_isAdded() {
    figma
        .unzipped()
        .largestAnswer(size() - 1)
        .fault(
            1,
            FakeRequest::isPages,
            answer ->
                answer.body(
                    new String(answer.body(), StandardCharsets.UTF_8)
                        .replace("\"components\":{},", "")
                        .getBytes(StandardCharsets.UTF_8)));

    run().bringsTheSameAs(figma.file());
  }

  @Test
  void groups_areBoundedInNumberAndLength() {
    List<String> ids = IntStream.range(0, 1_000).mapToObj(i -> "I1:2;" + i).toList();

    List<List<String>> groups = NodeParts.groups(ids);

    assertEquals(ids, groups.stream().flatMap(List::stream).toList());
    for (List<String> group : groups) {
      assertTrue(group.size() <= NodeParts.IDS_MAX);
      String text = group.stream().map(ApiAddress::encoded).collect(Collectors.joining(","));
      assertTrue(text.length() <= NodeParts.IDS_SIZE_CHARS_MAX);
    }
    assertEquals(List.of(List.of("1:2")), NodeParts.groups(List.of("1:2")));
    assertEquals(List.of(List.of("a"), List.of("b")), NodeParts.groups(List.of("a", "b")));
  }
}

package sluice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.problem.ProblemCode;
import sluice.testkit.generate.PenpotArchiveGenerator;

/// Shapes deeper in each other than is followed.
final class PenpotDepthTest {
  private static final int BOARDS = 1_003;
  private static final String FILE = PenpotPage.id("file");
  private static final String PAGE = PenpotPage.id("page");

  @TempDir private Path folder;

  private static String id(int number) {
    return PenpotPage.id("b%04d".formatted(number));
  }

  private static String board(int number) {
    String parent = number == 0 ? PenpotPage.ROOT : id(number - 1);
    String inside = number + 1 < BOARDS ? "\"" + id(number + 1) + "\"" : "";
    return "{\"id\":\"%s\",\"type\":\"frame\",\"name\":\"B\",\"parentId\":\"%s\",\"frameId\":\"%2$s\",\"rotation\":0,%s,\"shapes\":[%s],\"appliedTokens\":{\"x\":\"at.left\"}}"
        .formatted(id(number), parent, PenpotPage.box(0, 0, 9, 9), inside);
  }

  /// Boards in each other, their entries in the order of some numbers.
  private RunReport applied(List<Integer> order, Map<String, String> shapes) throws Exception {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(
        "manifest.json",
        PenpotPage.bytes(
            "{\"type\":\"penpot/export-files\",\"version\":1,\"files\":[{\"id\":\"%s\",\"name\":\"F\",\"features\":[]}]}"
                .formatted(FILE)));
    entries.put("files/%s.json".formatted(FILE), PenpotPage.bytes("{\"id\":\"" + FILE + "\"}"));
    entries.put(
        "files/%s/tokens.json".formatted(FILE), PenpotPage.bytes(PenpotArchiveGenerator.library()));
    entries.put(
        "files/%s/pages/%s.json".formatted(FILE, PAGE),
        PenpotPage.bytes("{\"id\":\"%s\",\"name\":\"P\",\"index\":0}".formatted(PAGE)));
    for (int number : order) {
      entries.put(
          "files/%s/pages/%s/%s.json".formatted(FILE, PAGE, id(number)),
          PenpotPage.bytes(board(number)));
    }
    Path in = folder.resolve("in.penpot");
    Path out = folder.resolve("out.penpot");
    Zips.write(in, entries);
    RunReport report = Sluice.apply(in).output(out).workers(1).start().await();
    Zips.entries(out)
        .forEach((name, content) -> shapes.put(name, new String(content, StandardCharsets.UTF_8)));
    return report;
  }

  /// What is remembered of the shapes around must not decide which are too deep.
  @Test
  void shapesTooDeep_areTheSameInAnyOrderOfEntries() throws Exception {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < BOARDS; i++) {
      order.add(i);
    }
    Map<String, String> outermostFirst = new TreeMap<>();
    Map<String, String> innermostFirst = new TreeMap<>();

    RunReport first = applied(order, outermostFirst);
    RunReport second = applied(order.reversed(), innermostFirst);

    assertEquals(outermostFirst, innermostFirst);
    assertTrue(tooDeep(first) > 0);
    assertEquals(tooDeep(first), tooDeep(second));
  }

  private static long tooDeep(RunReport report) {
    return report.problems().counts().getOrDefault(ProblemCode.LIMIT_EXCEEDED, 0L);
  }
}

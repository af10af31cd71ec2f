package sluice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sluice.PenpotPage.at;
import static sluice.PenpotPage.box;
import static sluice.PenpotPage.shape;
import static sluice.PenpotPage.shapes;
import static sluice.PenpotPage.write;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.problem.ProblemCode;
import tools.jackson.databind.JsonNode;

/// What happens to shapes around and inside one that moves.
class PenpotMovingTest {
  @TempDir Path folder;

  @Test
  void aShapeThatMoves_takesAlongWhatIsInIt() throws Exception {
    Path archive = folder.resolve("nested.penpot");
    write(
        archive,
        Map.of(
            "outer",
                "{\"id\":\"outer\",\"type\":\"frame\",\"parentId\":\"root\",\"frameId\":\"root\",\"shapes\":[\"inner\"],%s,\"appliedTokens\":{\"x\":\"at\",\"y\":\"at\"}}"
                    .formatted(box(100, 100, 50, 50)),
            "inner",
                "{\"id\":\"inner\",\"type\":\"frame\",\"parentId\":\"outer\",\"frameId\":\"outer\",\"shapes\":[\"turned\",\"path\"],%s,\"appliedTokens\":{\"x\":\"at\"}}"
                    .formatted(box(110, 110, 30, 30)),
            "turned",
                "{\"id\":\"turned\",\"type\":\"rect\",\"parentId\":\"inner\",\"frameId\":\"inner\",%s}"
                    .formatted(box(112, 112, 4, 4)),
            "path__",
                "{\"id\":\"path__\",\"type\":\"path\",\"parentId\":\"inner\",\"frameId\":\"inner\",%s,\"content\":\"M112.0,112.0L116.5,116.0Z\"}"
                    .formatted(
                        box(112, 112, 4, 4)
                            .replaceFirst(
                                "\"x\":112,\"y\":112,\"width\":4,\"height\":4",
                                "\"x\":null,\"y\":null,\"width\":null,\"height\":null"))),
        "{\"s\":{\"at\":{\"$value\":\"7\",\"$type\":\"dimension\"}},\"$themes\":[],\"$metadata\":{\"tokenSetOrder\":[\"s\"],\"activeThemes\":[],\"activeSets\":[\"s\"]}}");
    Path out = folder.resolve("out.penpot");

    RunReport report = Sluice.apply(archive).output(out).start().await();
    RunReport again = Sluice.apply(out).dryRun().start().await();

    Map<String, JsonNode> shapes = shapes(out);
    assertEquals("7 7", at(shape(shapes, "outer")));
    // Its own token puts it 7 to the right of the frame it is in, which has moved up by 93.
    assertEquals("14 17", at(shape(shapes, "inner")));
    // Moved with both: 112 - 93 - 3 and 112 - 93.
    assertEquals("16 19", at(shape(shapes, "turned")));
    assertEquals("M16,19L20.5,23Z", shape(shapes, "path__").get("content").asString());
    assertTrue(shape(shapes, "path__").get("x").isNull());
    assertEquals(2, report.archive().orElseThrow().nodesCarried());
    assertEquals(2, report.counts().nodesChanged());
    assertEquals(0, again.counts().changes());
  }

  @Test
  void aShapeThatTurns_turnsWhatIsInIt() throws Exception {
    Path archive = folder.resolve("turning.penpot");
    write(
        archive,
        Map.of(
            "outer",
                "{\"id\":\"outer\",\"type\":\"frame\",\"parentId\":\"root\",\"frameId\":\"root\",\"rotation\":0,\"shapes\":[\"inner\"],%s,\"appliedTokens\":{\"rotation\":\"turn\"}}"
                    .formatted(box(0, 0, 100, 100)),
            "inner",
                "{\"id\":\"inner\",\"type\":\"rect\",\"parentId\":\"outer\",\"frameId\":\"outer\",\"rotation\":0,\"transform\":{\"a\":1,\"b\":0,\"c\":0,\"d\":1,\"e\":0,\"f\":0},%s}"
                    .formatted(box(10, 20, 10, 10))),
        "{\"s\":{\"turn\":{\"$value\":\"90\",\"$type\":\"rotation\"}},\"$themes\":[],\"$metadata\":{\"tokenSetOrder\":[\"s\"],\"activeThemes\":[],\"activeSets\":[\"s\"]}}");
    Path out = folder.resolve("out.penpot");

    Sluice.apply(archive).output(out).start().await();

    JsonNode inner = shape(shapes(out), "inner");
    // A quarter turn about (50, 50) takes (15, 25) to (75, 15).
    assertEquals("70 10", at(inner));
    assertEquals(90, inner.get("rotation").asDouble());
    assertEquals("{\"x\":80,\"y\":10}", inner.get("points").get(0).toString());
    assertEquals(0, Sluice.apply(out).dryRun().start().await().counts().changes());
  }

  @Test
  void aGroup_getsTheBoundsOfWhatIsInIt() throws Exception {
    Path archive = folder.resolve("groups.penpot");
    write(
        archive,
        Map.of(
            "outer",
            "{\"id\":\"outer\",\"type\":\"group\",\"parentId\":\"root\",\"frameId\":\"root\",\"shapes\":[\"inner\",\"still\"],%s}"
                .formatted(box(0, 0, 40, 40)),
            "inner",
            "{\"id\":\"inner\",\"type\":\"group\",\"parentId\":\"outer\",\"frameId\":\"root\",\"shapes\":[\"grows\"],%s}"
                .formatted(box(20, 20, 20, 20)),
            "grows",
            "{\"id\":\"grows\",\"type\":\"rect\",\"parentId\":\"inner\",\"frameId\":\"root\",%s,\"appliedTokens\":{\"width\":\"wide\"}}"
                .formatted(box(20, 20, 20, 20)),
            "still",
            "{\"id\":\"still\",\"type\":\"rect\",\"parentId\":\"outer\",\"frameId\":\"root\",%s}"
                .formatted(box(0, 0, 10, 10)),
            "other",
            "{\"id\":\"other\",\"type\":\"group\",\"parentId\":\"root\",\"frameId\":\"root\",\"shapes\":[\"quiet\"],%s}"
                .formatted(box(0, 0, 99, 99)),
            "quiet",
            "{\"id\":\"quiet\",\"type\":\"rect\",\"parentId\":\"other\",\"frameId\":\"root\",%s}"
                .formatted(box(0, 0, 9, 9))),
        "{\"s\":{\"wide\":{\"$value\":\"60\",\"$type\":\"sizing\"}},\"$themes\":[],\"$metadata\":{\"tokenSetOrder\":[\"s\"],\"activeThemes\":[],\"activeSets\":[\"s\"]}}");
    Path out = folder.resolve("out.penpot");
    Path lines = folder.resolve("changes.ndjson");

    RunReport report = Sluice.apply(archive).output(out).changes(lines).start().await();

    Map<String, JsonNode> shapes = shapes(out);
    assertEquals("80", shape(shapes, "inner").get("selrect").get("x2").asString());
    assertEquals("0 0", at(shape(shapes, "outer")));
    assertEquals("80", shape(shapes, "outer").get("width").asString());
    assertEquals("40", shape(shapes, "outer").get("height").asString());
    // Nothing in it moves, so its bounds stay, wrong as they are.
    assertEquals(shape(shapes(archive), "other"), shape(shapes, "other"));
    assertEquals(2, report.archive().orElseThrow().nodesCarried());
    assertTrue(
        Files.readAllLines(lines).stream().allMatch(line -> line.contains("\"token\":\"wide\"")));
    assertEquals(0, Sluice.apply(out).dryRun().start().await().counts().changes());
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 20})
  void aGroupInWhichTokensChangeNothing_keepsItsBounds_whateverMovesElsewhere(int otherWidth)
      throws Exception {
    Path archive = folder.resolve("in-step.penpot");
    write(
        archive,
        Map.of(
            "holder",
            "{\"id\":\"holder\",\"type\":\"group\",\"parentId\":\"root\",\"frameId\":\"root\",\"shapes\":[\"in-step\"],%s}"
                .formatted(box(0, 0, 99, 99)),
            "in-step",
            "{\"id\":\"in-step\",\"type\":\"rect\",\"parentId\":\"holder\",\"frameId\":\"root\",%s,\"appliedTokens\":{\"width\":\"wide\"}}"
                .formatted(box(0, 0, 60, 20)),
            "elsewhere",
            "{\"id\":\"elsewhere\",\"type\":\"rect\",\"parentId\":\"root\",\"frameId\":\"root\",%s,\"appliedTokens\":{\"width\":\"wide\"}}"
                .formatted(box(0, 0, otherWidth, 20))),
        "{\"s\":{\"wide\":{\"$value\":\"60\",\"$type\":\"sizing\"}},\"$themes\":[],\"$metadata\":{\"tokenSetOrder\":[\"s\"],\"activeThemes\":[],\"activeSets\":[\"s\"]}}");
    Path out = folder.resolve("out.penpot");

    RunReport report = Sluice.apply(archive).output(out).start().await();

    assertEquals(otherWidth == 60 ? 0 : 1, report.counts().nodesChanged());
    assertEquals(0, report.archive().orElseThrow().nodesCarried());
    assertEquals(shape(shapes(archive), "holder"), shape(shapes(out), "holder"));
  }

  @Test
  void aTurnedGroup_growsAlongItsOwnSides() throws Exception {
    Path archive = folder.resolve("turned.penpot");
    // A square of 20 turned by a quarter about (10, 10), with one shape of its size in it.
    String turned =
        "\"rotation\":90,\"transform\":{\"a\":0,\"b\":1,\"c\":-1,\"d\":0,\"e\":0,\"f\":0},"
            + "\"x\":0,\"y\":0,\"width\":20,\"height\":20,"
            + "\"selrect\":{\"x\":0,\"y\":0,\"width\":20,\"height\":20,\"x1\":0,\"y1\":0,\"x2\":20,\"y2\":20},"
            + "\"points\":[{\"x\":20,\"y\":0},{\"x\":20,\"y\":20},{\"x\":0,\"y\":20},{\"x\":0,\"y\":0}]";
    write(
        archive,
        Map.of(
            "holder",
            "{\"id\":\"holder\",\"type\":\"group\",\"parentId\":\"root\",\"frameId\":\"root\",\"shapes\":[\"grows\"],%s}"
                .formatted(turned),
            "grows",
            "{\"id\":\"grows\",\"type\":\"rect\",\"parentId\":\"holder\",\"frameId\":\"root\",%s,\"appliedTokens\":{\"width\":\"wide\"}}"
                .formatted(turned)),
        "{\"s\":{\"wide\":{\"$value\":\"60\",\"$type\":\"sizing\"}},\"$themes\":[],\"$metadata\":{\"tokenSetOrder\":[\"s\"],\"activeThemes\":[],\"activeSets\":[\"s\"]}}");
    Path out = folder.resolve("out.penpot");

    Sluice.apply(archive).output(out).start().await();

    // Both are 60 wide, which on the page is 60 high, from the same first corner down.
    Map<String, JsonNode> shapes = shapes(out);
    for (String name : List.of("holder", "grows")) {
      JsonNode shape = shape(shapes, name);
      assertEquals(60, shape.get("selrect").get("width").asDouble(), 1e-9);
      assertEquals(20, shape.get("selrect").get("height").asDouble(), 1e-9);
      assertEquals("{\"x\":20,\"y\":0}", shape.get("points").get(0).toString());
      assertEquals("{\"x\":20,\"y\":60}", shape.get("points").get(1).toString());
    }
  }

  @Test
  void aFrameIdThatNamesAShapeInside_isNotFollowed() throws Exception {
    Path archive = folder.resolve("inside-out.penpot");
    write(
        archive,
        Map.of(
            "outer",
            "{\"id\":\"outer\",\"type\":\"frame\",\"parentId\":\"root\",\"frameId\":\"inner\",\"shapes\":[\"inner\"],%s,\"appliedTokens\":{\"x\":\"at\"}}"
                .formatted(box(100, 0, 50, 50)),
            "inner",
            "{\"id\":\"inner\",\"type\":\"frame\",\"parentId\":\"outer\",\"frameId\":\"inner\",\"shapes\":[],%s,\"appliedTokens\":{\"x\":\"at\"}}"
                .formatted(box(110, 0, 9, 9))),
        "{\"s\":{\"at\":{\"$value\":\"7\",\"$type\":\"dimension\"}},\"$themes\":[],\"$metadata\":{\"tokenSetOrder\":[\"s\"],\"activeThemes\":[],\"activeSets\":[\"s\"]}}");
    Path out = folder.resolve("out.penpot");

    Sluice.apply(archive).output(out).start().await();

    Map<String, JsonNode> shapes = shapes(out);
    assertEquals("7 0", at(shape(shapes, "outer")));
    assertEquals("14 0", at(shape(shapes, "inner")));
    assertEquals(0, Sluice.apply(out).dryRun().start().await().counts().changes());
  }

  @Test
  void whatLiesInACircle_isReported_andTheRestGoesOn() throws Exception {
    Path archive = folder.resolve("circle.penpot");
    write(
        archive,
        Map.of(
            "first",
                "{\"id\":\"first\",\"type\":\"frame\",\"parentId\":\"other\",\"frameId\":\"other\",\"shapes\":[\"other\"],%s,\"appliedTokens\":{\"x\":\"at\"}}"
                    .formatted(box(0, 0, 9, 9)),
            "other",
                "{\"id\":\"other\",\"type\":\"frame\",\"parentId\":\"first\",\"frameId\":\"first\",\"shapes\":[\"first\"],%s,\"opacity\":1,\"appliedTokens\":{\"opacity\":\"half\"}}"
                    .formatted(box(0, 0, 9, 9))),
        "{\"s\":{\"at\":{\"$value\":\"7\",\"$type\":\"dimension\"},\"half\":{\"$value\":\"0.5\",\"$type\":\"opacity\"}},\"$themes\":[],\"$metadata\":{\"tokenSetOrder\":[\"s\"],\"activeThemes\":[],\"activeSets\":[\"s\"]}}");
    Path out = folder.resolve("out.penpot");

    RunReport report = Sluice.apply(archive).output(out).start().await();

    assertEquals(0.5, shape(shapes(out), "other").get("opacity").asDouble());
    assertTrue(report.problems().counts().containsKey(ProblemCode.LIMIT_EXCEEDED));
  }
}

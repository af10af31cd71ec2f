package sluice.format.figma.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static sluice.problem.ProblemCode.LAYOUT_PENDING;
import static sluice.problem.ProblemCode.NOT_REPRESENTABLE;
import static sluice.problem.ProblemCode.QUIRK;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Size, rotation and place.
class GeometryTest {
  private static final String BOX =
      "\"absoluteBoundingBox\": {\"x\": 10, \"y\": 20, \"width\": 100, \"height\": 50}";
  private static final String RECTANGLE = "{\"type\": \"RECTANGLE\", " + BOX + "}";
  private static final ParentFacts.Box PARENT_BOX = new ParentFacts.Box(5, 5, 300, 200);

  @Test
  void sizeAndBox_changeTogether() {
    Applied applied =
        Applied.to(
                "{\"type\": \"RECTANGLE\", \"size\": {\"x\": 100, \"y\": 50}, "
                    + BOX
                    + ", \"boundVariables\": {\"size\": {\"x\": {}, \"y\": {}}}}")
            .with("width", "\"40px\"");

    assertEquals(
        List.of("size.x=40", "absoluteBoundingBox.width=40", "-boundVariables.size.x"),
        applied.edits());
  }

  @Test
  void turnedNode_keepsItsBox() {
    String size = ", \"size\": {\"x\": 100, \"y\": 50}";
    String turned = "{\"type\": \"RECTANGLE\", \"rotation\": 0.5, " + BOX;

    assertEquals(
        List.of("size.x=40"), Applied.to(turned + size + "}").with("width", "\"40\"").edits());
    Applied unknown = Applied.to(turned + "}").with("width", "\"40\"");
    assertEquals(List.of(), unknown.edits());
    assertEquals(List.of(NOT_REPRESENTABLE), unknown.problems());
  }

  @Test
  void nodeWithoutAnySize_isReported() {
    Applied applied =
        Applied.to("{\"type\": \"RECTANGLE\", \"absoluteBoundingBox\": null}")
            .with("width", "\"40\"");

    assertEquals(List.of(), applied.edits());
    assertEquals(List.of(NOT_REPRESENTABLE), applied.problems());
  }

  @Test
  void resizedFrame_leavesLayoutPending() {
    String frame = "{\"type\": \"FRAME\", " + BOX + "}";
    ParentFacts auto = new ParentFacts.Known("FRAME", true, PARENT_BOX);

    assertEquals(List.of(LAYOUT_PENDING), Applied.to(frame).with("width", "\"40\"").problems());
    assertEquals(List.of(), Applied.to(RECTANGLE).with("width", "\"40\"").problems());
    assertEquals(
        List.of(LAYOUT_PENDING), Applied.to(RECTANGLE).in(auto).with("width", "\"40\"").problems());
  }

  @Test
  void wholeParent_dependsOnTheParent() {
    Applied applied = Applied.to(RECTANGLE).with("sizing", "\" 100% \"");

    assertEquals(
        List.of("absoluteBoundingBox.height=100"),
        applied.in(new ParentFacts.Known("CANVAS", false, null)).edits());
    assertEquals(
        List.of("absoluteBoundingBox.width=300", "absoluteBoundingBox.height=200"),
        applied.in(new ParentFacts.Known("GROUP", false, PARENT_BOX)).edits());
    assertEquals(
        List.of("layoutAlign=\"STRETCH\""),
        applied.in(new ParentFacts.Known("FRAME", true, PARENT_BOX)).edits());
    assertEquals(List.of(LAYOUT_PENDING), applied.problems());
  }

  @Test
  void wholeParent_ofUnknownSize_saysSo() {
    Applied applied = Applied.to(RECTANGLE).with("width", "\"100%\"");

    assertEquals(
        List.of(LAYOUT_PENDING),
        applied.in(new ParentFacts.Known("GROUP", false, null)).problems());
    assertEquals(List.of(), applied.edits());
  }

  @Test
  void sizeBelowZero_isWrittenAsTheTokenSays_andNoted() {
    Applied applied = Applied.to(RECTANGLE).with("number", "\"-45\"");

    assertEquals(
        List.of("absoluteBoundingBox.width=-45", "absoluteBoundingBox.height=-45"),
        applied.edits());
    assertEquals(List.of(QUIRK), applied.problems());
  }

  @Test
  void place_movesTransformAndBox() {
    Applied applied =
        Applied.to(
                "{\"type\": \"RECTANGLE\", \"relativeTransform\": [[1, 0, 3], [0, 1, 4]], "
                    + BOX
                    + "}")
            .with("x", "\"5px\"");

    assertEquals(
        List.of("relativeTransform=[[1,0,5],[0,1,4]]", "absoluteBoundingBox.x=12"),
        applied.edits());
  }

  @Test
  void placeWithoutTransform_countsFromTheParentsBox() {
    Applied applied = Applied.to(RECTANGLE).with("y", "\"7\"");

    assertEquals(
        List.of("absoluteBoundingBox.y=12"),
        applied.in(new ParentFacts.Known("FRAME", false, PARENT_BOX)).edits());
    assertEquals(
        List.of("absoluteBoundingBox.y=7"),
        applied.in(new ParentFacts.Known("CANVAS", false, null)).edits());
    assertEquals(
        List.of(NOT_REPRESENTABLE),
        applied.in(new ParentFacts.Known("GROUP", false, PARENT_BOX)).problems());
  }

  @Test
  void placeInAutoLayout_stays() {
    Applied applied =
        Applied.to(RECTANGLE)
            .in(new ParentFacts.Known("FRAME", true, PARENT_BOX))
            .with("x", "\"7\"");

    assertEquals(List.of(), applied.edits());
    assertEquals(List.of(QUIRK), applied.problems());
  }

  @Test
  void placeInsideAnInstance_stays() {
    Applied applied =
        Applied.to("{\"id\": \"I1:2;3:4\", \"type\": \"RECTANGLE\", " + BOX + "}")
            .in(new ParentFacts.Known("FRAME", false, PARENT_BOX))
            .with("x", "\"7\"")
            .with("rotation", "\"45\"");

    assertEquals(List.of(), applied.edits());
    assertEquals(List.of(), applied.problems());
  }

  @Test
  void rotation_isReportedUnlessAskedFor() {
    Applied applied = Applied.to(RECTANGLE).with("rotation", "\"90deg\"");

    assertEquals(List.of(NOT_REPRESENTABLE), applied.problems());
    assertEquals(List.of(NOT_REPRESENTABLE), applied.rotating().problems());
    assertEquals(List.of(), applied.edits());
  }

  @Test
  void rotation_keepsTheMiddle() {
    String node =
        "{\"type\": \"RECTANGLE\", \"size\": {\"x\": 100, \"y\": 50},"
            + " \"relativeTransform\": [[1, 0, 0], [0, 1, 0]]}";
    Recorded recorded = Applied.to(node).rotating().with("rotation", "\"180\"").recorded();

    FigmaNode after = NodeTree.node(NodeTree.edited(NodeTree.parse(node), recorded.edits), null);
    List<sluice.json.JsonValue> rows = Json.items(after.field(FigmaField.RELATIVE_TRANSFORM));
    assertEquals(100, Json.number(Json.items(rows.get(0)).get(2), 0), 1e-9);
    assertEquals(50, Json.number(Json.items(rows.get(1)).get(2), 0), 1e-9);
    assertEquals(-Math.PI, Json.number(after.field(FigmaField.ROTATION), 0), 1e-9);
    assertEquals(List.of(LAYOUT_PENDING), recorded.codes());
  }
}

package sluice.format.penpot.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.json.JsonTree;
import sluice.json.JsonValue;
import sluice.problem.ProblemCode;
import sluice.token.TokenValue;

class GeometryTest {
  private static final double TOLERANCE = 1e-9;

  @Test
  void turnsAndShifts_compose() {
    Random random = new Random(3);
    for (int i = 0; i < 1_000; i++) {
      Motion one = Motion.turn(random.nextDouble() * 720 - 360, point(random));
      Motion two = Motion.shift(random.nextDouble(), random.nextDouble());
      Point at = point(random);

      near(two.of(one.of(at)), one.then(two).of(at));
      near(one.of(two.of(at)), two.then(one).of(at));
    }
  }

  @Test
  void quarterTurns_areExact() {
    assertEquals(new Motion(0, 1, -1, 0, 0, 0), Motion.turn(90, Point.ORIGIN));
    assertEquals(new Motion(-1, 0, 0, -1, 0, 0), Motion.turn(-180, Point.ORIGIN));
    assertEquals(Motion.NONE, Motion.turn(360, Point.ORIGIN));
  }

  @Test
  void scale_stretchesAlongItsAxes_andLeavesTheOrigin() {
    Motion turn = Motion.turn(30, Point.ORIGIN);
    Point along = turn.of(new Point(1, 0));
    Point across = turn.of(new Point(0, 1));
    Point origin = new Point(5, -2);

    Motion scale = Motion.scale(origin, along, 3, across, 0.5);

    near(origin, scale.of(origin));
    near(
        new Point(5 + 3 * along.x(), -2 + 3 * along.y()),
        scale.of(new Point(5 + along.x(), -2 + along.y())));
    near(
        new Point(5 + across.x() / 2, -2 + across.y() / 2),
        scale.of(new Point(5 + across.x(), -2 + across.y())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "M1.0,2.0L3,4Z | M2,4L4,6Z",
        "M-1 -2 L 3e1,4 | M0,0L31,6",
        "M0,0C1,1,2,2,3,3 | M1,2C2,3,3,4,4,5",
        "M.5.5L1,1 | M1.5,2.5L2,3",
        "M1-2L3-4 | M2,0L4,-2"
      })
  void paths_move(String path, String moved) {
    JsonValue result = PathContent.moved(new JsonValue.Str(path), Motion.shift(1, 2));

    assertEquals(new JsonValue.Str(moved), result);
  }

  @ParameterizedTest
  @ValueSource(strings = {"M1,2A3,3,0,0,1,4,5", "m1,2", "M1", "M1,2,3", "Mx,y", "M1,2H4"})
  void pathsWithOtherCommands_doNot(String path) {
    assertNull(PathContent.moved(new JsonValue.Str(path), Motion.shift(1, 2)));
  }

  @Test
  void listsOfCommands_move_whateverElseTheyHold() {
    JsonValue content =
        JsonTree.read(
            "[{\"command\":\"move-to\",\"params\":{\"x\":1,\"y\":2},\"extra\":true},"
                + "{\"command\":\"curve-to\",\"params\":{\"x\":3,\"y\":4,\"c1x\":5,\"c1y\":6,\"c2x\":7,\"c2y\":8}},"
                + "{\"command\":\"close-path\"}]");

    JsonValue moved = PathContent.moved(content, Motion.shift(1, 1));

    assertNotNull(moved);
    assertEquals(
        "[{\"command\":\"move-to\",\"params\":{\"x\":2,\"y\":3},\"extra\":true},"
            + "{\"command\":\"curve-to\",\"params\":{\"x\":4,\"y\":5,\"c1x\":6,\"c1y\":7,\"c2x\":8,\"c2y\":9}},"
            + "{\"command\":\"close-path\"}]",
        JsonTree.write(moved));
  }

  /// A turned shape grows along its own sides, its first corner staying where it is.
  @Test
  void aTurnedShape_keepsItsFirstCorner() {
    Shape shape = shape(turned(30));

    apply(shape, Map.of(Attribute.WIDTH, 40.0));

    Geometry after = Geometry.of(shape);
    assertNotNull(after);
    Geometry before = Geometry.of(shape(turned(30)));
    assertNotNull(before);
    near(before.corners().getFirst(), after.corners().getFirst());
    near(before.along(), after.along());
    assertEquals(40, after.width(), TOLERANCE);
    assertEquals(10, after.height(), TOLERANCE);
    Point opposite = after.corners().get(2);
    Point first = after.corners().get(0);
    near(new Point((first.x() + opposite.x()) / 2, (first.y() + opposite.y()) / 2), after.center());
  }

  @Test
  void aLockedProportion_changesTheOtherSide() {
    Shape wide = shape(box("rect", ",\"proportionLock\":true,\"proportion\":2"));
    apply(wide, Map.of(Attribute.WIDTH, 50.0));
    Shape tall = shape(box("rect", ",\"proportionLock\":true,\"proportion\":2"));
    apply(tall, Map.of(Attribute.HEIGHT, 50.0));

    assertEquals("50 25", size(wide));
    assertEquals("100 50", size(tall));
  }

  @Test
  void whatIsWithinTheTolerance_isLeft() {
    Shape shape = shape(box("rect", ",\"rotation\":0"));

    apply(shape, Map.of(Attribute.WIDTH, 20.009, Attribute.ROTATION, 0.009, Attribute.X, 9.995));

    assertTrue(shape.keysChanged().isEmpty(), shape.keysChanged().toString());
  }

  @Test
  void aBlockedShape_isNotTurned() {
    Shape shape = shape(box("rect", ",\"blocked\":true"));

    apply(shape, Map.of(Attribute.ROTATION, 90.0));

    assertTrue(shape.keysChanged().isEmpty());
  }

  @Test
  void aMirroredShape_turnsByTheDifference() {
    // Mirrored left to right: the first corner is at the right.
    String mirrored =
        box(
                "rect",
                ",\"flipX\":true,\"rotation\":0,\"transform\":{\"a\":-1,\"b\":0,\"c\":0,\"d\":1,\"e\":0,\"f\":0}")
            .replace(
                "\"points\":[{\"x\":10,\"y\":10},{\"x\":30,\"y\":10},{\"x\":30,\"y\":20},{\"x\":10,\"y\":20}]",
                "\"points\":[{\"x\":30,\"y\":10},{\"x\":10,\"y\":10},{\"x\":10,\"y\":20},{\"x\":30,\"y\":20}]");
    Shape shape = shape(mirrored);

    apply(shape, Map.of(Attribute.ROTATION, 180.0));

    Geometry after = Geometry.of(shape);
    assertNotNull(after);
    near(new Point(10, 20), after.corners().getFirst());
    assertEquals(180, after.rotation());
    near(new Point(1, -1), after.matrix().of(new Point(1, 1)));
    near(new Point(1, 1), after.matrix().of(new Point(1, -1)));
  }

  @Test
  void aPath_keepsItsNulls_andItsOutlineFollows() {
    Shape shape =
        shape(
            box("path", ",\"content\":\"M10.0,10.0L30.0,20.0Z\"")
                .replaceFirst(
                    "\"x\":10,\"y\":10,\"width\":20,\"height\":10",
                    "\"x\":null,\"y\":null,\"width\":null,\"height\":null"));

    apply(shape, Map.of(Attribute.WIDTH, 40.0, Attribute.X, 0.0));

    assertEquals("M0,10L40,20Z", shape.text("content"));
    assertNull(shape.get("x"));
    assertNull(shape.get("width"));
    assertEquals("40 10", size(shape));
  }

  @Test
  void aPathThatCannotBeMoved_isLeft_andReported() {
    Shape shape = shape(box("path", ",\"content\":\"M10,10A1,1,0,0,0,2,2\""));
    Notices notices = new Notices();

    apply(shape, Map.of(Attribute.X, 0.0), notices);

    assertTrue(shape.keysChanged().isEmpty());
    assertEquals(ProblemCode.NOT_REPRESENTABLE, notices.all().getFirst().problem().code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"group", "bool"})
  void whatGetsItsSizeFromItsChildren_isNotResized(String type) {
    Shape shape = shape(box(type, ",\"shapes\":[\"a\"]"));
    Notices notices = new Notices();

    apply(shape, Map.of(Attribute.WIDTH, 99.0), notices);

    assertTrue(shape.keysChanged().isEmpty());
    assertEquals(ProblemCode.LAYOUT_PENDING, notices.all().getFirst().problem().code());
  }

  @Test
  void pointsWrittenAsTexts_areRead() {
    Shape shape =
        shape(
            box("rect", ",\"transform\":\"1,0,0,1,0,0\"")
                .replaceFirst(
                    "\"points\":\\[.*?]", "\"points\":[\"10,10\",\"30,10\",\"30,20\",\"10,20\"]"));

    apply(shape, Map.of(Attribute.X, 0.0));

    Geometry after = Geometry.of(shape);
    assertNotNull(after);
    assertEquals(new Point(0, 10), after.topLeft());
  }

  private static void apply(Shape shape, Map<Attribute, Double> values) {
    apply(shape, values, new Notices());
  }

  private static void apply(Shape shape, Map<Attribute, Double> values, Notices notices) {
    Map<Attribute, AppliedValues.Value> applied = new EnumMap<>(Attribute.class);
    values.forEach((attribute, number) ->
        applied.put(attribute, new AppliedValues.Value("t", new TokenValue.Num(number))));
    ShapeWriter.apply(
        shape, new AppliedValues(applied), onThePage(), PenpotFonts.unknown(), null, notices);
  }

  private static Surroundings onThePage() {
    return new Surroundings() {
      @Override
      public Parent parent() {
        return Parent.NONE;
      }

      @Override
      public Point frameOrigin() {
        return Point.ORIGIN;
      }

      @Override
      public Motion motion() {
        return Motion.NONE;
      }
    };
  }

  private static Shape shape(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return new Shape(bytes, bytes.length);
  }

  /// A box of 20 by 10 at (10, 10).
  private static String box(String type, String more) {
    return "{\"type\":\"%s\",\"x\":10,\"y\":10,\"width\":20,\"height\":10,\"selrect\":{\"x\":10,\"y\":10,\"width\":20,\"height\":10,\"x1\":10,\"y1\":10,\"x2\":30,\"y2\":20},\"points\":[{\"x\":10,\"y\":10},{\"x\":30,\"y\":10},{\"x\":30,\"y\":20},{\"x\":10,\"y\":20}]%s}"
        .formatted(type, more);
  }

  private static String turned(double degrees) {
    Shape shape = shape(box("rect", ",\"rotation\":0"));
    apply(shape, Map.of(Attribute.ROTATION, degrees));
    return new String(shape.update(false).result(), StandardCharsets.UTF_8);
  }

  private static String size(Shape shape) {
    Geometry geometry = Geometry.of(shape);
    assertNotNull(geometry);
    return "%.0f %.0f".formatted(geometry.width(), geometry.height());
  }

  private static Point point(Random random) {
    return new Point(random.nextDouble() * 100, random.nextDouble() * 100);
  }

  private static void near(Point expected, Point actual) {
    assertEquals(expected.x(), actual.x(), TOLERANCE);
    assertEquals(expected.y(), actual.y(), TOLERANCE);
  }
}

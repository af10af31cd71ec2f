package sluice.format.penpot.shape;

import java.util.Map;
import sluice.json.JsonValue;

/// Radius, opacity, gaps, padding, margins and size limits (Penpot, application).
final class ScalarWriter {
  private static final String[] CORNERS = {"r1", "r2", "r3", "r4"};
  private static final String[] PADDING = {"p1", "p2", "p3", "p4"};
  private static final String CHILDREN_WAIT =
      "its children stay where they are until Penpot lays the frame out";

  private final Shape shape;
  private final Surroundings surroundings;
  private final Notices notices;

  ScalarWriter(Shape shape, Surroundings surroundings, Notices notices) {
    this.shape = shape;
    this.surroundings = surroundings;
    this.notices = notices;
  }

  void apply(Attribute attribute, double value) {
    switch (attribute) {
      case R1, R2, R3, R4 -> radius(attribute.ordinal() - Attribute.R1.ordinal(), value);
      case OPACITY -> opacity(attribute, value);
      case ROW_GAP, COLUMN_GAP -> gap(attribute, value);
      case P1, P2, P3, P4 -> padding(attribute, value);
      case M1, M2, M3, M4 -> margin(attribute, value);
      case MIN_WIDTH, MAX_WIDTH, MIN_HEIGHT, MAX_HEIGHT -> limit(attribute, value);
      default -> throw new IllegalArgumentException(attribute + " is no plain number");
    }
  }

  /// A flipped shape shows its corners mirrored, and the token means what is seen.
  private void radius(int corner, double value) {
    if (!shape.type().equals("rect") && !shape.type().equals("frame")) {
      return;
    }
    int stored = corner;
    if (shape.flag("flipX")) {
      stored ^= 1;
    }
    if (shape.flag("flipY")) {
      stored = 3 - stored;
    }
    shape.set(CORNERS[stored], Json.number(Math.max(0, value)));
  }

  private void opacity(Attribute attribute, double value) {
    if (value < 0 || value > 1) {
      notices.invalid(attribute, tokenOf(attribute), "an opacity is from 0 to 1, not " + value);
      return;
    }
    shape.set("opacity", Json.number(value));
  }

  private void gap(Attribute attribute, double value) {
    if (shape.hasLayout()) {
      Map<String, JsonValue> gap = Json.members(shape.get("layoutGap"));
      gap.put(attribute.key(), Json.number(value));
      shape.set("layoutGap", new JsonValue.Obj(gap));
      childrenWait(attribute, "layoutGap");
    }
  }

  private void padding(Attribute attribute, double value) {
    if (shape.hasLayout()) {
      Map<String, JsonValue> padding = Json.members(shape.get("layoutPadding"));
      padding.put(attribute.key(), Json.number(value));
      shape.set("layoutPadding", new JsonValue.Obj(padding));
      childrenWait(attribute, "layoutPadding");
    }
  }

  /// The importer wants all four sides.
  void completePadding() {
    if (shape.changes("layoutPadding")) {
      Map<String, JsonValue> padding = Json.members(shape.get("layoutPadding"));
      for (String side : PADDING) {
        padding.putIfAbsent(side, Json.number(0));
      }
      shape.set("layoutPadding", new JsonValue.Obj(padding));
    }
  }

  private void childrenWait(Attribute attribute, String field) {
    if (shape.hasChildren() && shape.changes(field)) {
      notices.pending(attribute, "the frame is not laid out again", CHILDREN_WAIT);
    }
  }

  private void margin(Attribute attribute, double value) {
    Map<String, JsonValue> margin = Json.members(shape.get("layoutItemMargin"));
    JsonValue wanted = Json.number(value);
    if (Json.number(margin.get(attribute.key()), Double.NaN) == value) {
      return;
    }
    if (surroundings.parent().hasLayout()) {
      margin.put(attribute.key(), wanted);
      shape.set("layoutItemMargin", new JsonValue.Obj(margin));
      placedByParent(attribute);
    }
  }

  private void limit(Attribute attribute, double value) {
    shape.set(attribute.key(), Json.number(value));
    if (shape.changes(attribute.key()) && surroundings.parent().hasLayout()) {
      placedByParent(attribute);
    }
  }

  private void placedByParent(Attribute attribute) {
    notices.pending(
        attribute,
        "the frame around it is not laid out again",
        "its place and size are up to the layout of its parent");
  }

  private String tokenOf(Attribute attribute) {
    return shape.tokenOf(attribute.key());
  }
}

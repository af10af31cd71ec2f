package sluice.testkit.generate;

import org.jspecify.annotations.Nullable;
import sluice.testkit.generate.TokenMeaning.Layer;

/// Fills in the fields that show what a node looks like, spelled and ordered as Figma does.
final class NodeLook {
  private static final String[] VERTICAL = {"TOP", "TOP", "CENTER", "SCALE"};
  private static final String[] HORIZONTAL = {"LEFT", "LEFT", "RIGHT", "SCALE"};
  private static final String[] SIZING = {"FIXED", "FIXED", "HUG", "FILL"};
  private static final String[] ROTATION = {
    "-1.5707963267948966", "0.2617993950843811", "4.470348358154297e-08", "-0.0"
  };
  private static final Rgba CLEAR = new Rgba(0, 0, 0, 0);
  private static final String IMAGE_REF = "5d41402abc4b2a76b9719d911017c592a1b2c3d4";
  private static final int VARIABLES = 200;

  private final Seeded random;
  private final NodeValues values;
  private final int styles;
  private int variable;

  NodeLook(Seeded random, NodeValues values, int styles) {
    this.random = random;
    this.values = values;
    this.styles = styles;
  }

  void rotation(NodeFields fields) {
    if (random.chance(0.03)) {
      fields.add("rotation", random.oneOf(ROTATION));
    }
  }

  void componentPropertyReferences(NodePlace place) {
    if (place.kind == NodeKind.TEXT && place.instance != null && random.chance(0.3)) {
      JsonText text = place.fields.begin("componentPropertyReferences");
      text.raw("{\"characters\":\"Label#12:").integer(place.instance.component).raw("\"}");
      place.fields.end();
    }
  }

  void opacity(NodeFields fields) {
    if (values.opacity != 1) {
      fields.number("opacity", values.opacity);
    }
  }

  /// Binds the fill to a variable, which [#describe] repeats in the paint; the opacity of a node
  /// without a fill.
  void boundVariables(NodeFields fields, NodeKind kind) {
    variable = 1 + random.below(VARIABLES);
    JsonText text = fields.begin("boundVariables");
    if (values.fill == null) {
      alias(text.raw("{\"opacity\":"), variable);
    } else {
      alias(text.raw("{\"fills\":["), variable).raw("]");
    }
    if (values.autoLayout && random.chance(0.5)) {
      alias(text.raw(",\"itemSpacing\":"), variable + 1);
    }
    if (kind == NodeKind.TEXT && random.chance(0.3)) {
      alias(text.raw(",\"fontSize\":["), variable + 2).raw("]");
    }
    text.raw("}");
    fields.end();
  }

  /// Everything that follows `children`.
  void describe(NodePlace place, boolean hidden, boolean bound) {
    NodeFields fields = place.fields;
    NodeKind kind = place.kind;
    bounds(place, hidden);
    constraints(fields);
    boolean frame = kind.isFrameLike();
    if (frame || kind == NodeKind.GROUP || kind == NodeKind.SECTION) {
      fields.add("clipsContent", random.chance(0.4) ? "true" : "false");
      fills(fields.begin("background"), bound);
      fields.end();
    }
    fills(fields.begin("fills"), bound);
    fields.end();
    solid(fields.begin("strokes"), values.stroke, false);
    fields.end();
    fields.number("strokeWeight", values.strokeWeight);
    fields.add("strokeAlign", kind == NodeKind.TEXT ? "\"OUTSIDE\"" : "\"INSIDE\"");
    if (!values.dashes.isEmpty()) {
      fields.add("strokeDashes", values.dashes);
    }
    corners(fields);
    if (frame || kind == NodeKind.GROUP) {
      Rgba mirrored = values.fill == null ? CLEAR : values.fill;
      fields.begin("backgroundColor").color(mirrored, mirrored.opacity());
      fields.end();
    }
    styles(fields, kind);
    if (frame) {
      autoLayout(fields);
    }
    effects(fields);
    fields.add("interactions", "[]");
    fields.add("complexStrokeProperties", "{\"strokeType\":\"BASIC\"}");
    if (random.chance(0.04)) {
      fields.add(
          "exportSettings",
          "[{\"suffix\":\"\",\"format\":\"PNG\",\"constraint\":{\"type\":\"SCALE\",\"value\":1.0}}]");
    }
    switch (kind) {
      case TEXT -> text(fields);
      case INSTANCE -> instance(place);
      case ELLIPSE ->
          fields.add(
              "arcData",
              "{\"startingAngle\":0.0,\"endingAngle\":6.2831854820251465,\"innerRadius\":0.0}");
      case BOOLEAN_OPERATION -> fields.add("booleanOperation", "\"UNION\"");
      case DOCUMENT, CANVAS, SECTION, FRAME, COMPONENT, COMPONENT_SET -> {}
      case GROUP, VECTOR, STAR, REGULAR_POLYGON, RECTANGLE, LINE -> {}
    }
  }

  private void bounds(NodePlace place, boolean hidden) {
    box(place.fields.begin("absoluteBoundingBox"), place.x, place.y, place.width, place.height);
    place.fields.end();
    JsonText text = place.fields.begin("absoluteRenderBounds");
    if (hidden) {
      text.raw("null");
    } else if (random.chance(0.7)) {
      box(text, place.x, place.y, place.width, place.height);
    } else {
      double edge = random.unit();
      double twice = 2 * edge;
      box(text, place.x - edge, place.y - edge, place.width + twice, place.height + twice);
    }
    place.fields.end();
  }

  private static void box(JsonText text, double x, double y, double width, double height) {
    text.raw("{\"x\":").number(x).raw(",\"y\":").number(y);
    text.raw(",\"width\":").number(width).raw(",\"height\":").number(height).raw("}");
  }

  private void constraints(NodeFields fields) {
    JsonText text = fields.begin("constraints").raw("{\"vertical\":");
    text.quoted(random.oneOf(VERTICAL)).raw(",\"horizontal\":");
    text.quoted(random.oneOf(HORIZONTAL)).raw("}");
    fields.end();
    if (random.chance(0.85)) {
      fields.add("layoutAlign", random.chance(0.8) ? "\"INHERIT\"" : "\"STRETCH\"");
      fields.number("layoutGrow", random.chance(0.8) ? 0 : 1);
      fields.begin("layoutSizingHorizontal").quoted(random.oneOf(SIZING));
      fields.end();
      fields.begin("layoutSizingVertical").quoted(random.oneOf(SIZING));
      fields.end();
    }
  }

  private void fills(JsonText text, boolean bound) {
    Rgba color = values.fill;
    if (color == null || values.fillForm == NodeValues.Fill.SOLID) {
      solid(text, color, bound);
    } else if (values.fillForm == NodeValues.Fill.IMAGE) {
      text.raw(
          "[{\"blendMode\":\"NORMAL\",\"type\":\"IMAGE\",\"scaleMode\":\"FILL\",\"imageRef\":");
      text.quoted(IMAGE_REF).raw("}]");
    } else {
      text.raw("[{\"blendMode\":\"NORMAL\",\"type\":\"GRADIENT_LINEAR\",");
      text.raw("\"gradientHandlePositions\":[{\"x\":0.5,\"y\":-3.0616171314629196e-17},");
      text.raw("{\"x\":0.5,\"y\":0.9999999999999999},{\"x\":0.0,\"y\":0.0}],");
      text.raw("\"gradientStops\":[{\"color\":").color(color, color.opacity());
      text.raw(",\"position\":0.0},{\"color\":").color(color, 0).raw(",\"position\":1.0}]}]");
    }
  }

  private void solid(JsonText text, @Nullable Rgba color, boolean bound) {
    text.raw("[");
    if (color != null) {
      text.raw("{");
      if (color.alpha() != 255) {
        text.raw("\"opacity\":").number(color.opacity()).raw(",");
      }
      text.raw("\"blendMode\":\"NORMAL\",\"type\":\"SOLID\",\"color\":").color(color, 1);
      if (bound) {
        alias(text.raw(",\"boundVariables\":{\"color\":"), variable).raw("}");
      }
      text.raw("}");
    }
    text.raw("]");
  }

  private static JsonText alias(JsonText text, int id) {
    return text.raw("{\"type\":\"VARIABLE_ALIAS\",\"id\":\"VariableID:12:").integer(id).raw("\"}");
  }

  private void corners(NodeFields fields) {
    double[] corner = values.corners;
    if (corner[0] == corner[1] && corner[1] == corner[2] && corner[2] == corner[3]) {
      if (corner[0] != 0) {
        fields.number("cornerRadius", corner[0]);
        fields.number("cornerSmoothing", 0);
      }
      return;
    }
    JsonText text = fields.begin("rectangleCornerRadii").raw("[");
    text.number(corner[0]).raw(",").number(corner[1]).raw(",");
    text.number(corner[2]).raw(",").number(corner[3]).raw("]");
    fields.end();
    fields.number("cornerSmoothing", 0);
  }

  private void styles(NodeFields fields, NodeKind kind) {
    if (values.fill == null || !random.chance(0.15)) {
      return;
    }
    JsonText text = fields.begin("styles").raw("{\"fill\":\"8:").integer(random.below(styles));
    text.raw("\"");
    if (kind == NodeKind.TEXT) {
      text.raw(",\"text\":\"8:").integer(random.below(styles)).raw("\"");
    }
    text.raw("}");
    fields.end();
  }

  private void autoLayout(NodeFields fields) {
    if (!values.autoLayout) {
      return;
    }
    fields.add("layoutMode", random.chance(0.5) ? "\"HORIZONTAL\"" : "\"VERTICAL\"");
    length(fields, "itemSpacing", values.itemSpacing);
    fields.add("primaryAxisSizingMode", "\"FIXED\"");
    fields.add("counterAxisAlignItems", "\"CENTER\"");
    length(fields, "paddingLeft", values.padding[3]);
    length(fields, "paddingRight", values.padding[1]);
    length(fields, "paddingTop", values.padding[0]);
    length(fields, "paddingBottom", values.padding[2]);
    fields.add("layoutWrap", "\"NO_WRAP\"");
  }

  /// Figma leaves out lengths of 0.
  private static void length(NodeFields fields, String name, double value) {
    if (value != 0) {
      fields.number(name, value);
    }
  }

  private void effects(NodeFields fields) {
    JsonText text = fields.begin("effects").raw("[");
    if (values.shadow != null) {
      for (int i = values.shadow.layers().size() - 1; i >= 0; i--) {
        effect(text, values.shadow.layers().get(i));
        text.raw(i > 0 ? "," : "");
      }
    }
    text.raw("]");
    fields.end();
  }

  private static void effect(JsonText text, Layer layer) {
    text.raw("{\"type\":").quoted(layer.inner() ? "INNER_SHADOW" : "DROP_SHADOW");
    text.raw(",\"visible\":true,\"color\":").color(layer.color(), layer.color().opacity());
    text.raw(",\"blendMode\":\"NORMAL\",\"offset\":{\"x\":").number(layer.x());
    text.raw(",\"y\":").number(layer.y()).raw("},\"radius\":").number(layer.blur());
    if (layer.spread() != 0) {
      text.raw(",\"spread\":").number(layer.spread());
    }
    text.raw(layer.inner() ? "}" : ",\"showShadowBehindNode\":false}");
  }

  private void text(NodeFields fields) {
    Words.text(fields.begin("characters"), random);
    fields.end();
    boolean mixed = random.chance(0.03);
    fields.add("characterStyleOverrides", mixed ? "[0,0,0,3,3,3]" : "[]");
    fields.add("styleOverrideTable", mixed ? "{\"3\":{\"textDecoration\":\"UNDERLINE\"}}" : "{}");
    fields.add("lineTypes", "[\"NONE\"]");
    fields.add("lineIndentations", "[0]");
    JsonText text = fields.begin("style").raw("{\"fontFamily\":").quoted(values.fontFamily);
    text.raw(",\"fontPostScriptName\":null,\"fontStyle\":").quoted(values.fontStyle);
    text.raw(",\"fontWeight\":").integer(values.fontWeight);
    if (!values.textCase.equals("ORIGINAL")) {
      text.raw(",\"textCase\":").quoted(values.textCase);
    }
    if (!values.textDecoration.equals("NONE")) {
      text.raw(",\"textDecoration\":").quoted(values.textDecoration);
    }
    text.raw(",\"textAutoResize\":\"WIDTH_AND_HEIGHT\",\"fontSize\":").number(values.fontSize);
    text.raw(",\"textAlignHorizontal\":\"LEFT\",\"textAlignVertical\":\"TOP\"");
    text.raw(",\"letterSpacing\":").number(values.letterSpacing);
    lineHeight(text);
    text.raw("}");
    fields.end();
    fields.add("layoutVersion", "4");
  }

  private void lineHeight(JsonText text) {
    double size = values.fontSize;
    if (values.lineHeight == 0) {
      text.raw(",\"lineHeightPx\":").number(size * 1.2102272727);
      text.raw(",\"lineHeightPercent\":100.0,\"lineHeightUnit\":\"INTRINSIC_%\"");
      return;
    }
    boolean percent = values.lineHeightIsPercent;
    double pixels = percent ? values.lineHeight / 100 * size : values.lineHeight;
    double share = percent ? values.lineHeight : 100 * values.lineHeight / size;
    text.raw(",\"lineHeightPx\":").number(pixels);
    text.raw(",\"lineHeightPercent\":").number(pixels / (size * 1.2102272727) * 100);
    text.raw(",\"lineHeightPercentFontSize\":").number(share);
    text.raw(",\"lineHeightUnit\":").quoted(percent ? "FONT_SIZE_%" : "PIXELS");
  }

  private void instance(NodePlace place) {
    NodeFields fields = place.fields;
    fields.begin("componentId").raw("\"7:").integer(place.component).raw("\"");
    fields.end();
    if (random.chance(0.35)) {
      JsonText text = fields.begin("componentProperties").raw("{\"Label#12:");
      text.integer(place.component).raw("\":{\"value\":");
      Words.name(text, random);
      text.raw(",\"type\":\"TEXT\"},\"State\":{\"value\":\"Default\",\"type\":\"VARIANT\"}}");
      fields.end();
    }
    JsonText text = fields.begin("overrides").raw("[");
    if (random.chance(0.4)) {
      text.raw("{\"id\":\"").raw(place.id.bytes(), place.id.size());
      text.raw("\",\"overriddenFields\":[\"fills\",\"name\"]}");
    }
    text.raw("]");
    fields.end();
  }
}

package sluice.format.figma.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sluice.problem.ProblemCode.BINDING_REMOVED;
import static sluice.problem.ProblemCode.LAYOUT_PENDING;
import static sluice.problem.ProblemCode.NOT_REPRESENTABLE;
import static sluice.problem.ProblemCode.QUIRK;
import static sluice.problem.ProblemCode.VALUE_INVALID;

import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.problem.Problem;

/// Paints, outlines, corners, effects and plain numbers.
class FigmaPlanTest {
  private static final String BORDER =
      """
      [{"name": "b", "type": "border", "value": {"color": "#ff0000", "width": 2, "style": "solid"}},
       {"name": "w", "type": "borderWidth", "value": "5"},
       {"name": "n", "type": "other", "value": "none"}]
      """;

  private static final String RED =
      "[{\"blendMode\":\"NORMAL\",\"type\":\"SOLID\",\"color\":{\"r\":1,\"g\":0,\"b\":0,\"a\":1}}]";

  @Test
  void blurOfAnAliasedComposition_isApplied_opacityIsNot() {
    Applied node =
        Applied.to("{\"type\":\"FRAME\"}")
            .tokens(
                """
                [{"name":"k","type":"composition","value":{"backgroundBlur":"8","opacity":"0.5"}},
                 {"name":"a","type":"composition","value":"{k}"}]\
                """)
            .key("composition", "a");

    assertEquals(
        List.of("effects=[{\"type\":\"BACKGROUND_BLUR\",\"visible\":true,\"radius\":8}]"),
        node.edits());
  }

  @Test
  void borderBesideItsOwnWidth_losesItsColour() {
    Applied applied =
        Applied.to("{\"type\": \"RECTANGLE\", \"strokeWeight\": 1, \"strokes\": []}")
            .tokens(BORDER)
            .key("border", "b")
            .key("borderWidth", "w");

    assertEquals(List.of("strokeWeight=5"), applied.edits());
  }

  @Test
  void numericBorderWidth_isApplied() {
    Applied applied =
        Applied.to("{\"type\": \"RECTANGLE\", \"strokeWeight\": 1, \"strokes\": []}")
            .tokens(BORDER)
            .key("border", "b");

    assertEquals(List.of("strokeWeight=2", "strokes=" + RED), applied.edits());
  }

  @Test
  void clearedSideWidth_clearsEverySide_andSaysSo() {
    Applied applied =
        Applied.to("{\"type\": \"FRAME\", \"strokeWeight\": 3}")
            .tokens(BORDER)
            .key("borderWidthLeft", "n");

    assertEquals(List.of("strokeWeight=0"), applied.edits());
    assertEquals(List.of(QUIRK), applied.problems());
  }

  @Test
  void equalSides_becomeOneWeight() {
    Applied applied =
        Applied.to(
                """
                {"type": "FRAME", "strokeWeight": 1, "individualStrokeWeights":
                 {"top": 1, "right": 1, "bottom": 1, "left": 5},
                 "boundVariables": {"individualStrokeWeights": {"left": {"id": "v"}}}}
                """)
            .with("borderWidthLeft", "\"1\"");

    assertEquals(
        List.of("-boundVariables.individualStrokeWeights.left", "-individualStrokeWeights"),
        applied.edits());
  }

  @Test
  void dashesOfASide_giveWayToABorderWhereThereAreNoSides() {
    String tokens =
        """
        [{"name": "a", "type": "border", "value": {"width": "1", "style": "dashed"}},
         {"name": "s", "type": "border", "value": {"width": "1", "style": "solid"}}]
        """;

    for (String type : List.of("VECTOR", "RECTANGLE")) {
      List<String> edits =
          Applied.to("{\"type\": \"" + type + "\", \"strokeWeight\": 1}")
              .tokens(tokens)
              .key("borderTop", "s")
              .key("border", "a")
              .edits();

      assertEquals(type.equals("VECTOR") ? List.of("strokeDashes=[3,2]") : List.of(), edits, type);
    }
  }

  @Test
  void opacityOutOfRange_isRefused() {
    for (String value : List.of("\"150%\"", "\"50\"", "\"-0.5\"", "\"abc\"")) {
      Applied applied = Applied.to("{\"type\": \"RECTANGLE\"}").with("opacity", value);

      assertEquals(List.of(), applied.edits(), value);
      assertEquals(List.of(VALUE_INVALID), applied.problems(), value);
    }
  }

  @Test
  void equalAsFloat_isNoChange() {
    String node = "{\"type\": \"RECTANGLE\", \"opacity\": 0.10000000149011612}";

    assertEquals(List.of(), Applied.to(node).with("opacity", "\"0.1\"").edits());
    assertEquals(List.of("opacity=0.2"), Applied.to(node).with("opacity", "\"0.2\"").edits());
  }

  @Test
  void writtenNumber_losesItsVariable() {
    String node =
        """
        {"type": "FRAME", "opacity": 0.5, "layoutMode": "VERTICAL", "paddingTop": 4,
         "boundVariables": {"opacity": {"id": "v1"}, "paddingTop": {"id": "v2"}}}
        """;
    Applied applied = Applied.to(node).with("opacity", "\"50%\"").with("paddingTop", "\"8\"");

    assertEquals(List.of("paddingTop=8", "-boundVariables.paddingTop"), applied.edits());
    assertEquals(List.of(BINDING_REMOVED, LAYOUT_PENDING), applied.problems());
  }

  @Test
  void writtenCorner_losesItsVariables() {
    Applied applied =
        Applied.to(
                """
                {"type": "RECTANGLE", "rectangleCornerRadii": [1, 2, 3, 4], "boundVariables":
                 {"topLeftRadius": {"id": "v"}, "rectangleCornerRadii":
                  {"RECTANGLE_TOP_LEFT_CORNER_RADIUS": {"id": "v"},
                   "RECTANGLE_TOP_RIGHT_CORNER_RADIUS": {"id": "v"}}}}
                """)
            .with("borderRadiusTopLeft", "\"9\"");

    assertEquals(
        List.of(
            "-boundVariables.topLeftRadius",
            "-boundVariables.rectangleCornerRadii.RECTANGLE_TOP_LEFT_CORNER_RADIUS",
            "rectangleCornerRadii=[9,2,3,4]"),
        applied.edits());
  }

  @Test
  void redundantCornerForms_areLeftAloneWhenNothingChanges() {
    String node =
        "{\"type\": \"RECTANGLE\", \"cornerRadius\": 8, \"rectangleCornerRadii\": [8, 8, 8, 8]}";

    assertEquals(List.of(), Applied.to(node).with("borderRadius", "\"8px\"").edits());
    assertEquals(
        List.of("cornerRadius=4", "-rectangleCornerRadii"),
        Applied.to(node).with("borderRadius", "\"4px\"").edits());
  }

  @Test
  void cornersWithAnUnreadableOne_areRefusedTogether() {
    Applied applied =
        Applied.to("{\"type\": \"RECTANGLE\", \"cornerRadius\": 8}")
            .with("borderRadius", "\"1 x\"");

    assertEquals(List.of(), applied.edits());
    assertEquals(List.of(VALUE_INVALID), applied.problems());
  }

  @Test
  void writtenFill_losesItsVariableAndStyle_andItsMirrorsFollow() {
    Applied applied =
        Applied.to(
                """
                {"type": "FRAME", "fills": [], "background": [], "backgroundColor":
                 {"r": 0, "g": 0, "b": 0, "a": 0}, "styles": {"fill": "1:2", "stroke": "1:3"},
                 "boundVariables": {"fills": [{"id": "v"}]}}
                """)
            .with("fill", "\"#ff0000\"");

    assertEquals(
        List.of(
            "fills=" + RED,
            "-boundVariables.fills",
            "-styles.fill",
            "background=" + RED,
            "backgroundColor={\"r\":1,\"g\":0,\"b\":0,\"a\":1}"),
        applied.edits());
    assertEquals(List.of(BINDING_REMOVED, BINDING_REMOVED), applied.problems());
  }

  @Test
  void equalFirstFill_keepsVariableAndStyle() {
    Applied applied =
        Applied.to(
                """
                {"type": "RECTANGLE", "fills": [{"type": "SOLID", "visible": false,
                 "color": {"r": 1, "g": 0, "b": 0}, "boundVariables": {"color": {"id": "v"}}}],
                 "styles": {"fills": "1:2"}, "boundVariables": {"fills": [{"id": "v"}]}}
                """)
            .with("fill", "\"#ff0000\"");

    assertEquals(List.of(), applied.edits());
  }

  @Test
  void fillOfText_takesTheFillsOfItsCharacters() {
    Applied applied =
        Applied.to(
                """
                {"type": "TEXT", "fills": [{"type": "SOLID", "color": {"r": 1, "g": 0, "b": 0}}],
                 "styleOverrideTable": {"2": {"fills": [], "inheritFillStyleId": "1:2",
                 "fontSize": 9}, "3": {"fontSize": 8}}}
                """)
            .with("fill", "\"#ff0000\"");

    assertEquals(
        List.of("-styleOverrideTable.2.fills", "-styleOverrideTable.2.inheritFillStyleId"),
        applied.edits());
  }

  @Test
  void translucentFill_keepsAlphaBesideTheColour() {
    Applied applied = Applied.to("{\"type\": \"RECTANGLE\"}").with("fill", "\"#ff000080\"");

    assertEquals(List.of("fills=" + RED.replace("}]", ",\"opacity\":0.5}]")), applied.edits());
  }

  @Test
  void fillThatIsNoColour_isRefused() {
    for (String value : List.of("\"notacolor\"", "12", "\"rgb(300, 0, 0\"")) {
      Applied applied = Applied.to("{\"type\": \"RECTANGLE\"}").with("fill", value);

      assertEquals(List.of(), applied.edits(), value);
      assertEquals(List.of(VALUE_INVALID), applied.problems(), value);
    }
  }

  @Test
  void image_isReported() {
    Applied applied =
        Applied.to("{\"type\": \"RECTANGLE\"}").with("asset", "\"https://example.org/a.png\"");

    assertEquals(List.of(), applied.edits());
    assertEquals(List.of(NOT_REPRESENTABLE), applied.problems());
  }

  @Test
  void verticalTrim_isReported() {
    Applied applied = Applied.to("{\"type\": \"TEXT\"}").with("verticalTrim", "\"true\"");

    assertEquals(List.of(NOT_REPRESENTABLE), applied.problems());
  }

  @Test
  void innerShadowFirst_staysAsItIsTheSecondTime() {
    String token =
        """
        [{"type": "dropShadow", "color": "#000", "x": 0, "y": 1, "blur": 2, "spread": 0},
         {"type": "innerShadow", "color": "#000", "x": 0, "y": 1, "blur": 2, "spread": 0}]
        """;
    String shadow =
        "\"visible\":true,\"blendMode\":\"NORMAL\",\"color\":{\"r\":0,\"g\":0,\"b\":0,\"a\":1},"
            + "\"offset\":{\"x\":0,\"y\":1},\"radius\":2,\"spread\":0";
    String after =
        "[{\"type\":\"INNER_SHADOW\","
            + shadow
            + "},{\"type\":\"DROP_SHADOW\","
            + shadow
            + ",\"showShadowBehindNode\":true}]";
    String first =
        "{\"type\": \"RECTANGLE\", \"effects\": [{\"type\": \"DROP_SHADOW\","
            + " \"showShadowBehindNode\": true}]}";

    assertEquals(List.of("effects=" + after), Applied.to(first).with("boxShadow", token).edits());
    assertEquals(
        List.of(),
        Applied.to("{\"type\": \"RECTANGLE\", \"effects\": " + after + "}")
            .with("boxShadow", token)
            .edits());
  }

  @Test
  void shadowWithAPartMissing_isRefused() {
    Applied applied =
        Applied.to("{\"type\": \"RECTANGLE\"}")
            .with("boxShadow", "{\"type\": \"dropShadow\", \"color\": \"#000\", \"x\": 0}");

    assertEquals(List.of(), applied.edits());
    assertEquals(List.of(VALUE_INVALID), applied.problems());
  }

  @Test
  void blur_keepsTheVariablesOfOtherEffects() {
    String other = "{\"type\":\"LAYER_BLUR\",\"radius\":3,\"boundVariables\":{\"radius\":{}}}";
    Applied applied =
        Applied.to(
                "{\"type\": \"RECTANGLE\", \"effects\": ["
                    + other
                    + "], \"styles\": {\"effect\": \"1:2\"},"
                    + " \"boundVariables\": {\"effects\": [{}]}}")
            .with("backgroundBlur", "\"4px\"");

    assertEquals(
        List.of(
            "effects=[" + other + ",{\"type\":\"BACKGROUND_BLUR\",\"visible\":true,\"radius\":4}]",
            "-styles.effect"),
        applied.edits());
  }

  @Test
  void literalShadowInComposition_isNotAppliedAndSaysSo() {
    Applied applied =
        Applied.to("{\"type\": \"RECTANGLE\"}")
            .with(
                "composition",
                "{\"boxShadow\": {\"type\": \"dropShadow\", \"color\": \"#000\", \"x\": 0,"
                    + " \"y\": 0, \"blur\": 1, \"spread\": 0}}");

    assertEquals(List.of(), applied.edits());
    assertEquals(List.of(QUIRK), applied.problems());
  }

  @Test
  void visibilityAsJsonTruth_saysWhyNothingHappens() {
    Applied applied = Applied.to("{\"type\": \"RECTANGLE\"}").with("visibility", "false");

    assertEquals(List.of(), applied.edits());
    assertEquals(List.of(QUIRK), applied.problems());
  }

  @Test
  void autoThenNumber_unstretchesWhateverItWas() {
    Applied applied =
        Applied.to("{\"type\": \"FRAME\", \"primaryAxisAlignItems\": \"CENTER\"}")
            .with("itemSpacing", "\"AUTO\"")
            .with("number", "\"8\"");

    assertEquals(List.of("itemSpacing=8", "primaryAxisAlignItems=\"MIN\""), applied.edits());
  }

  @Test
  void compositeOnAScalarKey_isRefused() {
    Applied applied = Applied.to("{\"type\": \"FRAME\"}").with("itemSpacing", "{\"a\": \"b\"}");

    assertEquals(List.of(VALUE_INVALID), applied.problems());
  }

  @Test
  void typesWithoutTokens_haveNoFamilies() {
    for (String type : List.of("STICKY", "CONNECTOR", "SHAPE_WITH_TEXT", "SECTION", "NEW")) {
      Applied applied = Applied.to("{\"type\": \"" + type + "\"}").with("opacity", "\"50%\"");

      assertEquals(List.of(), applied.edits(), type);
      assertFalse(NodeTypes.isTokenBearing(type), type);
    }
    for (String type : List.of("REGULAR_POLYGON", "GROUP", "SLOT", "TEXT", "COMPONENT_SET")) {
      assertTrue(NodeTypes.isTokenBearing(type), type);
    }
  }

  @Test
  void everyProblemSaysWhatAndWhy() {
    Problem problem =
        Applied.to("{\"type\": \"RECTANGLE\"}")
            .with("opacity", "\"abc\"")
            .recorded()
            .problems
            .getFirst();

    assertEquals("token \"opacity\" has no value for opacity", problem.what());
    assertEquals("seen \"abc\", allowed is a number, with or without a unit", problem.why());
  }

  @Test
  void fieldsFitTheBitsOfALong() {
    assertTrue(FigmaField.values().length <= Long.SIZE);
    assertEquals(FigmaField.STROKE_DASHES, FigmaField.of("strokeDashes"));
  }
}

package sluice.format.figma.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.apply.FontCatalog;
import sluice.apply.PropertyKey;
import sluice.apply.TokenJson;
import sluice.format.figma.live.LiveDecision.End;
import sluice.format.figma.property.ApplySettings;
import sluice.json.JsonValue;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.resolve.TokenResolver;

/// Single nodes of an open file, decided. Long, because it is a list: one short test for each rule.
class LiveWorkTest {
  private static final LiveParent PAGE = new LiveParent("PAGE", null);
  private static final String TEXT =
      "\"characters\":\"ab\",\"fontName\":{\"family\":\"Inter\",\"style\":\"Regular\"},"
          + "\"fontSize\":14,\"lineHeight\":{\"unit\":\"AUTO\"},"
          + "\"letterSpacing\":{\"unit\":\"PIXELS\",\"value\":0},\"textCase\":\"ORIGINAL\"";
  private static final String WHITE =
      "{\"type\":\"SOLID\",\"color\":{\"r\":1,\"g\":1,\"b\":1},\"opacity\":1}";
  private static final String RED =
      "{\"type\":\"SOLID\",\"color\":{\"r\":1,\"g\":0,\"b\":0},\"opacity\":1}";

  /// A node with a token for each of some keys, whose value is given.
  private static final class Case {
    private final String type;
    private final JsonValue.Obj current;
    private final List<String> tokens = new ArrayList<>();
    private final Map<String, JsonValue> data = new LinkedHashMap<>();
    private LiveParent parent = PAGE;
    private boolean partOfInstance;

    Case(String type, String members) {
      this.type = type;
      this.current = LiveJson.object("{" + members + "}");
    }

    Case with(String key, String value) {
      String tokenType = key.startsWith("border") && value.startsWith("{") ? "border" : key;
      tokens.add(
          "{\"name\":\"" + key + "\",\"type\":\"" + tokenType + "\",\"value\":" + value + "}");
      return stored(key, "\"" + key + "\"");
    }

    Case stored(String key, String text) {
      data.put(key, new JsonValue.Str(text));
      return this;
    }

    Case in(LiveParent other) {
      parent = other;
      return this;
    }

    Case inInstance() {
      partOfInstance = true;
      return this;
    }

    LiveWork work() {
      return new LiveWork(
          TokenResolver.resolve(
              TokenJson.tokens(LiveJson.parse("[" + String.join(",", tokens) + "]"))),
          List.of("core"),
          ApplySettings.DEFAULT);
    }

    LiveNode node() {
      return new LiveNode(
          "1:2", type, "Card", partOfInstance, parent, new JsonValue.Obj(data), current);
    }

    /// The decision; everything that holds of any is checked.
    LiveDecision decide() {
      LiveWork work = work();
      LiveDecision decision = work.decide(node());
      if (LiveFacts.malformed(current).isEmpty()) {
        LiveChecks.check(work, node(), decision);
      }
      return decision;
    }

    String operation() {
      return LiveJson.text(patch().operation());
    }

    String inverse() {
      return LiveJson.text(patch().inverse());
    }

    LivePatch patch() {
      return Objects.requireNonNull(decide().patch());
    }

    List<ProblemCode> codes() {
      return decide().problems().stream().map(Problem::code).toList();
    }
  }

  private static Case node(String type, String members) {
    return new Case(type, members);
  }

  @Test
  void paint_isWrittenInTheTermsOfThePluginApi() {
    Case filled = node("RECTANGLE", "\"fills\":[" + WHITE + "]").with("fill", "\"#ff000080\"");

    assertEquals(
        "{\"set\":{\"fills\":[{\"type\":\"SOLID\",\"color\":{\"r\":1,\"g\":0,\"b\":0},"
            + "\"opacity\":0.5}]}}",
        filled.operation());
    assertEquals(
        "{\"expect\":{\"fills\":[{\"type\":\"SOLID\",\"color\":{\"r\":1,\"g\":0,\"b\":0},"
            + "\"opacity\":0.5}]},\"set\":{\"fills\":["
            + WHITE
            + "]}}",
        filled.inverse());
    FieldChange change = filled.decide().changes().getFirst();
    assertEquals("fills", change.field());
    assertEquals("fill", change.token());
  }

  @Test
  void gradient_isAMatrix() {
    Case filled =
        node("ELLIPSE", "\"fills\":[]")
            .with("fill", "\"linear-gradient(90deg, #000000 0%, #ffffff 100%)\"");

    assertTrue(
        filled.operation().contains("\"gradientTransform\":[[1,0,0],[0,1,0]]"), filled.operation());
  }

  @Test
  void image_isToldAndNotWritten() {
    Case filled = node("RECTANGLE", "\"fills\":[]").with("asset", "\"https://a.example/b.png\"");

    assertEquals(List.of(ProblemCode.NOT_REPRESENTABLE), filled.codes());
    assertEquals(End.SKIPPED, filled.decide().end());
  }

  @Test
  void radius_wholeWhereAllCornersChange_partsOtherwise() {
    String corners =
        "\"cornerRadius\":2,\"topLeftRadius\":2,\"topRightRadius\":2,"
            + "\"bottomRightRadius\":2,\"bottomLeftRadius\":2";

    assertEquals(
        "{\"set\":{\"cornerRadius\":8}}",
        node("FRAME", corners).with("borderRadius", "8").operation());
    Case mixed = node("FRAME", corners).with("borderRadius", "\"2 8\"");
    assertEquals("{\"set\":{\"topRightRadius\":8,\"bottomLeftRadius\":8}}", mixed.operation());
    assertEquals(
        "{\"expect\":{\"topRightRadius\":8,\"bottomLeftRadius\":8},"
            + "\"set\":{\"topRightRadius\":2,\"bottomLeftRadius\":2}}",
        mixed.inverse());
  }

  @Test
  void radius_mixedBefore_partsComeBack() {
    Case node =
        node(
                "RECTANGLE",
                "\"topLeftRadius\":1,\"topRightRadius\":2,"
                    + "\"bottomRightRadius\":3,\"bottomLeftRadius\":4")
            .with("borderRadius", "8");

    assertEquals("{\"set\":{\"cornerRadius\":8}}", node.operation());
    assertEquals(
        "{\"expect\":{\"cornerRadius\":8},\"set\":{\"topLeftRadius\":1,\"topRightRadius\":2,"
            + "\"bottomRightRadius\":3,\"bottomLeftRadius\":4}}",
        node.inverse());
  }

  @Test
  void radius_ofAVectorWhoseCornersDiffer_isWrittenAndCantBeTakenBack() {
    Case node = node("VECTOR", "\"fills\":[]").with("borderRadius", "8");

    assertEquals("{\"set\":{\"cornerRadius\":8}}", node.operation());
    assertEquals("{\"expect\":{\"cornerRadius\":8}}", node.inverse());
    assertEquals(List.of(ProblemCode.QUIRK), node.codes());
  }

  @Test
  void dashes_areComparedAsTheyAre() {
    String stroke = "\"strokes\":[],\"strokeWeight\":1,\"dashPattern\":";

    assertTrue(
        node("LINE", stroke + "[]")
            .with("border", "{\"style\":\"solid\"}")
            .operation()
            .contains("\"dashPattern\":[0,0]"));
    assertEquals(
        End.UNCHANGED,
        node("LINE", stroke + "[0,0]").with("border", "{\"style\":\"solid\"}").decide().end());
  }

  @Test
  void boundField_isUnboundAndBoundAgain() {
    Case node =
        node(
                "RECTANGLE",
                "\"opacity\":1,\"boundVariables\":{\"opacity\":"
                    + "{\"type\":\"VARIABLE_ALIAS\",\"id\":\"VariableID:1:1\"}}")
            .with("opacity", "0.5");

    assertEquals("{\"unbind\":[\"opacity\"],\"set\":{\"opacity\":0.5}}", node.operation());
    assertEquals(
        "{\"expect\":{\"opacity\":0.5},\"set\":{\"opacity\":1},"
            + "\"bind\":{\"opacity\":\"VariableID:1:1\"}}",
        node.inverse());
    assertEquals(List.of(ProblemCode.BINDING_REMOVED), node.codes());
  }

  @Test
  void boundField_thatHasTheValue_staysBound() {
    Case node =
        node(
                "RECTANGLE",
                "\"opacity\":0.5,\"boundVariables\":{\"opacity\":"
                    + "{\"type\":\"VARIABLE_ALIAS\",\"id\":\"VariableID:1:1\"}}")
            .with("opacity", "0.5");

    assertEquals(End.UNCHANGED, node.decide().end());
  }

  @Test
  void fontBoundToSeveralVariables_cantBeBoundAgain() {
    Case node =
        node(
                "TEXT",
                TEXT
                    + ",\"boundVariables\":{\"fontSize\":[{\"id\":\"VariableID:1\"},"
                    + "{\"id\":\"VariableID:2\"}]}")
            .with("fontSizes", "20");
    LiveDecision decision = node.work().decide(node.node());

    assertEquals(
        List.of(ProblemCode.BINDING_REMOVED, ProblemCode.QUIRK),
        decision.problems().stream().map(Problem::code).toList());
    assertFalse(LiveJson.text(Objects.requireNonNull(decision.patch()).inverse()).contains("bind"));
  }

  @Test
  void boundPaint_comesBackWhole() {
    String bound =
        WHITE.substring(0, WHITE.length() - 1)
            + ",\"boundVariables\":{\"color\":{\"type\":\"VARIABLE_ALIAS\",\"id\":\"V:1\"}}}";
    Case node =
        node(
                "RECTANGLE",
                "\"fills\":["
                    + bound
                    + "],\"boundVariables\":{\"fills\":"
                    + "[{\"type\":\"VARIABLE_ALIAS\",\"id\":\"V:1\"}]}")
            .with("fill", "\"#ff0000\"");

    assertEquals("{\"set\":{\"fills\":[" + RED + "]}}", node.operation());
    assertEquals(
        "{\"expect\":{\"fills\":[" + RED + "]},\"set\":{\"fills\":[" + bound + "]}}",
        node.inverse());
  }

  @Test
  void sharedStyle_isAttachedAgain() {
    Case node =
        node("RECTANGLE", "\"fills\":[" + WHITE + "],\"fillStyleId\":\"S:1\"")
            .with("fill", "\"#ff0000\"");

    assertEquals("{\"set\":{\"fills\":[" + RED + "]}}", node.operation());
    assertTrue(node.inverse().contains("\"styles\":{\"fillStyleId\":\"S:1\"}"), node.inverse());
    assertEquals(List.of(ProblemCode.BINDING_REMOVED), node.codes());
  }

  @Test
  void text_fontComesFirst_andEveryUnitIsKept() {
    Case node =
        node("TEXT", TEXT)
            .with("letterSpacing", "\"5%\"")
            .with("fontSizes", "20")
            .with("lineHeights", "\"150%\"")
            .with("fontWeights", "\"Bold\"")
            .with("text", "\"Hello\"");

    assertEquals(
        "{\"fonts\":[{\"family\":\"Inter\",\"style\":\"Bold\"}],\"set\":{"
            + "\"characters\":\"Hello\","
            + "\"fontName\":{\"family\":\"Inter\",\"style\":\"Bold\"},"
            + "\"fontSize\":20,"
            + "\"lineHeight\":{\"unit\":\"PERCENT\",\"value\":150},"
            + "\"letterSpacing\":{\"unit\":\"PERCENT\",\"value\":5}}}",
        node.operation());
    assertTrue(
        node.inverse().contains("\"fonts\":[{\"family\":\"Inter\",\"style\":\"Regular\"}]"),
        node.inverse());
  }

  @Test
  void text_withoutANewFont_stillNeedsItsOwn() {
    assertEquals(
        "{\"fonts\":[],\"set\":{\"fontSize\":20}}",
        node("TEXT", TEXT).with("fontSizes", "20").operation());
    assertEquals(
        "{\"set\":{\"visible\":false}}",
        node("TEXT", TEXT + ",\"visible\":true").with("visibility", "\"false\"").operation());
  }

  @Test
  void verticalTrim_isWritten() {
    assertEquals(
        "{\"fonts\":[],\"set\":{\"leadingTrim\":\"CAP_HEIGHT\"}}",
        node("TEXT", TEXT + ",\"leadingTrim\":\"NONE\"")
            .with("verticalTrim", "\"true\"")
            .operation());
    assertEquals(
        List.of(ProblemCode.VALUE_INVALID),
        node("TEXT", TEXT + ",\"leadingTrim\":\"NONE\"").with("verticalTrim", "\"yes\"").codes());
  }

  @Test
  void mixedLetters_areWrittenWholeAndComeBackByRanges() {
    String sizes =
        "{\"$mixed\":[{\"start\":0,\"end\":1,\"value\":20},{\"start\":1,\"end\":2,\"value\":9}]}";
    Case node =
        node("TEXT", TEXT.replace("\"fontSize\":14", "\"fontSize\":" + sizes))
            .with("fontSizes", "20");

    assertEquals("{\"fonts\":[],\"set\":{\"fontSize\":20}}", node.operation());
    assertEquals(
        "{\"expect\":{\"fontSize\":20},"
            + "\"fonts\":[],"
            + "\"ranges\":{\"fontSize\":[{\"start\":0,\"end\":1,\"value\":20},"
            + "{\"start\":1,\"end\":2,\"value\":9}]}}",
        node.inverse());
  }

  @Test
  void mixedLetters_inTooManyParts_areTold() {
    Case node =
        node("TEXT", TEXT.replace("\"fontSize\":14", "\"fontSize\":{\"$mixed\":true}"))
            .with("fontSizes", "20");

    assertEquals("{\"expect\":{\"fontSize\":20}}", node.inverse());
    Problem problem = node.decide().problems().getFirst();
    assertEquals("\"fontSize\" can't be taken back exactly", problem.what());
    assertEquals("layer 1:2 \"Card\", property fontSize", "" + problem.where());
  }

  @Test
  void words_takeTheLooksOfSingleLettersAlong() {
    String fills =
        "{\"$mixed\":[{\"start\":0,\"end\":1,\"value\":["
            + RED
            + "]},{\"start\":1,\"end\":2,\"value\":["
            + WHITE
            + "]}]}";
    String styles =
        "{\"$mixed\":[{\"start\":0,\"end\":1,\"value\":\"S:1\"},"
            + "{\"start\":1,\"end\":2,\"value\":\"\"}]}";
    Case node =
        node("TEXT", TEXT + ",\"fills\":" + fills + ",\"fillStyleId\":" + styles)
            .with("text", "\"Hello\"");
    LivePatch patch = Objects.requireNonNull(node.work().decide(node.node()).patch());

    assertEquals(
        "{\"expect\":{\"characters\":\"Hello\"},"
            + "\"fonts\":[],"
            + "\"set\":{\"characters\":\"ab\"},\"ranges\":{\"fills\":[{\"start\":0,\"end\":1,"
            + "\"value\":["
            + RED
            + "]},{\"start\":1,\"end\":2,\"value\":["
            + WHITE
            + "]}],\"fillStyleId\":[{\"start\":0,\"end\":1,\"value\":\"S:1\"}]}}",
        LiveJson.text(patch.inverse()));
  }

  @Test
  void mixedFonts_keepTheWordsUnlessTheyGetOneFont() {
    String fonts =
        "{\"$mixed\":[{\"start\":0,\"end\":1,\"value\":{\"family\":\"Inter\",\"style\":\"Bold\"}},"
            + "{\"start\":1,\"end\":2,\"value\":{\"family\":\"Inter\",\"style\":\"Light\"}}]}";
    String mixed = "\"characters\":\"ab\",\"fontName\":" + fonts;

    Case words = node("TEXT", mixed).with("text", "\"Hello\"");
    assertEquals(End.UNCHANGED, words.decide().end());
    assertEquals(List.of(ProblemCode.QUIRK), words.codes());
    Case weight = node("TEXT", mixed).with("fontWeights", "\"Bold\"");
    assertEquals(List.of(ProblemCode.NOT_REPRESENTABLE), weight.codes());
    Case both = node("TEXT", mixed).with("text", "\"Hello\"").with("fontFamilies", "\"Roboto\"");
    assertEquals(
        "{\"fonts\":[{\"family\":\"Roboto\",\"style\":\"Regular\"}],\"set\":{"
            + "\"characters\":\"Hello\","
            + "\"fontName\":{\"family\":\"Roboto\",\"style\":\"Regular\"}}}",
        both.operation());
  }

  @Test
  void fontThatIsMissing_isTold() {
    Case node = node("TEXT", TEXT).with("fontFamilies", "\"Nowhere\"");
    LiveWork work =
        new LiveWork(
            TokenResolver.resolve(
                TokenJson.tokens(
                    LiveJson.parse(
                        "[{\"name\":\"fontFamilies\",\"type\":\"fontFamilies\","
                            + "\"value\":\"Nowhere\"}]"))),
            List.of(),
            new ApplySettings(16, FontCatalog.of(Map.of("Inter", List.of("Regular"))), false));

    LiveDecision decision = work.decide(node.node());
    assertEquals(End.SKIPPED, decision.end());
    assertEquals(ProblemCode.FONT_MISSING, decision.problems().getFirst().code());
  }

  @Test
  void rotation_turnsAroundTheMiddle() {
    Case node =
        node("RECTANGLE", "\"x\":10,\"y\":20,\"width\":100,\"height\":50,\"rotation\":0")
            .with("rotation", "\"90deg\"");

    JsonValue.Obj after = new PluginHost(node.current).run(node.patch().operation()).values();
    assertTrue(
        LiveJson.isSame(
            LiveJson.object("{\"x\":35,\"y\":95,\"width\":100,\"height\":50,\"rotation\":90}"),
            after,
            1e-9),
        () -> LiveJson.text(after));
    assertEquals(
        End.UNCHANGED,
        node("RECTANGLE", "\"x\":1,\"y\":2,\"width\":9,\"height\":5,\"rotation\":89.99999")
            .with("rotation", "450")
            .decide()
            .end());
  }

  @Test
  void place_belongsToAnAutoLayoutFrame() {
    Case node =
        node("RECTANGLE", "\"x\":10,\"y\":20")
            .with("x", "5")
            .in(new LiveParent("FRAME", "HORIZONTAL"));

    assertNull(node.decide().patch());
    assertEquals(List.of(ProblemCode.QUIRK), node.codes());
    assertEquals(
        "{\"set\":{\"x\":5}}",
        node("RECTANGLE", "\"x\":10,\"y\":20,\"layoutPositioning\":\"ABSOLUTE\"")
            .with("x", "5")
            .in(new LiveParent("FRAME", "HORIZONTAL"))
            .operation());
  }

  @Test
  void insideAnInstance_placeAndLimitsAreNotApplied() {
    Case node =
        node("FRAME", "\"x\":10,\"y\":20,\"minWidth\":null,\"opacity\":1")
            .with("x", "5")
            .with("minWidth", "5")
            .with("opacity", "0.5")
            .inInstance();

    assertEquals("{\"set\":{\"opacity\":0.5}}", node.operation());
  }

  @Test
  void share_fillsTheParentOrTakesItsSize() {
    String box = "\"width\":10,\"height\":10,\"layoutAlign\":\"INHERIT\"";

    assertEquals(
        "{\"set\":{\"layoutAlign\":\"STRETCH\"}}",
        node("RECTANGLE", box)
            .with("width", "\"100%\"")
            .in(new LiveParent("FRAME", "NONE"))
            .operation());
    assertEquals(
        "{\"set\":{\"width\":320}}",
        node("RECTANGLE", box)
            .with("width", "\"100%\"")
            .in(new LiveParent("GROUP", null, 320, 640))
            .operation());
    assertEquals(
        "{\"set\":{\"width\":100}}", node("RECTANGLE", box).with("width", "\"100%\"").operation());
    assertEquals(
        List.of(ProblemCode.NOT_REPRESENTABLE),
        node("RECTANGLE", box).with("width", "\"100%\"").in(new LiveParent("GROUP", null)).codes());
  }

  @Test
  void gapThatFollowsTheOther_isNotZero() {
    assertEquals(
        "{\"set\":{\"counterAxisSpacing\":0}}",
        node("FRAME", "\"counterAxisSpacing\":null").with("counterAxisSpacing", "0").operation());
  }

  /// What the Plugin API refuses is not sent: the property stays, the rest of the node is applied.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RECTANGLE | \"width\":10,\"height\":10 | sizing | -4",
        "RECTANGLE | \"width\":10,\"height\":10 | number | -4",
        "FRAME | \"minWidth\":null | minWidth | -4",
        "RECTANGLE | \"cornerRadius\":2 | borderRadius | -4",
        "RECTANGLE | \"topLeftRadius\":2 | borderRadiusTopLeft | -4",
        "TEXT | \"fontSize\":12 | fontSizes | 0.5",
        "RECTANGLE | \"opacity\":1 | opacity | 50",
        "RECTANGLE | \"effects\":[] | backgroundBlur | -4",
        "RECTANGLE | \"effects\":[] | boxShadow | {\"type\":\"dropShadow\",\"color\":\"#000\","
            + "\"x\":0,\"y\":0,\"blur\":-1,\"spread\":0}",
        "RECTANGLE | \"effects\":[] | boxShadow | {\"type\":\"dropShadow\",\"color\":\"#000\","
            + "\"x\":0,\"y\":0,\"blur\":1,\"spread\":0,\"blendMode\":\"multiply\"}",
      })
  void valueThatFigmaRefuses_isTold(String type, String members, String key, String value) {
    Case node = node(type, members + ",\"visible\":true").with(key, value);
    assertEquals(List.of(ProblemCode.VALUE_INVALID), node.codes());
    assertEquals(End.SKIPPED, node.decide().end());

    node.with("visibility", "\"false\"");
    assertEquals("{\"set\":{\"visible\":false}}", node.operation());
  }

  @Test
  void blendModeOfFigma_isWritten() {
    assertTrue(
        node("RECTANGLE", "\"effects\":[]")
            .with(
                "boxShadow",
                "{\"type\":\"dropShadow\",\"color\":\"#000\",\"x\":0,\"y\":0,\"blur\":1,"
                    + "\"spread\":0,\"blendMode\":\"MULTIPLY\"}")
            .operation()
            .contains("MULTIPLY"));
  }

  @Test
  void sizeThatFollowedItsContents_doesSoAgain() {
    Case node =
        node(
                "FRAME",
                "\"width\":10,\"height\":10,\"layoutSizingHorizontal\":\"HUG\","
                    + "\"layoutSizingVertical\":\"FIXED\"")
            .with("width", "40");

    assertEquals("{\"set\":{\"width\":40}}", node.operation());
    assertEquals(
        "{\"expect\":{\"width\":40},"
            + "\"set\":{\"width\":10,\"layoutSizingHorizontal\":\"HUG\"}}",
        node.inverse());
  }

  @Test
  void line_hasALengthAndNoHeight() {
    String box = "\"width\":10,\"height\":0";

    Case sized = node("LINE", box).with("sizing", "40");
    assertEquals("{\"set\":{\"width\":40}}", sized.operation());
    assertEquals(List.of(ProblemCode.NOT_REPRESENTABLE), sized.codes());
    assertEquals(End.SKIPPED, node("LINE", box).with("height", "40").decide().end());
    assertEquals("{\"set\":{\"width\":40}}", node("LINE", box).with("width", "40").operation());
  }

  @Test
  void fieldTheNodeDoesNotHave_isNotWritten() {
    assertEquals(
        End.UNCHANGED,
        node("RECTANGLE", "\"width\":1")
            .with("minWidth", "4")
            .in(new LiveParent("FRAME", "NONE"))
            .decide()
            .end());
  }

  @Test
  void layoutIsFigmasOwnWork_andNotTold() {
    Case node =
        node("FRAME", "\"itemSpacing\":1,\"layoutMode\":\"VERTICAL\"").with("itemSpacing", "8");

    assertEquals(List.of(), node.codes());
    assertEquals(End.CHANGED, node.decide().end());
  }

  @Test
  void typesWithoutTokens_areSkipped() {
    for (String type : List.of("PAGE", "SECTION", "STICKY", "WIDGET", "NEVER_HEARD_OF")) {
      assertEquals(End.SKIPPED, node(type, "\"opacity\":1").with("opacity", "0.5").decide().end());
    }
    assertEquals(
        End.CHANGED, node("POLYGON", "\"opacity\":1").with("opacity", "0.5").decide().end());
  }

  @Test
  void missingToken_isToldWithItsPlace() {
    LiveDecision decision =
        node("RECTANGLE", "\"opacity\":1").stored("opacity", "\"gone\"").decide();

    assertEquals(End.SKIPPED, decision.end());
    Problem problem = decision.problems().getFirst();
    assertEquals(ProblemCode.TOKEN_MISSING, problem.code());
    assertEquals(new Location.InLayer("1:2", "Card", "opacity"), problem.where());
    assertEquals("looked in token set core", problem.why());
  }

  @Test
  void dataThatCannotBeRead_isTold() {
    Case node = node("RECTANGLE", "\"opacity\":1").stored("opacity", "not json");
    assertEquals(End.FAILED, node.decide().end());
    assertEquals(List.of(ProblemCode.PLUGIN_DATA_MALFORMED), node.codes());

    Case number = node("RECTANGLE", "\"opacity\":1");
    number.data.put("opacity", new JsonValue.Null());
    assertEquals(End.FAILED, number.decide().end());

    Case foreign = node("RECTANGLE", "\"opacity\":1").stored("theirs", "not json");
    assertEquals(End.UNCHANGED, foreign.decide().end());
  }

  /// Every known field with every wrong kind of value, whatever tokens there are.
  @Test
  void valueOfTheWrongKind_failsTheNode_neverTheWork() {
    List<String> values =
        List.of(
            "null",
            "true",
            "1e999",
            "7",
            "\"x\"",
            "[]",
            "[[5],null]",
            "{}",
            "{\"$mixed\":7}",
            "{\"$mixed\":false}",
            "{\"$mixed\":[{\"start\":0}]}",
            "{\"$mixed\":[{\"start\":-1,\"end\":2,\"value\":1}]}",
            "{\"$mixed\":[3]}");
    int failed = 0;
    for (LiveField field : LiveField.values()) {
      for (String value : values) {
        for (String type : List.of("TEXT", "FRAME", "VECTOR")) {
          Case node = node(type, "\"" + field.fieldName() + "\":" + value);
          for (PropertyKey key : PropertyKey.values()) {
            node.with(key.storedName(), key.storedName().equals("fill") ? "\"#fff\"" : "\"4\"");
          }
          LiveDecision decision = node.work().decide(node.node());
          boolean malformed = !LiveFacts.malformed(node.current).isEmpty();
          assertEquals(malformed, decision.end() == End.FAILED, field + value);
          if (malformed) {
            failed++;
            assertNull(decision.patch());
            assertEquals(ProblemCode.PLUGIN_DATA_MALFORMED, decision.problems().getFirst().code());
          }
        }
      }
    }
    assertTrue(failed > LiveField.values().length * values.size() * 2);
  }

  @Test
  void everyKey_hasItsFieldsListed() {
    assertEquals(List.of("boundVariables"), LiveReads.always());
    assertEquals(PropertyKey.values().length, LiveReads.keys().size());
    assertEquals(List.of("fills", "fillStyleId"), LiveReads.keys().get("fill"));
    assertEquals(List.of("visible"), LiveReads.keys().get("visibility"));
    assertEquals(
        LiveField.values().length - 1,
        LiveReads.keys().getOrDefault("composition", List.of()).size());
  }

  @Test
  void manyThreads_decideAlike() throws Exception {
    Case node = node("RECTANGLE", "\"fills\":[" + WHITE + "]").with("fill", "\"#ff0000\"");
    LiveWork work = node.work();
    List<Callable<LiveDecision>> questions = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      questions.add(() -> work.decide(node.node()));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      LiveDecision expected = node.work().decide(node.node());
      for (Future<LiveDecision> answer : threads.invokeAll(questions)) {
        assertEquals(expected, answer.get());
      }
    }
  }
}

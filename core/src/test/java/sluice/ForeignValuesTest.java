package sluice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Libraries of one dialect applied to documents of another. Long, because it is a list: every
/// dialect on every format, type by type.
class ForeignValuesTest {
  private static final String STUDIO =
      """
      {"core": {
        "ink": {"value": "#336699", "type": "color"},
        "veil": {"value": "rgba(51, 102, 153, 0.25)", "type": "color"},
        "round": {"value": "0.5rem", "type": "borderRadius"},
        "gap": {"value": "12", "type": "spacing"},
        "line": {"value": "2px", "type": "borderWidth"},
        "half": {"value": "50%", "type": "opacity"},
        "family": {"value": "Inter, Arial", "type": "fontFamilies"},
        "weight": {"value": "Bold", "type": "fontWeights"},
        "size": {"value": "20px", "type": "fontSizes"},
        "tight": {"value": "-0.5px", "type": "letterSpacing"},
        "tall": {"value": "150%", "type": "lineHeights"},
        "body": {"type": "typography", "value": {"fontFamily": "Inter", "fontWeight": "700",
          "fontSize": "16px", "lineHeight": "110%", "letterSpacing": "1px"}},
        "lift": {"type": "boxShadow", "value": [
          {"type": "dropShadow", "x": "0", "y": "2px", "blur": "4", "spread": "0", "color": "{veil}"},
          {"type": "innerShadow", "x": "1", "y": "1", "blur": "0", "spread": "-1", "color": "{ink}"}]}
      }, "$themes": []}
      """;

  private static final String DTCG =
      """
      {
        "ink": {"$type": "color", "$value": {"colorSpace": "srgb", "components": [0.2, 0.4, 0.6]}},
        "veil": {"$type": "color", "$value": {"colorSpace": "hsl", "components": [210, 50, 40], "alpha": 0.25}},
        "round": {"$type": "dimension", "$value": {"value": 0.5, "unit": "rem"}},
        "gap": {"$type": "dimension", "$value": {"value": 12, "unit": "px"}},
        "line": {"$type": "dimension", "$value": {"value": 2, "unit": "px"}},
        "half": {"$type": "number", "$value": 0.5},
        "family": {"$type": "fontFamily", "$value": ["Inter", "Arial"]},
        "weight": {"$type": "fontWeight", "$value": "bold"},
        "size": {"$type": "dimension", "$value": {"value": 20, "unit": "px"}},
        "tight": {"$type": "dimension", "$value": {"value": -0.5, "unit": "px"}},
        "tall": {"$type": "number", "$value": 1.5},
        "body": {"$type": "typography", "$value": {"fontFamily": "Inter", "fontWeight": 700,
          "fontSize": {"value": 1, "unit": "rem"}, "lineHeight": 1.1,
          "letterSpacing": {"value": 1, "unit": "px"}}},
        "lift": {"$type": "shadow", "$value": [
          {"color": "{veil}", "offsetX": {"value": 0, "unit": "px"}, "offsetY": {"value": 2, "unit": "px"},
           "blur": {"value": 4, "unit": "px"}, "spread": {"value": 0, "unit": "px"}},
          {"color": "{ink}", "offsetX": {"value": 1, "unit": "px"}, "offsetY": {"value": 1, "unit": "px"},
           "blur": {"value": 0, "unit": "px"}, "spread": {"value": -1, "unit": "px"}, "inset": true}]}
      }
      """;

  private static final String PENPOT =
      """
      {"core": {
        "ink": {"$value": "#336699", "$type": "color"},
        "veil": {"$value": "rgba(51, 102, 153, 0.25)", "$type": "color"},
        "round": {"$value": "8", "$type": "borderRadius"},
        "gap": {"$value": "12px", "$type": "spacing"},
        "line": {"$value": "2", "$type": "borderWidth"},
        "half": {"$value": "50%", "$type": "opacity"},
        "family": {"$value": ["Inter", "Arial"], "$type": "fontFamilies"},
        "weight": {"$value": "bold", "$type": "fontWeights"},
        "size": {"$value": "20", "$type": "fontSizes"},
        "tight": {"$value": "-0.5", "$type": "letterSpacing"},
        "tall": {"$value": "1.5", "$type": "number"},
        "body": {"$type": "typography", "$value": {"fontFamilies": ["Inter"], "fontWeights": "700",
          "fontSizes": "16", "lineHeights": "1.1", "letterSpacing": "1"}},
        "lift": {"$type": "shadow", "$value": [
          {"offsetX": "0", "offsetY": "2", "blur": "4", "spread": "0", "color": "{veil}", "inset": false},
          {"offsetX": "1", "offsetY": "1", "blur": "0", "spread": "-1", "color": "{ink}", "inset": true}]}
      }, "$themes": [], "$metadata": {"tokenSetOrder": ["core"], "activeThemes": [], "activeSets": ["core"]}}
      """;

  private static final String TEXT_STYLE =
      "\"style\":{\"fontFamily\":\"Arial\",\"fontStyle\":\"Regular\",\"fontWeight\":400,\"fontSize\":10}";

  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private List<Path> libraries() throws IOException {
    return List.of(
        write("studio.json", STUDIO), write("dtcg.json", DTCG), write("penpot.json", PENPOT));
  }

  /// A file of nodes, given as type, further fields, and pairs of property and token.
  private Path figma(String... nodes) throws IOException {
    StringBuilder text =
        new StringBuilder(
            "{\"document\":{\"id\":\"0:0\",\"type\":\"DOCUMENT\",\"children\":[{\"id\":\"0:1\",\"type\":\"CANVAS\",\"name\":\"P\",\"children\":[\n");
    for (int i = 0; i < nodes.length; i++) {
      String[] words = nodes[i].split(";", -1);
      StringBuilder data = new StringBuilder();
      for (String pair : words[2].split(",", -1)) {
        String[] halves = pair.split("=", -1);
        data.append(data.isEmpty() ? "" : ",")
            .append("\"%s\":\"\\\"%s\\\"\"".formatted(halves[0], halves[1]));
      }
      text.append(i == 0 ? "" : ",\n")
          .append(
              "{\"id\":\"1:%d\",\"name\":\"n\",\"type\":\"%s\",\"sharedPluginData\":{\"tokens\":{%s}}%s}"
                  .formatted(i, words[0], data, words[1].isEmpty() ? "" : "," + words[1]));
    }
    return write("document.json", text.append("\n]}]}}").toString());
  }

  /// An archive of shapes, given as type and pairs of attribute and token.
  private Path archive(String... shapes) throws IOException {
    Map<String, String> all = new LinkedHashMap<>();
    for (int i = 0; i < shapes.length; i++) {
      String[] words = shapes[i].split(";", -1);
      StringBuilder applied = new StringBuilder();
      for (String pair : words[1].split(",", -1)) {
        String[] halves = pair.split("=", -1);
        applied
            .append(applied.isEmpty() ? "" : ",")
            .append("\"%s\":\"%s\"".formatted(halves[0], halves[1]));
      }
      all.put(
          "s" + i,
          "{\"id\":\"s%d\",\"type\":\"%s\",\"name\":\"shape\",\"parentId\":\"root\",%s,\"layout\":\"flex\",\"content\":{\"type\":\"root\",\"children\":[{\"type\":\"paragraph-set\",\"children\":[{\"type\":\"paragraph\",\"children\":[{\"text\":\"a\"}]}]}]},\"appliedTokens\":{%s}}"
              .formatted(i, words[0], PenpotPage.box(0, 0, 9, 9), applied));
    }
    Path archive = folder.resolve("a.penpot");
    PenpotPage.write(archive, all, "{\"s\":{}}");
    return archive;
  }

  private RunReport apply(Path document, Path tokens, Path out) throws InterruptedException {
    return Sluice.apply(document).tokens(tokens).output(out).start().await();
  }

  /// The first node or shape with what is applied to it, and the report.
  private record Applied(JsonNode node, RunReport report) {
    List<Problem> problems(ProblemCode code) {
      return report.problems().examples().stream()
          .filter(problem -> problem.code() == code)
          .toList();
    }
  }

  private Applied applied(Path document, String tokens) throws Exception {
    Path out = folder.resolve("out");
    Path file = write("given.json", tokens);
    RunReport report = apply(document, file, out);
    if (document.toString().endsWith(".penpot")) {
      return new Applied(PenpotPage.shape(PenpotPage.shapes(out), "s0"), report);
    }
    return new Applied(
        JsonMapper.shared().readTree(out).at("/document/children/0/children/0"), report);
  }

  private static String dtcg(String type, String value) {
    return "{\"$schema\":\"https://www.designtokens.org/schemas/2025.10/format.json\",\"t\":{\"$type\":\"%s\",\"$value\":%s}}"
        .formatted(type, value);
  }

  private static String studio(String type, String value) {
    return "{\"core\":{\"t\":{\"type\":\"%s\",\"value\":%s}}}".formatted(type, value);
  }

  private static String penpot(String type, String value) {
    return "{\"s\":{\"t\":{\"$type\":\"%s\",\"$value\":%s}},\"$metadata\":{\"activeSets\":[\"s\"]}}"
        .formatted(type, value);
  }

  @Test
  void oneDecisionInEachDialect_givesTheSameFigmaFile() throws Exception {
    Path document =
        figma(
            "RECTANGLE;\"fills\":[];fill=ink,borderRadius=round,opacity=half,borderWidth=line",
            "FRAME;\"strokes\":[];fill=veil,borderColor=ink,itemSpacing=gap,spacing=gap,boxShadow=lift",
            "TEXT;" + TEXT_STYLE + ";typography=body",
            "TEXT;"
                + TEXT_STYLE
                + ";fontFamilies=family,fontWeights=weight,fontSizes=size,letterSpacing=tight,lineHeights=tall",
            "RECTANGLE;"
                + "\"absoluteBoundingBox\":{\"x\":0,\"y\":0,\"width\":1,\"height\":1};sizing=size");
    List<byte[]> results = new ArrayList<>();
    for (Path tokens : libraries()) {
      Path out = folder.resolve("out.json");

      RunReport report = apply(document, tokens, out);

      assertEquals(5, report.counts().nodesChanged(), tokens.toString());
      assertTrue(report.problems().isEmpty(), () -> report.problems().examples().toString());
      results.add(Files.readAllBytes(out));
    }
    assertArrayEquals(results.get(0), results.get(1));
    assertArrayEquals(results.get(0), results.get(2));
    JsonNode nodes =
        JsonMapper.shared().readTree(results.get(0)).at("/document/children/0/children");
    assertEquals(8, nodes.get(0).get("cornerRadius").asInt());
    assertEquals(0.25, nodes.get(1).at("/fills/0/opacity").asDouble());
    assertEquals("INNER_SHADOW", nodes.get(1).at("/effects/0/type").asString());
    assertEquals(110, nodes.get(2).at("/style/lineHeightPercentFontSize").asDouble());
    assertEquals(30, nodes.get(3).at("/style/lineHeightPx").asDouble());
    assertEquals("Bold", nodes.get(3).at("/style/fontStyle").asString());
  }

  @Test
  void oneDecisionInEachDialect_givesTheSamePenpotArchive() throws Exception {
    Path document =
        archive(
            "rect;fill=ink,r1=round,r2=round,opacity=half,strokeWidth=line,strokeColor=veil,shadow=lift",
            "frame;rowGap=gap,p1=gap,layoutItemMinW=size",
            "text;typography=body,fill=veil",
            "text;fontFamily=family,fontWeight=weight,fontSize=size,letterSpacing=tight,lineHeight=tall",
            "rect;width=size,height=size");
    List<byte[]> results = new ArrayList<>();
    for (Path tokens : libraries()) {
      Path out = folder.resolve("out.penpot");

      RunReport report = apply(document, tokens, out);

      assertEquals(5, report.counts().nodesChanged(), report.problems().examples().toString());
      results.add(Files.readAllBytes(out));
    }
    assertArrayEquals(results.get(0), results.get(1));
    assertArrayEquals(results.get(0), results.get(2));
    JsonNode first = PenpotPage.shape(PenpotPage.shapes(folder.resolve("out.penpot")), "s0");
    assertEquals("#336699", first.at("/fills/0/fillColor").asString());
    assertEquals(8, first.get("r1").asInt());
    assertEquals(0.25, first.at("/strokes/0/strokeOpacity").asDouble());
    assertEquals("drop-shadow", first.at("/shadow/0/style").asString());
  }

  @ParameterizedTest
  @CsvSource({
    "'[0.2, 0.4, 0.6]', 0.2, 0",
    "'[0, 1, 0]', 0, 1",
  })
  void colourOutsideOfSrgb_isCutOffAndTold(String components, double red, long told)
      throws Exception {
    String tokens =
        dtcg("color", "{\"colorSpace\":\"display-p3\",\"components\":%s}".formatted(components));
    for (Path document : List.of(figma("RECTANGLE;\"fills\":[];fill=t"), archive("rect;fill=t"))) {

      Applied applied = applied(document, tokens);

      List<Problem> doubts = applied.problems(ProblemCode.TOKEN_DOUBTFUL);
      assertEquals(told, doubts.size());
      doubts.forEach(doubt -> assertTrue(doubt.where() instanceof Location.InFile, doubt.render()));
      boolean isFigma = applied.node().has("sharedPluginData");
      double seen =
          isFigma
              ? applied.node().at("/fills/0/color/r").asDouble()
              : Integer.parseInt(
                      applied.node().at("/fills/0/fillColor").asString().substring(1, 3), 16)
                  / 255.0;
      assertTrue(seen <= red, "red is less in sRGB, and never below zero: " + seen);
    }
  }

  static Stream<String> motions() {
    return Stream.of(
        dtcg("duration", "{\"value\":200,\"unit\":\"ms\"}"),
        dtcg("cubicBezier", "[0,0,1,1]"),
        dtcg(
            "transition",
            "{\"duration\":{\"value\":1,\"unit\":\"s\"},\"delay\":{\"value\":0,\"unit\":\"s\"},\"timingFunction\":[0,0,1,1]}"),
        dtcg("strokeStyle", "\"dashed\""),
        dtcg("fontWeight", "450"));
  }

  @ParameterizedTest
  @MethodSource("motions")
  void whatNoPropertyTakes_isReportedAndChangesNothing(String tokens) throws Exception {
    Applied onNode =
        applied(
            figma("TEXT;" + TEXT_STYLE + ";opacity=t,itemSpacing=t,fontSizes=t,fontWeights=t"),
            tokens);
    Applied onShape = applied(archive("rect;opacity=t,r1=t"), tokens);

    assertEquals(0, onNode.report().counts().changes());
    List<Problem> ofNode = onNode.problems(ProblemCode.NOT_REPRESENTABLE);
    assertEquals(4, ofNode.size());
    Location.InNode where = (Location.InNode) ofNode.getFirst().where();
    assertEquals("1:0", where == null ? "" : where.nodeId());
    assertEquals("opacity", where == null ? "" : where.property());
    assertEquals(0, onShape.report().counts().changes());
    Problem ofShape = onShape.problems(ProblemCode.NOT_REPRESENTABLE).getFirst();
    assertTrue(ofShape.what().contains("2 properties take it"), ofShape.render());
  }

  @Test
  void gradient_runsFromTopToBottomInFigma_andIsNoneOfPenpots() throws Exception {
    String black = "{\"colorSpace\":\"srgb\",\"components\":[0,0,0]}";
    String two =
        dtcg(
            "gradient",
            "[{\"color\":%1$s,\"position\":0.125},{\"color\":%1$s,\"position\":1}]"
                .formatted(black));
    String one = dtcg("gradient", "[{\"color\":%s,\"position\":0.5}]".formatted(black));
    Path document = figma("RECTANGLE;\"fills\":[];fill=t");

    JsonNode paint = applied(document, two).node().at("/fills/0");
    JsonNode single = applied(document, one).node().at("/fills/0");
    Applied shape = applied(archive("rect;fill=t"), two);

    assertEquals("GRADIENT_LINEAR", paint.get("type").asString());
    assertEquals(0.125, paint.at("/gradientStops/0/position").asDouble());
    assertEquals(
        "[0.5,0,0.5,1]",
        "[%s,%s,%s,%s]"
            .formatted(
                paint.at("/gradientHandlePositions/0/x"),
                paint.at("/gradientHandlePositions/0/y"),
                paint.at("/gradientHandlePositions/1/x"),
                paint.at("/gradientHandlePositions/1/y")));
    assertEquals(2, single.get("gradientStops").size());
    assertEquals(0, shape.report().counts().changes());
    assertEquals(1, shape.problems(ProblemCode.NOT_REPRESENTABLE).size());
  }

  @ParameterizedTest
  @CsvSource({
    "'\"solid\"', '[0,0]', 0",
    "'\"dashed\"', '[6,3]', 0",
    "'\"groove\"', '[0,0]', 1",
    "'{\"dashArray\":[{\"value\":1,\"unit\":\"px\"}],\"lineCap\":\"butt\"}', '[9,9]', 1"
  })
  void border_isColourWidthAndDashes(String style, String dashes, long lost) throws Exception {
    String tokens =
        dtcg(
            "border",
            "{\"color\":{\"colorSpace\":\"srgb\",\"components\":[1,0,0]},\"width\":{\"value\":2,\"unit\":\"px\"},\"style\":%s}"
                .formatted(style));

    Applied node =
        applied(figma("RECTANGLE;\"strokes\":[],\"strokeDashes\":[9,9];border=t"), tokens);
    Applied shape = applied(archive("rect;strokeColor=t"), tokens);

    assertEquals(2, node.node().get("strokeWeight").asInt());
    assertEquals(1, node.node().at("/strokes/0/color/r").asInt());
    assertEquals(dashes, node.node().get("strokeDashes").toString());
    assertEquals(lost, node.problems(ProblemCode.NOT_REPRESENTABLE).size());
    assertEquals(0, shape.report().counts().changes());
  }

  @Test
  void partOfATypographyThatCannotBeSaid_isLeftOut() throws Exception {
    String tokens =
        dtcg(
            "typography",
            "{\"fontFamily\":\"Inter\",\"fontSize\":{\"value\":12,\"unit\":\"px\"},\"fontWeight\":450,\"lineHeight\":1.2,\"letterSpacing\":{\"value\":0,\"unit\":\"px\"}}");

    Applied node = applied(figma("TEXT;" + TEXT_STYLE + ";typography=t"), tokens);
    Applied shape = applied(archive("text;typography=t"), tokens);

    assertEquals("Inter", node.node().at("/style/fontFamily").asString());
    assertEquals("Regular", node.node().at("/style/fontStyle").asString());
    assertEquals(12, node.node().at("/style/fontSize").asInt());
    assertEquals("Inter", leaf(shape).get("fontFamily").asString());
    assertTrue(leaf(shape).get("fontWeight") == null);
    for (Applied applied : List.of(node, shape)) {
      Problem lost = applied.problems(ProblemCode.NOT_REPRESENTABLE).getFirst();
      assertTrue(lost.what().startsWith("fontWeight of token \"t\""), lost.render());
      assertTrue(lost.where() instanceof Location.InFile);
    }
  }

  private static JsonNode leaf(Applied shape) {
    return shape.node().at("/content/children/0/children/0/children/0");
  }

  @ParameterizedTest
  @CsvSource({
    "950, Extra Black, 950",
    "'\"semi-bold\"', SemiBold, 600",
    "'\"hairline\"', Thin, 100",
    "700, Bold, 700"
  })
  void weight_isAStyleInFigma_andANumberInPenpot(String value, String style, String number)
      throws Exception {
    String tokens = dtcg("fontWeight", value);

    assertEquals(
        style,
        applied(figma("TEXT;" + TEXT_STYLE + ";fontWeights=t"), tokens)
            .node()
            .at("/style/fontStyle")
            .asString());
    assertEquals(
        number, leaf(applied(archive("text;fontWeight=t"), tokens)).get("fontWeight").asString());
  }

  @ParameterizedTest
  @CsvSource({
    "fontWeights, '\"700 italic\"', fontWeights, /style/fontStyle, '\"Bold Italic\"'",
    "fontWeights, '\"regular italic\"', fontWeights, /style/fontStyle, '\"Italic\"'",
    "textCase, '\"none\"', textCase, /style/textCase, '\"ORIGINAL\"'",
    "textCase, '\"Capitalize\"', textCase, /style/textCase, '\"TITLE\"'",
    "textDecoration, '\"strike-through\"', textDecoration, /style/textDecoration, '\"STRIKETHROUGH\"'",
    "number, '\"1.1\"', lineHeights, /style/lineHeightPercentFontSize, 110",
    "dimension, '\"20px\"', fontSizes, /style/fontSize, 20"
  })
  void tokenOfPenpot_isAppliedToAText(
      String type, String value, String key, String pointer, String expected) throws Exception {
    String style = TEXT_STYLE.replace("}", ",\"textCase\":\"UPPER\"}");

    Applied node = applied(figma("TEXT;" + style + ";" + key + "=t"), penpot(type, value));

    assertEquals(
        JsonMapper.shared().readTree(expected),
        node.node().at(pointer).isMissingNode()
            ? JsonMapper.shared().readTree("\"ORIGINAL\"")
            : node.node().at(pointer),
        node.report().problems().examples().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "rect, r1, borderRadius, '\"1rem\"', 16",
    "rect, r1, spacing, '\"4 * 3px\"', 12",
    "rect, opacity, opacity, '\"12.5%\"', 0.125",
    "rect, r1, other, '\"7\"', 7",
  })
  void tokenOfStudio_isAppliedToAShape(
      String shape, String attribute, String type, String value, double expected) throws Exception {
    Applied applied = applied(archive(shape + ";" + attribute + "=t"), studio(type, value));

    assertEquals(expected, applied.node().get(attribute).asDouble());
  }

  @ParameterizedTest
  @CsvSource({
    "fontWeights, '\"Semi Bold Italic\"', fontWeight, fontWeight, 600",
    "fontWeights, '\"Extra Light\"', fontWeight, fontWeight, 200",
    "textCase, '\"UPPER\"', textCase, textTransform, uppercase",
    "textDecoration, '\"line-through\"', textDecoration, textDecoration, line-through",
    "lineHeights, '\"120%\"', lineHeight, lineHeight, 1.2",
    "fontFamilies, '\"''Open Sans'', Arial\"', fontFamily, fontFamily, Open Sans",
    "typography, '{\"fontSize\":\"10\",\"lineHeight\":\"15px\"}', typography, lineHeight, 1.5",
    "typography, '{\"fontSize\":\"10\",\"letterSpacing\":\"5%\"}', typography, letterSpacing, 0.5",
    "typography, '{\"fontSize\":{\"value\":2,\"unit\":\"rem\"}}', typography, fontSize, 32"
  })
  void tokenOfStudio_isAppliedToTheContentOfAText(
      String type, String value, String attribute, String field, String expected) throws Exception {
    Applied applied = applied(archive("text;" + attribute + "=t"), studio(type, value));

    assertEquals(
        expected,
        String.valueOf(leaf(applied).get(field)).replace("\"", ""),
        applied.report().problems().examples().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "spacing, '\"4px 8px\"'",
    "sizing, '\"100%\"'",
    "spacing, '\"AUTO\"'",
    "lineHeights, '\"24px\"'",
    "lineHeights, '\"AUTO\"'",
    "letterSpacing, '\"5%\"'",
    "textCase, '\"small-caps\"'",
    "color, '\"linear-gradient(#fff, #000)\"'",
    "composition, '{\"fill\":\"#fff\"}'",
    "border, '{\"color\":\"#fff\",\"width\":\"1\",\"style\":\"solid\"}'",
    "asset, '\"https://example.org/a.png\"'",
    "boxShadow, '{\"x\":\"1\",\"y\":\"1\",\"blur\":\"1\",\"color\":\"#fff\",\"type\":\"dropShadow\"}'",
    "fontWeights, '\"Wonky\"'"
  })
  void tokenOfStudioThatPenpotCannotHave_isReported(String type, String value) throws Exception {
    Applied applied =
        applied(
            archive(
                "text;fill=t,opacity=t,lineHeight=t,letterSpacing=t,textCase=t,fontWeight=t,shadow=t"),
            studio(type, value));

    assertEquals(0, applied.report().counts().changes());
    List<Problem> told = applied.problems(ProblemCode.NOT_REPRESENTABLE);
    assertEquals(1, told.size(), applied.report().problems().examples().toString());
    assertTrue(told.getFirst().render().contains("7 properties"), told.getFirst().render());
  }

  @ParameterizedTest
  @ValueSource(strings = {"18", "{base}"})
  void baseFontSize_countsForRem(String size) throws Exception {
    Path tokens =
        write(
            "dtcg.json",
            "{\"base\":{\"$type\":\"dimension\",\"$value\":{\"value\":18,\"unit\":\"px\"}},\"t\":{\"$type\":\"dimension\",\"$value\":{\"value\":2,\"unit\":\"rem\"}}}");
    Path out = folder.resolve("out.json");
    Path shapes = folder.resolve("out.penpot");

    Sluice.apply(figma("RECTANGLE;;borderRadius=t"))
        .tokens(tokens)
        .baseFontSize(size)
        .output(out)
        .start()
        .await();
    Sluice.apply(archive("rect;r1=t"))
        .tokens(tokens)
        .baseFontSize(size)
        .output(shapes)
        .start()
        .await();

    assertEquals(
        36,
        JsonMapper.shared()
            .readTree(out)
            .at("/document/children/0/children/0/cornerRadius")
            .asInt());
    assertEquals(36, PenpotPage.shape(PenpotPage.shapes(shapes), "s0").get("r1").asInt());
  }

  @Test
  void familyWithACommaInItsName_isNoList() throws Exception {
    String tokens = dtcg("fontFamily", "\"Inter, sans-serif\"");

    Applied node = applied(figma("TEXT;" + TEXT_STYLE + ";fontFamilies=t"), tokens);
    Applied shape = applied(archive("text;fontFamily=t"), tokens);

    assertEquals(0, node.report().counts().changes());
    assertEquals(1, node.problems(ProblemCode.NOT_REPRESENTABLE).size());
    assertEquals("Inter, sans-serif", leaf(shape).get("fontFamily").asString());
  }

  @Test
  void tinyAlpha_isWrittenWithoutAnExponent() throws Exception {
    Applied shape =
        applied(
            archive("rect;fill=t"),
            dtcg("color", "{\"colorSpace\":\"srgb\",\"components\":[0,0,0],\"alpha\":1e-8}"));

    assertEquals(1e-8, shape.node().at("/fills/0/fillOpacity").asDouble());
  }

  @Test
  void length_isNoShareFactorOrAngle() throws Exception {
    String tokens = dtcg("dimension", "{\"value\":0.5,\"unit\":\"px\"}");

    Applied shape = applied(archive("text;opacity=t,lineHeight=t,rotation=t,r1=t"), tokens);
    Applied size = applied(archive("rect;r1=t,opacity=t"), tokens);
    Applied height = applied(archive("rect;r1=t"), studio("lineHeights", "\"150%\""));
    Applied node = applied(figma("RECTANGLE;;opacity=t"), tokens);

    assertEquals(0, shape.report().counts().changes());
    assertEquals(3, shape.problems(ProblemCode.VALUE_INVALID).size());
    assertEquals(0.5, size.node().get("r1").asDouble());
    assertEquals(1, size.report().counts().changes());
    assertEquals(0, height.report().counts().changes());
    assertEquals(0, node.report().counts().changes());
    assertEquals(1, node.problems(ProblemCode.VALUE_INVALID).size());
  }

  @Test
  void compositionOfAnotherDialect_isNotTakenApart() throws Exception {
    Applied applied =
        applied(
            figma(
                "RECTANGLE;\"absoluteBoundingBox\":{\"x\":0,\"y\":0,\"width\":1,\"height\":1};composition=t"),
            dtcg(
                "border",
                "{\"color\":{\"colorSpace\":\"srgb\",\"components\":[1,0,0]},\"width\":{\"value\":2,\"unit\":\"px\"},\"style\":\"solid\"}"));

    assertEquals(0, applied.report().counts().changes());
    assertEquals(1, applied.problems(ProblemCode.NOT_REPRESENTABLE).size());
  }

  @Test
  void tokenWithoutAValue_isReportedAsItsFileHasIt_andNoPartOfItIsApplied() throws Exception {
    String tokens =
        dtcg(
            "border",
            "{\"color\":\"{gone}\",\"width\":{\"value\":2,\"unit\":\"px\"},\"style\":\"solid\"}");

    Applied node = applied(figma("RECTANGLE;\"strokes\":[];border=t"), tokens);
    Applied shape = applied(archive("rect;strokeWidth=t"), tokens);

    assertEquals(0, node.report().counts().changes());
    assertEquals(1, node.problems(ProblemCode.TOKEN_MISSING).size());
    assertEquals(0, shape.report().counts().changes());
    assertEquals(1, shape.problems(ProblemCode.TOKEN_DANGLING).size());
  }
}

package sluice.format.figma.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static sluice.problem.ProblemCode.BINDING_REMOVED;
import static sluice.problem.ProblemCode.FONT_MISSING;
import static sluice.problem.ProblemCode.LAYOUT_PENDING;
import static sluice.problem.ProblemCode.QUIRK;
import static sluice.problem.ProblemCode.VALUE_INVALID;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sluice.apply.FontCatalog;

/// Text style and text content.
class TextTest {
  private static final String PLAIN =
      """
      {"type": "TEXT", "characters": "foobar", "style": {"fontFamily": "Inter",
       "fontStyle": "Regular", "fontWeight": 400, "fontPostScriptName": "Inter-Regular",
       "fontSize": 10, "letterSpacing": 0, "lineHeightUnit": "FONT_SIZE_%", "lineHeightPx": 15,
       "lineHeightPercentFontSize": 150}}
      """;

  @Test
  void fontSize_takesThePercentLineHeightAlong() {
    assertEquals(
        List.of("style.fontSize=20", "style.lineHeightPx=30"),
        Applied.to(PLAIN).with("fontSizes", "\"20\"").edits());
  }

  @Test
  void letterSpacingInPercent_countsInTheNewFontSize() {
    Applied applied = Applied.to(PLAIN).with("letterSpacing", "\"5%\"").with("fontSizes", "\"20\"");

    assertEquals(
        List.of("style.fontSize=20", "style.lineHeightPx=30", "style.letterSpacing=1"),
        applied.edits());
    assertEquals(List.of(QUIRK), applied.problems());
  }

  @Test
  void lineHeightFormsAgree() {
    assertEquals(
        List.of(
            "style.lineHeightUnit=\"PIXELS\"",
            "style.lineHeightPx=20",
            "style.lineHeightPercentFontSize=200"),
        Applied.to(PLAIN).with("lineHeights", "\"20px\"").edits());
    assertEquals(
        List.of("style.lineHeightPx=12", "style.lineHeightPercentFontSize=120"),
        Applied.to(PLAIN).with("lineHeights", "\"120%\"").edits());
  }

  @Test
  void automaticLineHeight_leavesPixelsPending() {
    Applied applied = Applied.to(PLAIN).with("lineHeights", "\"AUTO\"");

    assertEquals(
        List.of(
            "style.lineHeightUnit=\"INTRINSIC_%\"",
            "style.lineHeightPercent=100", "-style.lineHeightPercentFontSize"),
        applied.edits());
    assertEquals(List.of(LAYOUT_PENDING), applied.problems());
  }

  @Test
  void font_bringsWeightAndSlant_andForgetsItsFile() {
    Applied applied = Applied.to(PLAIN).with("fontWeights", "\"Semi Bold Italic\"");

    assertEquals(
        List.of(
            "style.fontStyle=\"Semi Bold Italic\"",
            "style.fontWeight=600",
            "style.italic=true",
            "style.fontPostScriptName=null"),
        applied.edits());
  }

  @Test
  void numericWeight_isNamedEvenWhenFontsAreAssumed() {
    assertEquals(
        List.of(
            "style.fontStyle=\"Bold\"", "style.fontWeight=700", "style.fontPostScriptName=null"),
        Applied.to(PLAIN).with("fontWeights", "700").edits());
  }

  @Test
  void assumedFonts_keepTheSpellingTheTextHas() {
    String semi = PLAIN.replace("\"Regular\"", "\"Semi Bold\"");

    assertEquals(List.of(), Applied.to(semi).with("fontWeights", "600").edits());
  }

  @Test
  void firstFamilyOfAList_isAssumed() {
    Applied applied = Applied.to(PLAIN).with("fontFamilies", "\"'Roboto', sans-serif\"");

    assertEquals("style.fontFamily=\"Roboto\"", applied.edits().getFirst());
  }

  @Test
  void missingFont_isReported_theRestApplies() {
    Applied applied =
        Applied.to(PLAIN)
            .fonts(FontCatalog.of(Map.of("Inter", List.of("Regular"))))
            .with("typography", "{\"fontWeight\": \"900\", \"paragraphSpacing\": 4}");

    assertEquals(List.of("style.paragraphSpacing=4"), applied.edits());
    assertEquals(List.of(FONT_MISSING), applied.problems());
  }

  @Test
  void olderFileWithoutStyleName_isReadByWeight() {
    String older =
        """
        {"type": "TEXT", "style": {"fontFamily": "Inter", "fontWeight": 700, "italic": true}}
        """;

    assertEquals(List.of(), Applied.to(older).with("fontWeights", "\"Bold Italic\"").edits());
  }

  @Test
  void writtenStyle_losesVariablesSharedStyleAndCharacterStyles() {
    Applied applied =
        Applied.to(
                """
                {"type": "TEXT", "style": {"fontSize": 10, "boundVariables": {"fontSize": {}}},
                 "styles": {"text": "1:2", "fill": "1:3"},
                 "boundVariables": {"fontSize": [{}], "fontFamily": [{}]},
                 "styleOverrideTable": {"1": {"fontSize": 8, "inheritTextStyleId": "1:4"},
                                        "2": {"fills": []}}}
                """)
            .with("fontSizes", "\"12\"");

    assertEquals(
        List.of(
            "style.fontSize=12",
            "-boundVariables.fontSize",
            "-style.boundVariables.fontSize",
            "-styleOverrideTable.1.fontSize",
            "-styles.text",
            "-styleOverrideTable.1.inheritTextStyleId"),
        applied.edits());
    assertEquals(List.of(BINDING_REMOVED, BINDING_REMOVED, BINDING_REMOVED), applied.problems());
  }

  @Test
  void equalStyle_stillTakesCharacterStyles() {
    String node =
        """
        {"type": "TEXT", "style": {"textCase": "UPPER"},
         "styleOverrideTable": {"1": {"textCase": "LOWER"}}}
        """;

    assertEquals(
        List.of("-styleOverrideTable.1.textCase"),
        Applied.to(node).with("textCase", "\"uppercase\"").edits());
  }

  @Test
  void textThatFitsItsBox_leavesLayoutPending() {
    String fitting =
        PLAIN.replace("\"fontSize\": 10", "\"fontSize\": 10, \"textAutoResize\": \"HEIGHT\"");

    assertEquals(
        List.of(LAYOUT_PENDING), Applied.to(fitting).with("fontSizes", "\"20\"").problems());
    assertEquals(List.of(LAYOUT_PENDING), Applied.to(fitting).with("text", "\"new\"").problems());
    assertEquals(List.of(), Applied.to(fitting).with("textDecoration", "\"underline\"").problems());
  }

  @Test
  void unreadablePart_isReported_othersApply() {
    Applied applied =
        Applied.to(PLAIN)
            .with(
                "typography",
                "{\"fontSize\": \"huge\", \"letterSpacing\": \"wide\","
                    + " \"paragraphIndent\": \"3\"}");

    assertEquals(List.of("style.paragraphIndent=3"), applied.edits());
    assertEquals(List.of(VALUE_INVALID, VALUE_INVALID), applied.problems());
  }

  @Test
  void newWords_takeTheStyleOfTheFirstCharacter() {
    String node =
        """
        {"type": "TEXT", "characters": "abc", "characterStyleOverrides": [%s],
         "boundVariables": {"characters": {}}, "styleOverrideTable": {"2": {"fontSize": 8}}}
        """;

    assertEquals(
        List.of("characters=\"xy\"", "-boundVariables.characters", "characterStyleOverrides=[2,2]"),
        Applied.to(node.formatted("2, 0, 2")).with("text", "\"xy\"").edits());
    assertEquals(
        List.of("characters=\"xy\"", "-boundVariables.characters", "characterStyleOverrides=[]"),
        Applied.to(node.formatted("0, 2")).with("text", "\"xy\"").edits());
  }

  @Test
  void mixedFonts_keepTheirWords() {
    Applied applied =
        Applied.to(
                """
                {"type": "TEXT", "characters": "abc", "style": {"fontFamily": "Inter"},
                 "characterStyleOverrides": [0, 2],
                 "styleOverrideTable": {"2": {"fontFamily": "Roboto"}}}
                """)
            .with("text", "\"xy\"");

    assertEquals(List.of(), applied.edits());
    assertEquals(List.of(QUIRK), applied.problems());
  }

  @Test
  void textTokenThatCameToANumber_saysWhyNothingHappens() {
    Applied applied = Applied.to(PLAIN).with("text", "\"42\"");

    assertEquals(List.of(), applied.edits());
    assertEquals(List.of(QUIRK), applied.problems());
  }
}

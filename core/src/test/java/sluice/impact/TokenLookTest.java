package sluice.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sluice.report.Look;
import sluice.report.Rgba;
import sluice.report.Shadow;
import sluice.report.ValueChange;

/// Values of tokens are drawn as what they are, in every dialect.
class TokenLookTest {
  private static final Look BLUE = new Look.Solid(new Rgba(0, 0, 1, 1));

  private static TokenDelta.@Nullable Value value(@Nullable String json) {
    return json == null ? null : new TokenDelta.Value(json, true);
  }

  private static ValueChange change(String type, @Nullable String before, @Nullable String after) {
    return TokenLook.of(
        new TokenDelta("t", type, TokenDelta.Kind.CHANGED, value(before), value(after), null, 0),
        3);
  }

  private static Look look(String type, String json) {
    return change(type, null, json).after();
  }

  @Test
  void colors_areTheSameInEveryDialect() {
    assertEquals(BLUE, look("color", "\"#0000ff\""));
    assertEquals(BLUE, look("color", "{\"colorSpace\":\"srgb\",\"components\":[\"none\",0,1]}"));
    assertEquals(
        new Look.Gradient(
            Look.Gradient.Form.LINEAR,
            90,
            List.of(
                new Look.Gradient.Stop(0, new Rgba(0, 0, 1, 1)),
                new Look.Gradient.Stop(1, new Rgba(1, 0, 0, 1)))),
        look("color", "\"linear-gradient(90deg, #0000ff 0%, #ff0000 100%)\""));
  }

  @Test
  void lengthsAndShares_areNumbers_withOrWithoutUnit() {
    for (String eight : List.of("8", "\"8\"", "\"8px\"", "{\"value\":8,\"unit\":\"px\"}")) {
      assertEquals(new Look.Length(8), look("dimension", eight), eight);
    }
    assertEquals(new Look.Length(8), look("border-radius", "8"));
    assertEquals(new Look.Words("2em"), look("spacing", "\"2em\""));
    assertEquals(new Look.Words("8"), look("rotation", "8"));
    assertEquals(new Look.Share(0.5), look("opacity", "\"50%\""));
    assertEquals(new Look.Share(0.5), look("opacity", "0.5"));
  }

  @Test
  void compositesAreDrawn_asFarAsAllOfThemIsKnown() {
    Shadow shadow = new Shadow(true, 0, 4, 8, 1, new Rgba(0, 0, 1, 1));
    String written =
        "{\"x\":\"0\",\"y\":\"4\",\"blur\":\"8\",\"spread\":\"1\",\"color\":\"#0000ff\","
            + "\"type\":\"innerShadow\"}";
    assertEquals(new Look.Shadows(List.of(shadow)), look("boxShadow", written));
    assertEquals(
        new Look.Shadows(List.of(shadow, shadow)),
        look("boxShadow", "[" + written + "," + written + "]"));
    String half = written.replace("\"8\"", "\"1em\"");
    assertEquals(new Look.Words(half), look("boxShadow", half));
    assertEquals(
        new Look.Type("Inter", false, 700, 16, 24, 0),
        look(
            "typography",
            "{\"fontFamily\":[\"Inter\"],\"fontWeight\":700,\"lineHeight\":1.5,"
                + "\"fontSize\":{\"value\":16,\"unit\":\"px\"}}"));
  }

  @Test
  void whatLooksTheSame_isToldInWords() {
    ValueChange change =
        change("typography", "{\"textCase\":\"upper\"}", "{\"textCase\":\"lower\"}");

    assertEquals(new Look.Words("{\"textCase\":\"upper\"}"), change.before());
    assertEquals(new Look.Words("{\"textCase\":\"lower\"}"), change.after());
    assertEquals(3, change.count());
    assertEquals("typography", change.property());
  }

  @Test
  void valuesThatAreNotThere_orCouldNotBeResolved_saySo() {
    assertEquals(new Look.Absent(), change("color", null, "\"#0000ff\"").before());
    TokenDelta stuck =
        new TokenDelta(
            "t",
            "color",
            TokenDelta.Kind.CHANGED,
            value("\"#0000ff\""),
            new TokenDelta.Value("\"{gone}\"", false),
            null,
            0);
    assertEquals(new Look.Words("{gone} (no value)"), TokenLook.of(stuck, 0).after());
  }
}

package sluice.css;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.resolve.ResolvedToken;
import sluice.token.Token;
import sluice.token.TokenJson;
import sluice.token.TokenValue;
import tools.jackson.databind.json.JsonMapper;

/// What each type of each dialect is in CSS.
final class TokenPropertiesTest {
  private final List<Problem> problems = new ArrayList<>();

  private List<Property> write(String type, String json) {
    TokenValue value = TokenJson.value(JsonMapper.shared().readTree(json));
    Token token = new Token("t", type, value, null, null, "s", null);
    return new TokenProperties(References.NONE, problems)
        .of(new ResolvedToken(token, value, false, null, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "color|{\"colorSpace\":\"srgb\",\"components\":[1,0.5,0]}|#ff8000",
        "color|{\"colorSpace\":\"srgb\",\"components\":[1,0.5,0],\"alpha\":0.25}|rgb(255 128 0 / 0.25)",
        "color|{\"colorSpace\":\"srgb\",\"components\":[\"none\",0.5,0]}|color(srgb none 0.5 0)",
        "color|{\"colorSpace\":\"hsl\",\"components\":[330,100,50]}|hsl(330 100% 50%)",
        "color|{\"colorSpace\":\"hwb\",\"components\":[330,10,5],\"alpha\":0}|hwb(330 10% 5% / 0)",
        "color|{\"colorSpace\":\"oklch\",\"components\":[0.7,0.1,\"none\"]}|oklch(0.7 0.1 none)",
        "color|{\"colorSpace\":\"lab\",\"components\":[50,-20,4]}|lab(50 -20 4)",
        "color|{\"colorSpace\":\"display-p3\",\"components\":[1,0,0]}|color(display-p3 1 0 0)",
        "color|{\"colorSpace\":\"xyz-d50\",\"components\":[0.1,0.2,0.3]}|color(xyz-d50 0.1 0.2 0.3)",
        "color|\"#fff8\"|#fff8",
        "color|\"rebeccapurple\"|rebeccapurple",
        "color|\"rgba(1, 2, 3, 0.5)\"|rgba(1, 2, 3, 0.5)",
        "color|\"hsl(0.5turn 50% 50% / none)\"|hsl(0.5turn 50% 50% / none)",
        "color|\"linear-gradient(90deg, #fff 0%, #000 100%)\"|linear-gradient(90deg, #fff 0%, #000 100%)",
        "dimension|{\"value\":0,\"unit\":\"px\"}|0px",
        "dimension|{\"value\":-1.5,\"unit\":\"rem\"}|-1.5rem",
        "spacing|\"4 8px calc(1rem + 2px)\"|4px 8px calc(1rem + 2px)",
        "sizing|12|12px",
        "duration|{\"value\":200,\"unit\":\"ms\"}|200ms",
        "cubicBezier|[0.4,0,0.2,1]|cubic-bezier(0.4, 0, 0.2, 1)",
        "number|1.25|1.25",
        "rotation|45|45deg",
        "opacity|\"40%\"|0.4",
        "fontFamily|[\"Inter\",\"Helvetica Neue\",\"sans-serif\"]|Inter, \"Helvetica Neue\", sans-serif",
        "fontFamilies|\"'Open Sans', Arial\"|\"Open Sans\", Arial",
        "fontFamily|\"inherit\"|\"inherit\"",
        "fontWeight|\"extra-black\"|950",
        "lineHeights|\"150%\"|1.5",
        "lineHeights|\"AUTO\"|normal",
        "letterSpacing|\"-2%\"|-0.02em",
        "textCase|\"Title\"|capitalize",
        "textDecoration|\"strike-through\"|line-through",
        "strokeStyle|\"groove\"|groove",
        "boolean|true|true",
        "text|\"say \\\"hi\\\"; now\"|\"say \\\"hi\\\"; now\"",
        "asset|\"a b.png\"|url(\"a b.png\")",
        "other|\"12px solid red\"|12px solid red",
        "gradient|[{\"color\":{\"colorSpace\":\"srgb\",\"components\":[0,0,0]},\"position\":0.55}]|linear-gradient(#000000 55%, #000000 55%)",
        "border|{\"color\":\"#000\",\"width\":{\"value\":1,\"unit\":\"px\"},\"style\":\"solid\"}|1px solid #000",
        "boxShadow|[{\"x\":\"0\",\"y\":\"2\",\"blur\":\"3\",\"spread\":0,\"color\":\"#000\",\"type\":\"innerShadow\"},{\"x\":1,\"y\":1,\"blur\":1,\"spread\":1,\"color\":\"#fff\",\"type\":\"dropShadow\"}]|inset 0 2px 3px 0 #000, 1px 1px 1px 1px #fff",
        "transition|{\"duration\":{\"value\":1,\"unit\":\"s\"},\"delay\":{\"value\":0,\"unit\":\"ms\"},\"timingFunction\":[0,0,1,1]}|1s cubic-bezier(0, 0, 1, 1) 0ms",
      })
  void valueOfAType_isOneProperty(String type, String json, String css) {
    assertEquals(List.of(new Property("", css)), write(type, json));
    assertEquals(List.of(), problems);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "color|\"foo\"",
        "color|\"rgb(1, 2)\"",
        "color|\"#12345\"",
        "color|\"rgb(0, 0, 0); } body { color: red\"",
        "dimension|\"wide\"",
        "opacity|\"1px\"",
        "fontWeight|1001",
        "fontWeights|\"Fancy\"",
        "lineHeights|\"-1\"",
        "textCase|\"small_caps\"",
        "cubicBezier|[0,1]",
        "strokeStyle|{\"dashArray\":[{\"value\":1,\"unit\":\"px\"}],\"lineCap\":\"round\"}",
        "border|{\"color\":\"#000\",\"width\":\"-1px\",\"style\":\"solid\"}",
        "shadow|{\"offsetX\":0,\"offsetY\":0,\"blur\":\"-1px\",\"spread\":0,\"color\":\"#000\"}",
        "composition|{\"fill\":\"#000\"}",
        "other|\"a; b\"",
        "other|\"(a\"",
        "other|\"a /* b */\"",
        "other|[1]",
      })
  void valueCssCannotSay_isLeftOutAndTold(String type, String json) {
    assertEquals(List.of(), write(type, json));
    assertEquals(1, problems.size());
    assertEquals(ProblemCode.NOT_REPRESENTABLE, problems.getFirst().code());
    assertTrue(problems.getFirst().why() != null, problems.toString());
  }

  @Test
  void typography_isTheShorthandAndEveryPart() {
    List<Property> properties =
        write(
            "typography",
            """
            {"fontFamily": "Open Sans", "fontSize": "16", "fontWeight": "Bold Italic",
             "lineHeight": "120%", "letterSpacing": "2%", "textCase": "upper"}
            """);

    assertEquals(
        List.of(
            new Property("", "italic 700 16px/1.2 \"Open Sans\""),
            new Property("-font-family", "\"Open Sans\""),
            new Property("-font-size", "16px"),
            new Property("-font-weight", "700"),
            new Property("-font-style", "italic"),
            new Property("-line-height", "1.2"),
            new Property("-letter-spacing", "0.02em"),
            new Property("-text-transform", "uppercase")),
        properties);
    assertEquals(List.of(), problems);
  }

  @Test
  void typographyWithABadPart_hasTheOthersAndNoShorthand() {
    List<Property> properties =
        write("typography", "{\"fontFamily\": \"A\", \"fontSize\": 4, \"fontWeight\": \"Fancy\"}");

    assertEquals(
        List.of(new Property("-font-family", "A"), new Property("-font-size", "4px")), properties);
    assertEquals(1, problems.size());
  }

  @ParameterizedTest
  @CsvSource({
    "color.bg,--color-bg",
    "bgColor.accentMuted,--bg-color-accent-muted",
    "XMLFile.h1Bold,--xml-file-h1-bold",
    "_size.1,--_size-1",
    "a.$root,--a",
    "size/50%,--size-50\\%",
    "1.5x,--1-5x",
    "größe.😀,--größe-😀",
    "a..b. c,--a-b-c",
  })
  void name_isThePathInKebabCase(String path, String name) {
    assertEquals(name, CssNames.of(path));
  }
}

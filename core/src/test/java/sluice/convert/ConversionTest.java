package sluice.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.convert.Conversion.Target;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.problem.SluiceException;
import sluice.token.source.TokenSource;

/// What the files of a conversion say.
final class ConversionTest {
  @TempDir private Path folder;

  private Conversion convert(String text, Target target) throws IOException {
    Path file = Files.writeString(folder.resolve("t.json"), text);
    return Conversion.of(
        TokenSource.readAll(List.of(file), TokenSource.Telling.BY_CONTENT, new ProblemTally())
            .all()
            .getFirst(),
        target);
  }

  private static Map<String, String> files(Conversion conversion) {
    Map<String, String> files = new LinkedHashMap<>();
    conversion.files().forEach(file -> files.put(file.path(), file.text()));
    return files;
  }

  private static List<String> reasons(Conversion conversion) {
    return conversion.problems().stream().map(Problem::why).map(String::valueOf).toList();
  }

  @Test
  void tokensStudio_becomesAFileForEachSetAndAResolverDocument() throws IOException {
    Conversion conversion =
        convert(
            """
            {"core": {"c": {"k": {"value": "#000080", "type": "color", "description": "ink"}},
                      "s": {"value": "4", "type": "spacing", "$extensions": {"studio.tokens": {"id": "7"}, "org.example": {"a": [1]}}}},
             "a/dark": {"c": {"bg": {"value": "{c.k}", "type": "color"}}},
             "a/light": {"c": {"bg": {"value": "#ffffff80", "type": "color"}}},
             "$themes": [
               {"id": "1", "name": "light", "group": "mode", "selectedTokenSets": {"core": "enabled", "a/light": "enabled"}},
               {"id": "2", "name": "dark", "group": "mode", "selectedTokenSets": {"core": "enabled", "a/dark": "enabled"}}]}
            """,
            Target.DTCG);

    assertEquals(List.of(), conversion.problems());
    assertEquals(4, conversion.tokens());
    assertEquals(
        Map.of(
            "tokens.resolver.json",
            """
            {
              "$schema": "https://www.designtokens.org/schemas/2025.10/resolver.json",
              "version": "2025.10",
              "sets": {
                "core": { "sources": [{ "$ref": "core.tokens.json" }] },
                "a/dark": { "sources": [{ "$ref": "a/dark.tokens.json" }] },
                "a/light": { "sources": [{ "$ref": "a/light.tokens.json" }] }
              },
              "modifiers": {
                "mode": {
                  "contexts": { "light": [{ "$ref": "#/sets/a~1light" }], "dark": [{ "$ref": "#/sets/a~1dark" }] },
                  "default": "light"
                }
              },
              "resolutionOrder": [{ "$ref": "#/sets/core" }, { "$ref": "#/modifiers/mode" }]
            }
            """,
            "core.tokens.json",
            """
            {
              "$schema": "https://www.designtokens.org/schemas/2025.10/format.json",
              "c": {
                "k": {
                  "$type": "color",
                  "$value": { "colorSpace": "srgb", "components": [0, 0, 0.5019607843137255], "hex": "#000080" },
                  "$description": "ink"
                }
              },
              "s": {
                "$type": "dimension",
                "$value": { "value": 4, "unit": "px" },
                "$extensions": {
                  "org.example": { "a": [1] },
                  "studio.tokens": { "originalType": "spacing" }
                }
              }
            }
            """,
            "a/dark.tokens.json",
            """
            {
              "$schema": "https://www.designtokens.org/schemas/2025.10/format.json",
              "c": {
                "bg": {
                  "$type": "color",
                  "$value": "{c.k}"
                }
              }
            }
            """,
            "a/light.tokens.json",
            """
            {
              "$schema": "https://www.designtokens.org/schemas/2025.10/format.json",
              "c": {
                "bg": {
                  "$type": "color",
                  "$value": {
                    "colorSpace": "srgb",
                    "components": [1, 1, 1],
                    "alpha": 0.5019607843137255,
                    "hex": "#ffffff"
                  }
                }
              }
            }
            """),
        files(conversion));
  }

  @Test
  void partsOfComposites_keepTheirReferences() throws IOException {
    Conversion conversion =
        convert(
            """
            {"s": {"c": {"value": "#000", "type": "color"}, "w": {"value": "1px", "type": "borderWidth"},
                   "lh": {"value": "150%", "type": "lineHeights"},
                   "b": {"value": {"color": "{c}", "width": "{w}", "style": "dashed"}, "type": "border"},
                   "sh": {"value": [{"x": "{w}", "y": 0, "blur": 2, "spread": 0, "color": "{c}", "type": "innerShadow"}], "type": "boxShadow"},
                   "t": {"value": {"fontFamily": "A, 'B C'", "fontSize": "10px", "fontWeight": "Semi Bold",
                         "letterSpacing": "0", "lineHeight": "{lh}"}, "type": "typography"}}}
            """,
            Target.DTCG);

    assertEquals(List.of(), conversion.problems());
    String text = String.valueOf(files(conversion).get("s.tokens.json"));
    assertTrue(
        text.contains(
            """
            "$value": { "color": "{c}", "width": "{w}", "style": "dashed" }\
            """),
        text);
    assertTrue(text.contains("\"offsetX\": \"{w}\""), text);
    assertTrue(text.contains("\"inset\": true"), text);
    assertTrue(text.contains("\"fontFamily\": [\"A\", \"B C\"]"), text);
    assertTrue(text.contains("\"fontWeight\": \"semi-bold\""), text);
    assertTrue(text.contains("\"lineHeight\": \"{lh}\""), text);
  }

  @Test
  void whatDtcgCannotSay_isTold() throws IOException {
    Conversion conversion =
        convert(
            """
            {"s": {"n": {"value": "4", "type": "number"},
                   "twice": {"value": "{n} * 2", "type": "spacing"},
                   "other": {"value": "{n}", "type": "spacing"},
                   "case": {"value": "uppercase", "type": "textCase"},
                   "em": {"value": "1em", "type": "spacing"},
                   "pale": {"value": "#000", "type": "color", "$extensions": {"studio.tokens": {"modify": {"type": "lighten", "value": "0.5", "space": "srgb"}}}},
                   "t": {"value": {"fontFamily": "A", "fontSize": "10px"}, "type": "typography"}}}
            """,
            Target.DTCG);

    assertEquals(
        List.of(
            "its expression is written as what it comes to",
            "it is a dimension and refers to a number, which DTCG does not allow; it is written as its value",
            "DTCG has no type for \"textCase\"",
            "it is \"1em\"; DTCG needs a number of px or rem",
            "its modifier is applied, and the colour does not follow any more",
            "a text style has no fontWeight, and DTCG needs one"),
        reasons(conversion));
    assertTrue(
        conversion.problems().stream()
            .allMatch(problem ->
                problem.code() == ProblemCode.NOT_REPRESENTABLE && problem.where() != null));
    String text = String.valueOf(files(conversion).get("s.tokens.json"));
    assertTrue(text.contains("\"value\": 8"), text);
    assertTrue(text.contains("0.5019"), text);
  }

  @Test
  void nameThatBeginsAnother_isARootToken() throws IOException {
    Conversion conversion =
        convert(
            """
            {"one": {"a": {"value": "1px", "type": "sizing"}, "r": {"value": "{a}", "type": "sizing"}},
             "two": {"a": {"b": {"value": "2px", "type": "sizing"}}}}
            """,
            Target.DTCG);

    assertEquals(1, conversion.problems().size());
    String text = String.valueOf(files(conversion).get("one.tokens.json"));
    assertTrue(text.contains("\"$root\": {"), text);
    assertTrue(text.contains("\"{a.$root}\""), text);
  }

  @Test
  void penpotLibrary_becomesDtcgByItsOwnRules() throws IOException {
    Conversion conversion =
        convert(
            """
            {"s": {"w": {"$value": "4", "$type": "borderWidth"},
                   "t": {"$value": {"fontFamily": ["A"], "fontSize": "{w}", "fontWeight": "700", "letterSpacing": "1",
                         "lineHeight": "1.5"}, "$type": "typography"},
                   "deg": {"$value": "45", "$type": "rotation"}},
             "off": {"x": {"$value": "1", "$type": "number"}},
             "$themes": [], "$metadata": {"tokenSetOrder": ["s", "off"], "activeSets": ["s"], "activeThemes": []}}
            """,
            Target.DTCG);

    assertEquals(
        List.of(
            "DTCG has no type for \"rotation\"",
            "it is in the resolver document and not in its order"),
        reasons(conversion));
    String text = String.valueOf(files(conversion).get("s.tokens.json"));
    assertTrue(text.contains("\"fontSize\": \"{w}\""), text);
    assertTrue(text.contains("\"lineHeight\": 1.5"), text);
    String resolver = String.valueOf(files(conversion).get("tokens.resolver.json"));
    assertTrue(resolver.contains("\"resolutionOrder\": [{ \"$ref\": \"#/sets/s\" }]"), resolver);
  }

  @Test
  void orderThatOnePlaceCannotSay_isTold() throws IOException {
    Conversion conversion =
        convert(
            """
            {"low": {"a": {"value": "1px", "type": "sizing"}, "b": {"value": "1px", "type": "sizing"}},
             "mid": {"a": {"value": "2px", "type": "sizing"}, "b": {"value": "2px", "type": "sizing"}},
             "high": {"a": {"value": "3px", "type": "sizing"}, "b": {"value": "3px", "type": "sizing"}},
             "$themes": [
               {"id": "1", "name": "x", "group": "g", "selectedTokenSets": {"mid": "enabled", "low": "enabled"}},
               {"id": "2", "name": "y", "group": "g", "selectedTokenSets": {"mid": "enabled", "high": "enabled"}}]}
            """,
            Target.DTCG);

    assertEquals(1, conversion.problems().size());
    assertTrue(
        reasons(conversion).getFirst().contains("one place"), reasons(conversion).toString());
  }

  @Test
  void dtcg_becomesAFolderOfTokensStudio() throws IOException {
    Conversion conversion =
        convert(
            """
            {"version": "2025.10",
             "sets": {"base": {"sources": [{
               "d": {"$type": "dimension", "$value": {"value": 1.5, "unit": "rem"}},
               "n": {"$type": "number", "$value": 1.5},
               "c": {"$type": "color", "$value": {"colorSpace": "srgb", "components": [1, 0, 0], "alpha": 0.5}},
               "g": {"$type": "gradient", "$value": [{"color": "{c}", "position": 0}, {"color": "{c}", "position": 1}]},
               "t": {"$type": "typography", "$value": {"fontFamily": ["A", "B"], "fontSize": "{d}",
                     "fontWeight": "bold", "letterSpacing": {"value": 0, "unit": "px"}, "lineHeight": "{n}"}},
               "x": {"$extends": "{y}"}, "y": {"z": {"$type": "fontWeight", "$value": 350}}}]}},
             "modifiers": {"m": {"contexts": {"p": [], "q": [{"n": {"$type": "number", "$value": 2}}]}, "default": "p"}},
             "resolutionOrder": [{"$ref": "#/sets/base"}, {"$ref": "#/modifiers/m"}]}
            """,
            Target.TOKENS_STUDIO);

    assertEquals(List.of(), conversion.problems());
    Map<String, String> files = files(conversion);
    assertEquals(
        List.of("base.json", "m/q.json", "$themes.json", "$metadata.json"),
        List.copyOf(files.keySet()));
    String base = String.valueOf(files.get("base.json"));
    for (String part :
        List.of(
            "\"$value\": \"1.5rem\"",
            "\"rgba(255, 0, 0, 0.5)\"",
            "\"linear-gradient(180deg, {c} 0%, {c} 100%)\"",
            "\"fontFamily\": \"A, B\"",
            "\"fontSize\": \"{d}\"",
            "\"fontWeight\": \"Bold\"",
            "\"lineHeight\": \"{n} * 100%\"")) {
      assertTrue(base.contains(part), part + base);
    }
    assertEquals(2, base.split("\"z\": ").length - 1, base);
    assertTrue(
        String.valueOf(files.get("$themes.json"))
            .contains("\"selectedTokenSets\": { \"base\": \"enabled\", \"m/q\": \"enabled\" }"));
  }

  @Test
  void whatTokensStudioCannotSay_isTold() throws IOException {
    Conversion conversion =
        convert(
            """
            {"wide": {"$type": "color", "$value": {"colorSpace": "display-p3", "components": [1, 0, 0]}},
             "old": {"$type": "number", "$value": 1, "$deprecated": "gone soon"},
             "time": {"$type": "duration", "$value": {"value": 1, "unit": "s"}},
             "part": {"$type": "number", "$value": {"$ref": "#/wide/$value/components/0"}},
             "bad": {"$type": "dimension", "$value": "1px"}}
            """,
            Target.TOKENS_STUDIO);

    assertEquals(
        List.of(
            "its colour lies outside sRGB; the nearest one is written, #ff0000",
            "Tokens Studio has no $deprecated; left out",
            "Tokens Studio has no type \"duration\"; the token is kept and cannot be applied",
            "a reference to a part of a value is written as what it comes to",
            "it has no value: the value of token \"bad\" is not allowed"),
        reasons(conversion));
  }

  @Test
  void tokensOfThatDialectAlready_areRefused() {
    SluiceException refused =
        assertThrows(
            SluiceException.class,
            () ->
                convert(
                    "{\"s\": {\"a\": {\"value\": 1, \"type\": \"sizing\"}}}",
                    Target.TOKENS_STUDIO));

    assertEquals(ProblemCode.FORMAT_UNSUPPORTED, refused.problem().code());
  }
}

package sluice.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.testkit.vector.ProjectFiles;

/// `resolve --format css`.
final class ResolveCssTest {
  private static final Pattern BLOCK =
      Pattern.compile("^(.+) \\{\n((?:  [^\n]++\n)*+)}\n", Pattern.MULTILINE);

  @TempDir private Path folder;

  private Path tokens(String text) {
    return Samples.write(folder.resolve("t.json"), text);
  }

  /// Selector to property to value.
  private static Map<String, Map<String, String>> blocks(String css) {
    Map<String, Map<String, String>> blocks = new LinkedHashMap<>();
    int end = 0;
    for (Matcher block = BLOCK.matcher(css); block.find(); end = block.end()) {
      assertTrue(css.substring(end, block.start()).isBlank(), css);
      Map<String, String> properties = new LinkedHashMap<>();
      for (String line : block.group(2).lines().toList()) {
        int colon = line.indexOf(": ");
        properties.put(line.substring(2, colon), line.substring(colon + 2, line.length() - 1));
      }
      assertEquals(null, blocks.put(block.group(1), properties));
    }
    assertEquals(css.length(), end);
    return blocks;
  }

  @Test
  void oneCombination_isOneBlockInTheOrderOfTokens() {
    Path tokens =
        tokens(
            """
            {"s": {"color": {"brand": {"value": "#abc", "type": "color"},
                             "bg": {"value": "{color.brand}", "type": "color"}},
                   "gap": {"value": "{half} * 2", "type": "spacing"},
                   "half": {"value": "4", "type": "number"},
                   "wide": {"value": "{half}", "type": "spacing"},
                   "gone": {"value": "{nowhere}", "type": "color"}}}
            """);

    CliRun plain = CliRun.of("resolve", "--tokens", tokens, "--format", "css").ends(0);
    CliRun kept =
        CliRun.of("resolve", "--tokens", tokens, "--format", "css", "--keep-references").ends(0);

    assertEquals(
        """
        :root {
          --color-brand: #abc;
          --color-bg: #abc;
          --gap: 8px;
          --half: 4;
          --wide: 4px;
        }
        """,
        plain.out());
    plain.says("token-missing");
    assertEquals(
        plain.out().replace("--color-bg: #abc", "--color-bg: var(--color-brand)"), kept.out());
  }

  @Test
  void referencesInsideComposites_areKept() {
    Path tokens =
        tokens(
            """
            {"c": {"$type": "color", "k": {"$value": {"colorSpace": "srgb", "components": [0,0,0]}}},
             "w": {"$type": "dimension", "$value": {"value": 1, "unit": "px"}},
             "b": {"$type": "border", "$value": {"color": "{c.k}", "width": {"$ref": "#/w"}, "style": "solid"}},
             "b2": {"$type": "border", "$value": "{b}"},
             "s": {"$type": "shadow", "$value": {"color": "{c.k}", "offsetX": "{w}", "offsetY": "{w}",
                   "blur": "{w}", "spread": {"value": 0, "unit": "px"}}},
             "s2": {"$type": "shadow", "$value": ["{s}", {"color": "{c.k}", "offsetX": "{w}", "offsetY": "{w}",
                   "blur": "{w}", "spread": "{w}", "inset": true}]},
             "f": {"$type": "fontFamily", "$value": ["A", "B C"]},
             "h": {"$type": "typography", "$value": {"fontFamily": "{f}", "fontSize": "{w}", "fontWeight": 700,
                   "letterSpacing": "{w}", "lineHeight": 1.5}},
             "h2": {"$type": "typography", "$value": "{h}"}}
            """);

    CliRun run =
        CliRun.of("resolve", "--tokens", tokens, "--format", "css", "--keep-references").ends(0);

    Map<String, String> root = Objects.requireNonNull(blocks(run.out()).get(":root"));
    assertEquals("var(--w) solid var(--c-k)", root.get("--b"));
    assertEquals("var(--b)", root.get("--b2"));
    assertEquals("var(--w) var(--w) var(--w) 0px var(--c-k)", root.get("--s"));
    assertEquals(
        "var(--s), inset var(--w) var(--w) var(--w) var(--w) var(--c-k)", root.get("--s2"));
    assertEquals("700 var(--w)/1.5 var(--f)", root.get("--h"));
    assertEquals("var(--f)", root.get("--h-font-family"));
    assertEquals("var(--h)", root.get("--h2"));
    assertEquals("var(--h-letter-spacing)", root.get("--h2-letter-spacing"));
  }

  @Test
  void everyCombination_hasTheStandingOneFirstAndTheRestWithWhatDiffers() {
    Path tokens =
        tokens(
            """
            {"core": {"a": {"value": "1px", "type": "sizing"}, "same": {"value": "2px", "type": "sizing"}},
             "light": {"bg": {"value": "#fff", "type": "color"}, "extra": {"value": "3px", "type": "sizing"}},
             "dark": {"bg": {"value": "#000", "type": "color"}},
             "big": {"a": {"value": "9px", "type": "sizing"}},
             "uses": {"alias": {"value": "{bg}", "type": "color"}},
             "$themes": [
               {"id": "1", "name": "light", "group": "Colour mode", "selectedTokenSets": {"core": "enabled", "light": "enabled", "uses": "enabled"}},
               {"id": "2", "name": "dark", "group": "Colour mode", "selectedTokenSets": {"core": "enabled", "dark": "enabled", "uses": "enabled"}},
               {"id": "3", "name": "s", "group": "size", "selectedTokenSets": {}},
               {"id": "4", "name": "l \\"x\\"", "group": "size", "selectedTokenSets": {"big": "enabled"}}]}
            """);

    CliRun run =
        CliRun.of(
                "resolve",
                "--tokens",
                tokens,
                "--format",
                "css",
                "--keep-references",
                "--theme",
                "*")
            .ends(0);

    assertEquals(
        """
        :root {
          --a: 1px;
          --same: 2px;
          --bg: #fff;
          --extra: 3px;
          --alias: var(--bg);
        }

        [data-colour-mode="light"][data-size="l \\"x\\""] {
          --a: 9px;
        }

        [data-colour-mode="dark"][data-size="s"] {
          --bg: #000;
          --extra: initial;
          --alias: var(--bg);
        }

        [data-colour-mode="dark"][data-size="l \\"x\\""] {
          --a: 9px;
          --bg: #000;
          --extra: initial;
          --alias: var(--bg);
        }
        """,
        run.out());
  }

  @Test
  void twoTokensOfOneName_areToldAndTheFirstStays() {
    Path tokens =
        tokens(
            """
            {"s": {"bg-color": {"value": "#111", "type": "color"}, "bgColor": {"value": "#222", "type": "color"}}}
            """);

    CliRun run =
        CliRun.of("resolve", "--tokens", tokens, "--format", "css", "--strict")
            .ends(1)
            .says("name-taken", "\"bgColor\" is left out", "t.json:1:");

    assertEquals(":root {\n  --bg-color: #111;\n}\n", run.out());
  }

  @Test
  void whatCssCannotSay_isCountedWithItsPlace() {
    Path tokens = tokens("{\"s\": {\"a\": {\"value\": \"small_caps\", \"type\": \"textCase\"}}}");

    CliRun run =
        CliRun.of("resolve", "--tokens", tokens, "--format", "css")
            .ends(0)
            .says("not-representable", "t.json:1:8");

    assertEquals(":root {\n}\n", run.out());
  }

  @Test
  void keepReferencesWithoutCss_isRefused() {
    CliRun.of("resolve", "--tokens", Samples.TOKENS, "--keep-references")
        .ends(2)
        .says("option-invalid", "--format css");
  }

  /// `:root` with the block of a combination over it says what a run with just these themes says.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "tokens/primer/files/github-primer.resolver.json",
        "tokens/figma-sds/files/figma-sds.resolver.json",
        "tokens/spectrum/files/adobe-spectrum.resolver.json"
      })
  void rootAndABlock_areWhatARunOfItsOwnWrites(String sample) {
    Path tokens = ProjectFiles.sample(sample);
    Map<String, Map<String, String>> all =
        blocks(
            CliRun.of("resolve", "--tokens", tokens, "--format", "css", "--theme", "*")
                .ends(0)
                .out());
    Map<String, String> root = Objects.requireNonNull(all.get(":root"));
    int compared = 0;
    for (Map.Entry<String, Map<String, String>> block : all.entrySet()) {
      if (block.getKey().equals(":root")) {
        continue;
      }
      List<Object> arguments =
          new java.util.ArrayList<>(List.of("resolve", "--tokens", tokens, "--format", "css"));
      Matcher attribute = Pattern.compile("\\[data-(.+?)=\"(.+?)\"]").matcher(block.getKey());
      while (attribute.find()) {
        arguments.add("--theme");
        arguments.add(attribute.group(1) + "=" + attribute.group(2));
      }
      Map<String, String> together = new LinkedHashMap<>(root);
      together.putAll(block.getValue());
      together.values().removeIf("initial"::equals);
      Map<String, String> alone = blocks(CliRun.of(arguments.toArray()).ends(0).out()).get(":root");
      assertEquals(alone, together);
      compared++;
    }
    assertTrue(compared > 0);
    assertFalse(root.isEmpty());
  }
}

package sluice.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.resolve.ResolvedToken;
import sluice.token.ColorModifier;
import sluice.token.Token;
import sluice.token.TokenValue;

class TokenUsageTest {
  @TempDir private Path folder;

  private static ResolvedToken token(String name, TokenValue written, ColorModifier... modifier) {
    Token token =
        new Token(
            name, "color", written, null, modifier.length == 0 ? null : modifier[0], "core", null);
    return new ResolvedToken(token, new TokenValue.Text("#fff"), false, null, null);
  }

  private static TokenValue text(String text) {
    return new TokenValue.Text(text);
  }

  private static String line(String page, String applied) {
    return "{\"kind\":\"usage\",\"node\":\"1:2\",\"page\":\"%s\",\"applied\":{%s}}"
        .formatted(page, applied);
  }

  private TokenUsage counted(List<ResolvedToken> library, Iterable<String> lines) throws Exception {
    Path file = Files.write(folder.resolve("lines"), lines);
    TokenUsage usage = new TokenUsage();
    usage.library(library);
    usage.count(file);
    return usage;
  }

  private static String uses(TokenUsage usage) {
    return usage.tokens().stream()
        .map(token -> token.name() + " " + token.use().text() + " " + token.referrers())
        .collect(Collectors.joining(", "));
  }

  @Test
  void useGoesAlongReferences_throughPartsModifiersAndCycles_butNotBackwards() throws Exception {
    TokenUsage usage =
        counted(
            List.of(
                token("a", text("{ b }")),
                token("b", new TokenValue.Parts(Map.of("color", text("$cc")))),
                token("cc", text("{d}"), new ColorModifier("mix", text("0.5"), "lch", text("{e}"))),
                token("d", text("{b}")),
                token("e", text("#fff")),
                token("up", text("{a}"))),
            List.of(line("p", "\"fill\":\"a\"")));

    assertEquals(
        "a direct 1, b indirect 2, cc indirect 1, d indirect 1, e indirect 1, up unused 0",
        uses(usage));
  }

  @Test
  void nodeThatTakesATokenTwice_isOneNodeWithTwoProperties() throws Exception {
    TokenUsage usage =
        counted(
            List.of(token("a", text("#fff"))),
            List.of(
                line("p", "\"fill\":\"a\",\"borderColor\":\"a\""),
                line("p", "\"fill\":\"a\""),
                line("q", "\"fill\":\"a\"")));

    UsedToken used = usage.tokens().iterator().next();
    assertEquals(3, usage.nodes());
    assertEquals(3, used.nodes());
    assertEquals(2, used.pages());
    assertEquals(Map.of("fill", 3L, "borderColor", 1L), used.properties());
  }

  @Test
  void namesValuesAndPagesBeyondTheirBounds_areCountedTogether() throws Exception {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < TokenUsage.UNKNOWN_NAMES_MAX + 7; i++) {
      lines.add(line("p", "\"fill\":\"gone" + i + "\""));
    }
    for (int i = 0; i < TokenUsage.PAGES_MAX + 9; i++) {
      lines.add(line("p" + i, "\"fill\":\"a\""));
    }
    for (int i = 0; i < TokenUsage.RAW_VALUES_MAX + 5; i++) {
      lines.add("{\"kind\":\"untokenised\",\"value\":\"spacing\",\"actual\":" + i + "}");
    }
    lines.add("{\"kind\":\"untokenised\",\"value\":\"spacing\",\"actual\":3}");

    TokenUsage usage = counted(List.of(token("a", text("#fff"))), lines);

    assertEquals(TokenUsage.UNKNOWN_NAMES_MAX, usage.unknown().size());
    assertEquals(7, usage.otherUnknown());
    assertEquals(TokenUsage.RAW_VALUES_MAX, usage.untokenised().size());
    assertEquals(5, usage.otherUntokenised());
    assertEquals(TokenUsage.RAW_VALUES_MAX + 6, usage.untokenisedCount());
    Iterator<RawUse> values = usage.untokenised().iterator();
    assertEquals(new RawUse("spacing", "3", "", "", "", 2), values.next());
    assertEquals(1, values.next().count());
    UsedToken used = usage.tokens().iterator().next();
    assertEquals(TokenUsage.PAGES_MAX + 9, used.nodes());
    assertEquals(TokenUsage.PAGES_MAX, used.pages());
  }
}

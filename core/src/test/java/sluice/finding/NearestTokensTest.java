package sluice.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sluice.resolve.ResolvedToken;
import sluice.resolve.color.PerceivedColor;
import sluice.resolve.color.Rgba;
import sluice.token.Token;
import sluice.token.TokenValue;

class NearestTokensTest {
  private static ResolvedToken token(String name, String type, String value) {
    TokenValue text = new TokenValue.Text(value);
    return new ResolvedToken(
        new Token(name, type, text, null, null, "core", null), text, false, null, null);
  }

  private static RawValue number(ValueKind kind, double value) {
    return new RawValue.Amount("p", kind, value);
  }

  @Test
  void color_isTheOneThatLooksMostAlike_asAnExhaustiveSearchSays() {
    Random random = new Random(7);
    List<ResolvedToken> tokens = new ArrayList<>();
    List<Rgba> colors = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      int rgb = random.nextInt(1 << 24);
      tokens.add(token("c" + i, "color", "#%06x".formatted(rgb)));
      colors.add(new Rgba((rgb >> 16) / 255.0, (rgb >> 8 & 0xFF) / 255.0, (rgb & 0xFF) / 255.0, 1));
    }
    NearestTokens nearest = new NearestTokens(tokens, 16);

    for (int i = 0; i < 200; i++) {
      Rgba asked = new Rgba(random.nextDouble(), random.nextDouble(), random.nextDouble(), 1);
      int best = 0;
      for (int c = 1; c < colors.size(); c++) {
        best = distance(asked, colors.get(c)) < distance(asked, colors.get(best)) ? c : best;
      }

      Nearest found = nearest.find(new RawValue.Color("p", asked));

      assertNotNull(found);
      assertEquals("c" + best, found.token());
      assertEquals(distance(asked, colors.get(best)), found.distance(), 1e-12);
    }
  }

  private static double distance(Rgba one, Rgba other) {
    return PerceivedColor.of(one).distance(PerceivedColor.of(other));
  }

  @Test
  void blackAndWhite_areOneApart_andOpacityCounts() {
    NearestTokens nearest = new NearestTokens(List.of(token("white", "color", "#fff")), 16);

    Nearest black = nearest.find(new RawValue.Color("p", new Rgba(0, 0, 0, 1)));
    Nearest half = nearest.find(new RawValue.Color("p", new Rgba(1, 1, 1, 0.5)));

    assertNotNull(black);
    assertNotNull(half);
    assertEquals(1, black.distance(), 1e-6);
    assertEquals(0.5, half.distance(), 1e-6);
  }

  @Test
  void number_isComparedWithTokensOfAFittingTypeOnly_inPixels() {
    NearestTokens nearest =
        new NearestTokens(
            List.of(
                token("gap", "spacing", "8px"),
                token("wide", "dimension", "1.5rem"),
                token("round", "borderRadius", "10"),
                token("ratio", "spacing", "50%"),
                token("first", "spacing", "2"),
                token("second", "spacing", "2")),
            16);

    assertEquals(new Nearest("gap", "8", 1), nearest.find(number(ValueKind.SPACING, 9)));
    assertEquals(new Nearest("wide", "24", 4), nearest.find(number(ValueKind.SPACING, 20)));
    assertEquals(new Nearest("round", "10", 1), nearest.find(number(ValueKind.RADIUS, 9)));
    assertEquals(new Nearest("first", "2", 1), nearest.find(number(ValueKind.SPACING, 3)));
    assertEquals(new Nearest("first", "2", 1), nearest.find(number(ValueKind.SPACING, 1)));
  }

  @Test
  void withoutATokenOfAFittingType_thereIsNone() {
    NearestTokens nearest = new NearestTokens(List.of(token("gap", "spacing", "8px")), 16);

    assertNull(nearest.find(number(ValueKind.FONT_WEIGHT, 400)));
    assertNull(nearest.find(new RawValue.Color("p", new Rgba(0, 0, 0, 1))));
    assertNull(nearest.find(new RawValue.Name("p", ValueKind.FONT_FAMILY, "Inter")));
  }

  @Test
  void beyondWhatIsRemembered_theAnswerIsTheSame() {
    NearestTokens nearest = new NearestTokens(List.of(token("gap", "spacing", "0")), 16);

    for (int i = 1; i <= NearestTokens.REMEMBERED_MAX + 10; i++) {
      assertEquals(new Nearest("gap", "0", i), nearest.find(number(ValueKind.SPACING, i)));
    }
  }
}

package sluice.resolve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import sluice.problem.Location;
import sluice.token.ColorModifier;
import sluice.token.SetStatus;
import sluice.token.Theme;
import sluice.token.Token;
import sluice.token.TokenLibrary;
import sluice.token.TokenSet;
import sluice.token.TokenValue;

/// Small libraries with themes whose tokens refer to each other every which way: through names made
/// of other tokens, parts of composites, modifiers; to nothing, to themselves, in circles.
final class RandomLibrary {
  private static final List<String> ODD_NAMES = List.of("", "{t0}", "t1.a", "a");
  private static final int SETS = 5;

  private final Random random;
  private final int nameCount;

  private RandomLibrary(Random random) {
    this.random = random;
    this.nameCount = 2 + random.nextInt(9);
  }

  static TokenLibrary of(long seed) {
    return new RandomLibrary(new Random(seed)).library();
  }

  private TokenLibrary library() {
    List<TokenSet> sets = new ArrayList<>();
    for (int i = 0; i < SETS; i++) {
      String set = "s" + i;
      List<Token> tokens = new ArrayList<>();
      int count = i == 0 ? nameCount : random.nextInt(5);
      for (int j = 0; j < count; j++) {
        String name = i == 0 ? "t" + j : name();
        tokens.add(token(name, set, new Location.InFile(set + ".json", j + 1, 1)));
      }
      sets.add(new TokenSet(set, tokens));
    }
    List<Theme> themes = new ArrayList<>();
    int groups = 1 + random.nextInt(3);
    for (int g = 0; g < groups; g++) {
      int count = 1 + random.nextInt(4);
      for (int i = 0; i < count; i++) {
        themes.add(new Theme(g + "." + i, "n" + i, g == 0 ? null : "g" + g, statuses()));
      }
    }
    return new TokenLibrary(sets, themes, List.of(), Map.of());
  }

  private Map<String, SetStatus> statuses() {
    Map<String, SetStatus> statuses = new LinkedHashMap<>();
    for (int i = 0; i < SETS; i++) {
      statuses.put("s" + i, SetStatus.values()[random.nextInt(3)]);
    }
    return statuses;
  }

  private Token token(String name, String set, Location where) {
    TokenValue value = value(2);
    ColorModifier modifier = null;
    if (random.nextInt(5) == 0) {
      value = new TokenValue.Text(random.nextBoolean() ? "#ff0000" : "{" + name() + "}");
      modifier =
          new ColorModifier(
              random.nextBoolean() ? "mix" : "lighten",
              new TokenValue.Text(random.nextBoolean() ? "0.5" : "{" + name() + "}"),
              "srgb",
              random.nextBoolean() ? null : value(1));
    }
    @Nullable String type = random.nextBoolean() ? null : "other";
    return new Token(name, type, value, null, modifier, set, where);
  }

  private String name() {
    return random.nextInt(8) == 0
        ? ODD_NAMES.get(random.nextInt(ODD_NAMES.size()))
        : "t" + random.nextInt(nameCount + 1);
  }

  private TokenValue value(int depth) {
    return switch (random.nextInt(depth == 0 ? 7 : 10)) {
      case 0 -> new TokenValue.Num(random.nextInt(3));
      case 1 -> new TokenValue.Bool(random.nextBoolean());
      case 2 -> new TokenValue.Text(random.nextBoolean() ? "t" + random.nextInt(nameCount) : "1/0");
      case 7 -> new TokenValue.Many(List.of(value(depth - 1), value(depth - 1)));
      case 8, 9 -> {
        Map<String, TokenValue> parts = new LinkedHashMap<>();
        parts.put("a", value(depth - 1));
        if (random.nextBoolean()) {
          parts.put("b", value(depth - 1));
        }
        yield new TokenValue.Parts(parts);
      }
      default -> text();
    };
  }

  private TokenValue text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(3); i >= 0; i--) {
      text.append(
          switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> "{" + name() + "}";
            case 4 -> " $" + name() + " ";
            case 5 -> "{" + name() + ".a}";
            case 6 -> "{{" + name() + "}}";
            case 7 -> " + ";
            case 8 -> "4px";
            default -> " x";
          });
    }
    return new TokenValue.Text(text.toString());
  }
}

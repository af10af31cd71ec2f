package sluice.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import sluice.resolve.ResolvedToken;
import sluice.resolve.color.PaintColor;
import sluice.resolve.color.PerceivedColor;
import sluice.resolve.color.Rgba;
import sluice.token.NumberText;
import sluice.token.TokenValue;

/// The tokens of a library by value, to find the one nearest to a value that has none. Grows with
/// the library; safe for use by several threads.
///
/// A colour is compared with colours, a length with tokens whose type fits its property, a font's
/// name with equal names. Of tokens equally near the one first in the library counts.
public final class NearestTokens {
  /// Different values whose nearest token is remembered; of further ones it is looked for each
  /// time.
  static final int REMEMBERED_MAX = 4_096;

  private final List<ColorEntry> colors = new ArrayList<>();
  private final Map<ValueKind, List<NumberEntry>> numbers = new EnumMap<>(ValueKind.class);
  private final Map<ValueKind, Map<String, ResolvedToken>> names = new EnumMap<>(ValueKind.class);
  private final Map<Asked, Optional<Nearest>> remembered = new ConcurrentHashMap<>();

  private record ColorEntry(String token, Rgba written, PerceivedColor seen, int place) {}

  private record NumberEntry(String token, double value, int place) {}

  /// What was asked for: a value as text stands for all that look like it.
  private record Asked(ValueKind kind, String text) {}

  /// @param tokens those that may be suggested, in the library's order
  /// @param basePx what one `em` or `rem` is worth
  public NearestTokens(List<ResolvedToken> tokens, double basePx) {
    for (int i = 0; i < tokens.size(); i++) {
      add(tokens.get(i), basePx, i);
    }
    colors.sort(Comparator.comparingDouble(color -> color.seen().lightness()));
    numbers
        .values()
        .forEach(list ->
            list.sort(
                Comparator.comparingDouble(NumberEntry::value)
                    .thenComparingInt(NumberEntry::place)));
  }

  private void add(ResolvedToken token, double basePx, int place) {
    String type = token.token().type();
    if (type == null || token.failed() || token.token().isRemark()) {
      return;
    }
    for (ValueKind kind : ValueKind.values()) {
      if (!kind.fits(type)) {
        continue;
      }
      if (kind == ValueKind.COLOR) {
        Rgba color = token.value() instanceof TokenValue.Text(String text) ? color(text) : null;
        if (color != null) {
          colors.add(new ColorEntry(token.name(), color, PerceivedColor.of(color), place));
        }
        continue;
      }
      double number = number(token.value(), basePx);
      if (Double.isFinite(number)) {
        numbers
            .computeIfAbsent(kind, _ -> new ArrayList<>())
            .add(new NumberEntry(token.name(), number, place));
      } else {
        String name = name(token.value());
        if (name != null) {
          names
              .computeIfAbsent(kind, _ -> new HashMap<>())
              .putIfAbsent(name.toLowerCase(Locale.ROOT), token);
        }
      }
    }
  }

  private static @Nullable Rgba color(String text) {
    return text.contains("gradient") ? null : PaintColor.parse(text);
  }

  /// Pixels, or NaN for what is no plain length.
  private static double number(TokenValue value, double basePx) {
    if (value instanceof TokenValue.Num(double number)) {
      return number;
    }
    if (!(value instanceof TokenValue.Text(String written))) {
      return Double.NaN;
    }
    String text = NumberText.trim(written);
    if (text.endsWith("px")) {
      return text.length() == 2 ? Double.NaN : number(text.substring(0, text.length() - 2), 1);
    }
    if (text.endsWith("rem")) {
      return number(text.substring(0, text.length() - 3), basePx);
    }
    return text.endsWith("em")
        ? number(text.substring(0, text.length() - 2), basePx)
        : number(text, 1);
  }

  private static double number(String text, double worth) {
    return text.isBlank() ? Double.NaN : NumberText.toNumber(text) * worth;
  }

  /// A font's name: of a list the first.
  private static @Nullable String name(TokenValue value) {
    return switch (value) {
      case TokenValue.Text(String text) -> text;
      case TokenValue.Many(List<TokenValue> items) when !items.isEmpty() -> name(items.getFirst());
      default -> null;
    };
  }

  /// The token nearest to a value; null when none of a fitting type has a value of its kind.
  public @Nullable Nearest find(RawValue value) {
    Asked asked = new Asked(value.kind(), value.text());
    Optional<Nearest> known = remembered.get(asked);
    if (known == null) {
      known = Optional.ofNullable(search(value));
      if (remembered.size() < REMEMBERED_MAX) {
        remembered.put(asked, known);
      }
    }
    return known.orElse(null);
  }

  private @Nullable Nearest search(RawValue value) {
    return switch (value) {
      case RawValue.Color(String _, Rgba color) -> nearestColor(color);
      case RawValue.Amount(String _, ValueKind kind, double number) -> nearestNumber(kind, number);
      case RawValue.Name(String _, ValueKind kind, String text) -> {
        ResolvedToken token = names.getOrDefault(kind, Map.of()).get(text.toLowerCase(Locale.ROOT));
        yield token == null ? null : new Nearest(token.name(), text, 0);
      }
    };
  }

  /// Looks outwards from the colour's lightness: nothing further off in that alone can be nearer.
  private @Nullable Nearest nearestColor(Rgba color) {
    PerceivedColor seen = PerceivedColor.of(color);
    int up = firstLighter(seen.lightness());
    int down = up - 1;
    ColorEntry best = null;
    double least = Double.POSITIVE_INFINITY;
    while (down >= 0 || up < colors.size()) {
      double below = down < 0 ? least + 1 : seen.lightness() - lightness(down);
      double above = up == colors.size() ? least + 1 : lightness(up) - seen.lightness();
      if (Math.min(below, above) > least) {
        break;
      }
      boolean takesBelow = down >= 0 && (up == colors.size() || below < above);
      ColorEntry candidate = colors.get(takesBelow ? down-- : up++);
      double distance = seen.distance(candidate.seen());
      if (distance < least
          || (distance == least && best != null && candidate.place() < best.place())) {
        best = candidate;
        least = distance;
      }
    }
    return best == null ? null : new Nearest(best.token(), ValueWords.hex(best.written()), least);
  }

  private double lightness(int index) {
    return colors.get(index).seen().lightness();
  }

  private int firstLighter(double lightness) {
    int low = 0;
    int high = colors.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (lightness(middle) < lightness) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private @Nullable Nearest nearestNumber(ValueKind kind, double number) {
    List<NumberEntry> list = numbers.getOrDefault(kind, List.of());
    int low = 0;
    int high = list.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (list.get(middle).value() < number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    NumberEntry above = low < list.size() ? list.get(low) : null;
    NumberEntry below = low > 0 ? firstOf(list, low - 1) : null;
    NumberEntry best =
        below == null || (above != null && above.value() - number <= number - below.value())
            ? above
            : below;
    return best == null
        ? null
        : new Nearest(
            best.token(), ValueWords.number(best.value()), Math.abs(best.value() - number));
  }

  /// Of the entries with the value of one, the first in the library.
  private static NumberEntry firstOf(List<NumberEntry> list, int index) {
    int first = index;
    while (first > 0 && list.get(first - 1).value() == list.get(index).value()) {
      first--;
    }
    return list.get(first);
  }
}

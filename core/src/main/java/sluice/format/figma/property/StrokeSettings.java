package sluice.format.figma.property;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.apply.AppliedValue;
import sluice.apply.DashPattern;
import sluice.apply.Measure;
import sluice.apply.PropertyKey;
import sluice.json.JsonValue;
import sluice.token.TokenValue;

/// What tokens say of a node's outline (Tokens Studio, keys; border composites come first, then
/// colours, then widths).
final class StrokeSettings {
  /// What [#sideOf] says of a key that concerns every side.
  static final int ALL_SIDES = -1;

  private static final PropertyKey[] BORDERS = {
    PropertyKey.BORDER,
    PropertyKey.BORDER_TOP,
    PropertyKey.BORDER_RIGHT,
    PropertyKey.BORDER_BOTTOM,
    PropertyKey.BORDER_LEFT
  };
  private static final PropertyKey[] WIDTHS = {
    PropertyKey.BORDER_WIDTH,
    PropertyKey.BORDER_WIDTH_TOP,
    PropertyKey.BORDER_WIDTH_RIGHT,
    PropertyKey.BORDER_WIDTH_BOTTOM,
    PropertyKey.BORDER_WIDTH_LEFT
  };

  /// A dash pattern and where it comes from.
  record Dashes(JsonValue.Arr pattern, Source source) {}

  /// A paint and where it comes from.
  record Color(TokenPaint paint, Source source) {}

  private final boolean individual;
  private final List<Source> clears = new ArrayList<>(0);
  private final @Nullable Setting[] weights = new Setting[4];
  private @Nullable Dashes dashes;
  private boolean dashesAreLate;
  private final List<Color> colors = new ArrayList<>(1);

  /// Reads them.
  ///
  /// @param individual whether such nodes have sides of their own
  StrokeSettings(ScalarReader reader, boolean individual) {
    this.individual = individual;
    for (Map.Entry<PropertyKey, AppliedValue> entry : reader.tokens().values().entrySet()) {
      PropertyKey key = entry.getKey();
      if (entry.getValue().clears()
          && (isBorder(key) || isWidth(key) || key == PropertyKey.BORDER_COLOR)) {
        Source source = new Source(key, entry.getValue().token());
        clears.add(source);
        if (individual && isWidth(key) && sideOf(key) != ALL_SIDES) {
          reader.notice(
              source,
              Notices.quirk(
                  source, "it clears the width of every side", "so does the plugin, for any side"));
        }
      }
    }
    for (PropertyKey key : BORDERS) {
      AppliedValue value = reader.tokens().value(key);
      if (value != null
          && value.value() instanceof TokenValue.Parts(Map<String, TokenValue> parts)) {
        border(reader, key, parts);
      }
    }
    AppliedValue border = reader.value(PropertyKey.BORDER);
    if (border != null && border.value() instanceof TokenValue.Text) {
      // A border that is a plain text is a colour, as it was before borders were composites.
      addColor(reader, PropertyKey.BORDER);
    }
    addColor(reader, PropertyKey.BORDER_COLOR);
    for (PropertyKey key : WIDTHS) {
      if (key == PropertyKey.BORDER_WIDTH || individual) {
        put(sideOf(key), reader.number(key, Measure::number));
      }
    }
  }

  /// Whether such nodes have sides of their own.
  boolean individual() {
    return individual;
  }

  /// What takes something away, in the order the values have.
  List<Source> clears() {
    return clears;
  }

  /// What the width of a side becomes, or null; 0 is top, then right, bottom, left.
  @Nullable Setting weight(int side) {
    return weights[side];
  }

  /// What the dashes become, or null.
  @Nullable Dashes dashes() {
    return dashes;
  }

  /// Paints in the order they are written.
  List<Color> colors() {
    return colors;
  }

  boolean isEmpty() {
    for (Setting weight : weights) {
      if (weight != null) {
        return false;
      }
    }
    return clears.isEmpty() && dashes == null && colors.isEmpty();
  }

  /// The side a key concerns, 0 to 3, or [#ALL_SIDES].
  static int sideOf(PropertyKey key) {
    return switch (key) {
      case BORDER_TOP, BORDER_WIDTH_TOP -> 0;
      case BORDER_RIGHT, BORDER_WIDTH_RIGHT -> 1;
      case BORDER_BOTTOM, BORDER_WIDTH_BOTTOM -> 2;
      case BORDER_LEFT, BORDER_WIDTH_LEFT -> 3;
      default -> ALL_SIDES;
    };
  }

  /// Whether a key takes border composites.
  static boolean isBorder(PropertyKey key) {
    return contains(BORDERS, key);
  }

  private static boolean isWidth(PropertyKey key) {
    return contains(WIDTHS, key);
  }

  private static boolean contains(PropertyKey[] keys, PropertyKey wanted) {
    for (PropertyKey key : keys) {
      if (key == wanted) {
        return true;
      }
    }
    return false;
  }

  private void border(ScalarReader reader, PropertyKey key, Map<String, TokenValue> parts) {
    Source source = reader.source(key);
    TokenValue width = parts.get("width");
    String text = width == null ? null : ScalarReader.primitive(width);
    double px = text == null ? Double.NaN : Measure.number(text, reader.basePx());
    boolean writesWidth = key == PropertyKey.BORDER || individual;
    if (writesWidth) {
      if (Double.isFinite(px)) {
        put(sideOf(key), new Setting(px, source));
      } else if (width != null) {
        reader.notice(source, Notices.invalid(source, width, "a width with or without a unit"));
      }
    }
    // All dashes are for the whole outline. Those of borders that write a width come last, for the
    // plugin looks for a variable first.
    boolean late = writesWidth && text != null;
    if ((late || !dashesAreLate) && parts.get("style") instanceof TokenValue.Text(String style)) {
      dashes = new Dashes(Json.numbers(DashPattern.of(style, px)), source);
      dashesAreLate = late;
    }
  }

  private void put(int side, @Nullable Setting weight) {
    for (int i = 0; i < 4 && weight != null; i++) {
      if (side == ALL_SIDES || side == i) {
        weights[i] = weight;
      }
    }
  }

  private void addColor(ScalarReader reader, PropertyKey key) {
    TokenValue color = reader.color(key);
    if (color == null) {
      return;
    }
    TokenPaint paint = color instanceof TokenValue.Text(String text) ? reader.paint(text) : null;
    if (paint == null) {
      reader.invalid(key, "a colour or a gradient");
    } else {
      colors.add(new Color(paint, reader.source(key)));
    }
  }
}

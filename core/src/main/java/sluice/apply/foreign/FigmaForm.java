package sluice.apply.foreign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.apply.FontWeight;
import sluice.apply.LetterSpacing;
import sluice.apply.LineHeight;
import sluice.apply.Percentage;
import sluice.apply.TextCase;
import sluice.apply.TextDecoration;
import sluice.token.NumberText;
import sluice.token.TokenValue;

/// What a value means in the form of Tokens Studio, which the properties of Figma's nodes
/// understand.
final class FigmaForm {
  private static final int CHANNEL_MAX = 255;

  /// Styles of fonts go by names, and there is a common one beyond the nine of Figma.
  private static final double HEAVIEST = 950;

  private static final String HEAVIEST_NAME = "Extra Black";

  private FigmaForm() {}

  static TokenValue of(Meaning meaning, Losses losses) throws Unsayable {
    return switch (meaning) {
      case Meaning.Paint paint -> text(color(paint));
      case Meaning.Gradient gradient -> text(gradient(gradient));
      case Meaning.Length(double px) -> text(px(px));
      case Meaning.Plain(double value) -> new TokenValue.Num(value);
      case Meaning.Families(List<String> names) -> families(names);
      case Meaning.Weight weight -> weight(weight);
      case Meaning.Line(LineHeight height) -> text(lineHeight(height));
      case Meaning.Spacing(LetterSpacing spacing) -> text(spacing(spacing));
      case Meaning.Case(TextCase wanted) -> text(letterCase(wanted));
      case Meaning.Decoration(TextDecoration wanted) -> text(decoration(wanted));
      case Meaning.TextStyle style -> style(style, losses);
      case Meaning.Shadows(List<Meaning.Shadows.Layer> layers) -> shadows(layers);
      case Meaning.Border border -> border(border);
    };
  }

  private static TokenValue.Text text(String text) {
    return new TokenValue.Text(text);
  }

  /// `#rrggbb`, or `#rrggbbaa` when not opaque.
  private static String color(Meaning.Paint paint) {
    return paint.alpha() < 1
        ? "%s%02x".formatted(paint.hex(), Math.round(paint.alpha() * CHANNEL_MAX))
        : paint.hex();
  }

  /// A DTCG gradient says no direction; this is that of CSS, from top to bottom. Beyond the outmost
  /// stops their colours go on, so one stop is one colour.
  private static String gradient(Meaning.Gradient gradient) {
    List<Meaning.Gradient.Stop> stops = gradient.stops();
    if (stops.size() == 1) {
      String color = color(stops.getFirst().paint());
      return "linear-gradient(180deg, %1$s 0%%, %1$s 100%%)".formatted(color);
    }
    StringBuilder text = new StringBuilder("linear-gradient(180deg");
    for (Meaning.Gradient.Stop stop : stops) {
      text.append(", ")
          .append(color(stop.paint()))
          .append(' ')
          .append(Percentage.text(Percentage.ofShare(stop.position())));
    }
    return text.append(')').toString();
  }

  private static TokenValue families(List<String> names) throws Unsayable {
    for (String name : names) {
      if (name.indexOf(',') >= 0) {
        throw new Unsayable(
            "its font family \"%s\" has a comma in its name, which stands between families"
                .formatted(name),
            "write several families as an array");
      }
    }
    return text(String.join(", ", names));
  }

  private static String px(double px) {
    return NumberText.of(px) + "px";
  }

  /// Fonts are chosen by the names of their styles.
  private static TokenValue weight(Meaning.Weight weight) throws Unsayable {
    String number = NumberText.of(weight.number());
    String name =
        weight.number() == HEAVIEST ? HEAVIEST_NAME : FontWeight.candidates(number).getFirst();
    if (name.equals(number)) {
      throw new Unsayable(
          "Figma's fonts have styles for the weights 100, 200 and so on to 900 and 950, not for "
              + number);
    }
    if (weight.italic()) {
      return text(name.equals("Regular") ? "Italic" : name + " Italic");
    }
    return weight.number() == HEAVIEST ? text(name) : new TokenValue.Num(weight.number());
  }

  private static String lineHeight(LineHeight height) {
    return switch (height) {
      case LineHeight.Pixels(double px) -> px(px);
      case LineHeight.Percent(double percent) -> Percentage.text(percent);
      case LineHeight.Auto() -> "AUTO";
    };
  }

  private static String spacing(LetterSpacing spacing) {
    return spacing.percent() ? Percentage.text(spacing.value()) : px(spacing.value());
  }

  /// The word `none` would take the token off instead of setting letters back.
  private static String letterCase(TextCase wanted) {
    return switch (wanted) {
      case ORIGINAL -> "original";
      case UPPER -> "uppercase";
      case LOWER -> "lowercase";
      case TITLE -> "capitalize";
      case SMALL_CAPS -> "small-caps";
      case SMALL_CAPS_FORCED -> "all-small-caps";
    };
  }

  private static String decoration(TextDecoration wanted) {
    return switch (wanted) {
      case NONE -> "none";
      case UNDERLINE -> "underline";
      case STRIKETHROUGH -> "line-through";
    };
  }

  private static TokenValue style(Meaning.TextStyle style, Losses losses) {
    Map<String, TokenValue> parts = new LinkedHashMap<>();
    put(parts, "fontFamily", style.families(), losses);
    put(parts, "fontWeight", style.weight(), losses);
    put(parts, "fontSize", style.size(), losses);
    if (style.lineHeight() != null) {
      parts.put("lineHeight", text(lineHeight(style.lineHeight())));
    }
    if (style.letterSpacing() != null) {
      parts.put("letterSpacing", text(spacing(style.letterSpacing())));
    }
    if (style.letterCase() != null) {
      parts.put("textCase", text(letterCase(style.letterCase())));
    }
    if (style.decoration() != null) {
      parts.put("textDecoration", text(decoration(style.decoration())));
    }
    return new TokenValue.Parts(parts);
  }

  private static void put(
      Map<String, TokenValue> parts, String name, @Nullable Meaning meaning, Losses losses) {
    if (meaning == null) {
      return;
    }
    try {
      parts.put(name, of(meaning, losses));
    } catch (Unsayable e) {
      losses.leftOut(name, e.why());
    }
  }

  private static TokenValue shadows(List<Meaning.Shadows.Layer> layers) {
    List<TokenValue> written = new ArrayList<>(layers.size());
    for (Meaning.Shadows.Layer layer : layers) {
      Map<String, TokenValue> parts = new LinkedHashMap<>();
      parts.put("type", text(layer.inset() ? "innerShadow" : "dropShadow"));
      parts.put("x", text(px(layer.x())));
      parts.put("y", text(px(layer.y())));
      parts.put("blur", text(px(layer.blur())));
      parts.put("spread", text(px(layer.spread())));
      parts.put("color", text(color(layer.paint())));
      written.add(new TokenValue.Parts(parts));
    }
    return new TokenValue.Many(written);
  }

  private static TokenValue border(Meaning.Border border) {
    Map<String, TokenValue> parts = new LinkedHashMap<>();
    parts.put("color", text(color(border.paint())));
    parts.put("width", text(px(border.width().px())));
    if (border.style() != null) {
      parts.put("style", text(border.style()));
    }
    return new TokenValue.Parts(parts);
  }
}

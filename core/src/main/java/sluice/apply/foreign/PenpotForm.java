package sluice.apply.foreign;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.apply.LetterSpacing;
import sluice.apply.LineHeight;
import sluice.apply.Percentage;
import sluice.apply.TextCase;
import sluice.apply.TextDecoration;
import sluice.resolve.penpot.PenpotFontWeight;
import sluice.token.NumberText;
import sluice.token.TokenValue;

/// What a value means in the form `sluice.resolve.penpot` gives, which the attributes of Penpot's
/// shapes understand.
final class PenpotForm {
  private PenpotForm() {}

  static TokenValue of(Meaning meaning, Losses losses) throws Unsayable {
    return switch (meaning) {
      case Meaning.Paint paint -> text(color(paint));
      case Meaning.Length(double px) -> new TokenValue.Num(px);
      case Meaning.Plain(double value) -> new TokenValue.Num(value);
      case Meaning.Families(List<String> names) -> families(names);
      case Meaning.Weight weight -> weight(weight);
      case Meaning.Line(LineHeight height) -> lineHeight(height, null);
      case Meaning.Spacing(LetterSpacing spacing) -> spacing(spacing, null);
      case Meaning.Case(TextCase wanted) -> letterCase(wanted);
      case Meaning.Decoration(TextDecoration wanted) -> decoration(wanted);
      case Meaning.TextStyle style -> style(style, losses);
      case Meaning.Shadows(List<Meaning.Shadows.Layer> layers) -> shadows(layers);
      case Meaning.Gradient _ ->
          throw new Unsayable("it is a gradient, and tokens of Penpot are plain colours");
      case Meaning.Border _ ->
          throw new Unsayable(
              "it is a border, and Penpot takes its colour and its width as tokens of their own");
    };
  }

  private static TokenValue.Text text(String text) {
    return new TokenValue.Text(text);
  }

  private static String color(Meaning.Paint paint) {
    return paint.alpha() < 1
        ? "rgba(%d, %d, %d, %s)"
            .formatted(
                paint.rgb() >> 16,
                paint.rgb() >> 8 & 0xff,
                paint.rgb() & 0xff,
                new BigDecimal(NumberText.of(paint.alpha())).toPlainString())
        : paint.hex();
  }

  private static TokenValue families(List<String> names) {
    List<TokenValue> families = new ArrayList<>(names.size());
    names.forEach(name -> families.add(text(name)));
    return new TokenValue.Many(families);
  }

  private static TokenValue weight(Meaning.Weight weight) throws Unsayable {
    String number = NumberText.of(weight.number());
    if (PenpotFontWeight.parse(number) == null) {
      throw new Unsayable(
          "Penpot has the weights 100, 200 and so on to 900 and 950, not " + number);
    }
    return text(weight.italic() ? number + " italic" : number);
  }

  /// A multiple of the font size, which a height in pixels needs to know.
  private static TokenValue lineHeight(LineHeight height, Meaning.@Nullable Length size)
      throws Unsayable {
    return switch (height) {
      case LineHeight.Percent(double percent) -> new TokenValue.Num(Percentage.toShare(percent));
      case LineHeight.Pixels(double px) when size != null && size.px() > 0 && Double.isFinite(px) ->
          new TokenValue.Num(px / size.px());
      case LineHeight.Pixels _ ->
          throw new Unsayable(
              "its height is in pixels, and Penpot has multiples of a font size it does not know");
      case LineHeight.Auto() ->
          throw new Unsayable("its height is up to the font, and Penpot has only numbers");
    };
  }

  /// Pixels, for which a percentage needs to know the font size.
  private static TokenValue spacing(LetterSpacing spacing, Meaning.@Nullable Length size)
      throws Unsayable {
    if (!spacing.percent()) {
      return new TokenValue.Num(spacing.value());
    }
    if (size == null) {
      throw new Unsayable(
          "it is a share of a font size it does not know, and Penpot has only pixels");
    }
    return new TokenValue.Num(spacing.value() / 100 * size.px());
  }

  private static TokenValue letterCase(TextCase wanted) throws Unsayable {
    return switch (wanted) {
      case ORIGINAL -> text("none");
      case UPPER -> text("uppercase");
      case LOWER -> text("lowercase");
      case TITLE -> text("capitalize");
      case SMALL_CAPS, SMALL_CAPS_FORCED -> throw new Unsayable("Penpot has no small capitals");
    };
  }

  private static TokenValue decoration(TextDecoration wanted) {
    return switch (wanted) {
      case NONE -> text("none");
      case UNDERLINE -> text("underline");
      case STRIKETHROUGH -> text("strike-through");
    };
  }

  private interface Part {
    TokenValue make() throws Unsayable;
  }

  private static TokenValue style(Meaning.TextStyle style, Losses losses) throws Unsayable {
    Map<String, TokenValue> parts = new LinkedHashMap<>();
    Meaning.Length size = style.size();
    Meaning.Families families = style.families();
    Meaning.Weight weight = style.weight();
    LineHeight lineHeight = style.lineHeight();
    LetterSpacing spacing = style.letterSpacing();
    TextCase letterCase = style.letterCase();
    TextDecoration decoration = style.decoration();
    if (size != null) {
      parts.put("fontSize", new TokenValue.Num(size.px()));
    }
    if (families != null) {
      parts.put("fontFamily", families(families.names()));
    }
    if (weight != null) {
      put(parts, "fontWeight", () -> weight(weight), losses);
    }
    if (spacing != null) {
      put(parts, "letterSpacing", () -> spacing(spacing, size), losses);
    }
    if (letterCase != null) {
      put(parts, "textCase", () -> letterCase(letterCase), losses);
    }
    if (decoration != null) {
      parts.put("textDecoration", decoration(decoration));
    }
    if (lineHeight != null) {
      put(parts, "lineHeight", () -> lineHeight(lineHeight, size), losses);
    }
    if (parts.isEmpty()) {
      throw new Unsayable("nothing of it can be said in Penpot");
    }
    return new TokenValue.Parts(parts);
  }

  private static void put(Map<String, TokenValue> parts, String name, Part part, Losses losses) {
    try {
      parts.put(name, part.make());
    } catch (Unsayable e) {
      losses.leftOut(name, e.why());
    }
  }

  private static TokenValue shadows(List<Meaning.Shadows.Layer> layers) {
    List<TokenValue> written = new ArrayList<>(layers.size());
    for (Meaning.Shadows.Layer layer : layers) {
      Map<String, TokenValue> parts = new LinkedHashMap<>();
      parts.put("offsetX", new TokenValue.Num(layer.x()));
      parts.put("offsetY", new TokenValue.Num(layer.y()));
      parts.put("blur", new TokenValue.Num(layer.blur()));
      parts.put("spread", new TokenValue.Num(layer.spread()));
      parts.put("color", text(color(layer.paint())));
      parts.put("inset", new TokenValue.Bool(layer.inset()));
      written.add(new TokenValue.Parts(parts));
    }
    return new TokenValue.Many(written);
  }
}

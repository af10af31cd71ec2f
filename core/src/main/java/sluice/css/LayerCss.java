package sluice.css;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import sluice.token.NumberText;
import sluice.token.TokenValue;

/// Shadows, borders, strokes, curves and transitions (CSS Backgrounds and Borders Level 3, CSS
/// Easing Functions Level 1, CSS Transitions Level 1).
final class LayerCss {
  private static final Set<String> STYLES =
      Set.of(
          "none", "hidden", "solid", "dashed", "dotted", "double", "groove", "ridge", "outset",
          "inset");
  private static final Set<String> EASINGS =
      Set.of("linear", "ease", "ease-in", "ease-out", "ease-in-out", "step-start", "step-end");

  private LayerCss() {}

  /// `box-shadow`: layers as written, the first one on top.
  static String shadow(Piece piece, References references) throws Unsayable {
    List<String> layers = new ArrayList<>();
    for (Piece layer : piece.items()) {
      String plain = layer(layer, References.NONE);
      String whole =
          !(piece.value() instanceof TokenValue.Many)
              ? plain
              : references.keep(layer.written(), "", plain);
      layers.add(whole.equals(plain) ? layer(layer, references) : whole);
    }
    if (layers.isEmpty()) {
      return "none";
    }
    return String.join(", ", layers);
  }

  private static String layer(Piece layer, References references) throws Unsayable {
    Piece color = layer.get("color");
    Piece x = layer.first("offsetX", "x");
    Piece y = layer.first("offsetY", "y");
    if (color == null || x == null || y == null) {
      throw new Unsayable("a shadow has a colour and two offsets");
    }
    Piece blur = layer.first("blur");
    Piece spread = layer.first("spread");
    StringBuilder text = new StringBuilder(isInset(layer) ? "inset " : "");
    text.append(length(x, references)).append(' ').append(length(y, references));
    text.append(' ');
    text.append(
        blur == null
            ? "0"
            : references.keep(
                blur.written(), "", LengthCss.notNegative(blur.value(), "the blur of a shadow")));
    text.append(' ').append(spread == null ? "0" : length(spread, references));
    return text.append(' ')
        .append(references.keep(color.written(), "", ColorCss.color(color.value())))
        .toString();
  }

  /// Whether a shadow falls inside: DTCG and Penpot say so themselves, Tokens Studio has two types.
  static boolean isInset(Piece layer) {
    Piece inset = layer.get("inset");
    if (inset != null) {
      return inset.value() instanceof TokenValue.Bool(boolean flag)
          ? flag
          : inset.value() instanceof TokenValue.Text(String text) && text.equals("true");
    }
    Piece type = layer.get("type");
    return type != null
        && type.value() instanceof TokenValue.Text(String text)
        && (text.equals("innerShadow") || text.equals("inset"));
  }

  private static String length(Piece piece, References references) throws Unsayable {
    return references.keep(piece.written(), "", LengthCss.single(piece.value()));
  }

  /// `border`: width, style, colour, those that are there.
  static String border(Piece piece, References references) throws Unsayable {
    Piece width = piece.first("width");
    Piece style = piece.first("style");
    Piece color = piece.first("color");
    List<String> parts = new ArrayList<>();
    if (width != null) {
      String plain = LengthCss.notNegative(width.value(), "the width of a border");
      parts.add(references.keep(width.written(), "", plain));
    }
    if (style != null) {
      parts.add(references.keep(style.written(), "", strokeStyle(style.value())));
    }
    if (color != null) {
      parts.add(references.keep(color.written(), "", ColorCss.color(color.value())));
    }
    if (parts.isEmpty()) {
      throw new Unsayable(
          "it is %s; CSS needs a width, a style or a colour"
              .formatted(Numbers.shown(piece.value())));
    }
    return String.join(" ", parts);
  }

  /// The style of a line.
  static String strokeStyle(TokenValue value) throws Unsayable {
    if (value instanceof TokenValue.Text(String text)) {
      String word = text.strip().toLowerCase(Locale.ROOT);
      if (STYLES.contains(word)) {
        return word;
      }
    }
    throw new Unsayable(
        value instanceof TokenValue.Parts
            ? "it has lengths of dashes, and CSS draws dashes as it likes"
            : "it is %s; CSS needs a style of a line".formatted(Numbers.shown(value)));
  }

  /// A curve.
  static String curve(Piece piece) throws Unsayable {
    if (piece.value() instanceof TokenValue.Text(String text)) {
      String stripped = text.strip();
      boolean isFunction =
          stripped.matches("(?:cubic-bezier|steps|linear)\\(.+\\)")
              && CssText.isDeclarationValue(stripped);
      if (isFunction || EASINGS.contains(stripped)) {
        return stripped;
      }
    }
    List<String> numbers = new ArrayList<>();
    for (Piece item : piece.items()) {
      if (item.value() instanceof TokenValue.Num(double number)) {
        numbers.add(NumberText.of(number));
      }
    }
    if (numbers.size() != 4 || piece.items().size() != 4) {
      throw new Unsayable(
          "it is %s; CSS needs a curve of four numbers".formatted(Numbers.shown(piece.value())));
    }
    return "cubic-bezier(" + String.join(", ", numbers) + ")";
  }

  static String duration(TokenValue value) throws Unsayable {
    return LengthCss.quantity(value, "a time in ms or s", "ms", "s");
  }

  /// `transition` without a property: duration, curve and delay.
  static String transition(Piece piece, References references) throws Unsayable {
    Piece duration = piece.first("duration");
    Piece curve = piece.first("timingFunction");
    Piece delay = piece.first("delay");
    if (duration == null) {
      throw new Unsayable("a transition has a duration");
    }
    List<String> parts = new ArrayList<>();
    parts.add(kept(duration, duration(duration.value()), references));
    if (curve != null) {
      parts.add(kept(curve, curve(curve), references));
    }
    if (delay != null) {
      parts.add(kept(delay, duration(delay.value()), references));
    }
    return String.join(" ", parts);
  }

  private static String kept(Piece piece, String plain, References references) {
    return references.keep(piece.written(), "", plain);
  }
}

package sluice.report.page;

import java.util.ArrayDeque;
import java.util.Deque;
import sluice.report.Box;

/// Writes a drawing: elements, attributes, text; everything it is given is escaped.
///
/// Attributes come in pairs of name and value; names are ours, values text or numbers. A number is
/// written with at most two decimals and kept within what browsers draw.
final class Svg {
  /// Browsers compute in single precision; what lies further out is nowhere to be seen.
  private static final double EXTENT_MAX = 1e6;

  private final StringBuilder out = new StringBuilder(1024);
  private final Deque<String> open = new ArrayDeque<>();

  /// An image with a name, as wide as its place allows.
  ///
  /// @param label what it shows, for those who do not see it
  static Svg image(String label, double x, double y, double width, double height) {
    Svg svg = new Svg();
    svg.open("svg", "role", "img", "aria-label", label, "viewBox", view(x, y, width, height));
    return svg;
  }

  /// An image with a name, as large as what it shows where there is room for that.
  ///
  /// @param seen the part that is shown, at least a pixel of it
  static Svg scaledDown(String label, Box seen) {
    double width = Math.max(1, seen.width());
    double height = Math.max(1, seen.height());
    Svg svg = new Svg();
    svg.open(
        "svg",
        "role",
        "img",
        "aria-label",
        label,
        "width",
        width,
        "viewBox",
        view(seen.x(), seen.y(), width, height));
    return svg;
  }

  /// Text of a `viewBox`.
  static String view(double x, double y, double width, double height) {
    StringBuilder text = new StringBuilder();
    number(x, text);
    number(y, text.append(' '));
    number(width, text.append(' '));
    number(height, text.append(' '));
    return text.toString();
  }

  /// Opens an element.
  Svg open(String element, Object... attributes) {
    begin(element, attributes);
    out.append('>');
    open.push(element);
    return this;
  }

  /// An element without anything in it.
  Svg leaf(String element, Object... attributes) {
    begin(element, attributes);
    out.append("/>");
    return this;
  }

  /// An element with nothing but text in it.
  Svg words(String element, String text, Object... attributes) {
    begin(element, attributes);
    out.append('>');
    escape(text);
    out.append("</").append(element).append('>');
    return this;
  }

  /// Puts in something that is already markup.
  Svg put(Markup markup) {
    out.append(markup.html());
    return this;
  }

  /// Closes the element opened last.
  Svg close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /// Closes what is open.
  Markup done() {
    while (!open.isEmpty()) {
      close();
    }
    return new Markup(out.toString());
  }

  /// Characters so far.
  int length() {
    return out.length();
  }

  private void begin(String element, Object... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      switch (attributes[i + 1]) {
        case Double number -> number(number, out);
        case Integer number -> out.append(number.intValue());
        case Object text -> escape(text.toString());
      }
      out.append('"');
    }
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&#34;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }

  /// Appends a number as SVG reads it.
  static void number(double value, StringBuilder out) {
    double finite = Double.isNaN(value) ? 0 : Math.clamp(value, -EXTENT_MAX, EXTENT_MAX);
    long hundredths = Math.round(finite * 100);
    if (hundredths < 0) {
      out.append('-');
      hundredths = -hundredths;
    }
    out.append(hundredths / 100);
    long fraction = hundredths % 100;
    if (fraction > 0) {
      out.append('.').append(fraction / 10);
      if (fraction % 10 > 0) {
        out.append(fraction % 10);
      }
    }
  }
}

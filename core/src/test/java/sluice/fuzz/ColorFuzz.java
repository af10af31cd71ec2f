package sluice.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import sluice.resolve.color.ColorModification;
import sluice.resolve.color.ColorText;
import sluice.resolve.color.Gradient;
import sluice.resolve.color.GradientText;
import sluice.resolve.color.PaintColor;
import sluice.resolve.color.PerceivedColor;
import sluice.resolve.color.Rgba;
import sluice.resolve.color.TinyColor;
import sluice.resolve.penpot.PenpotColor;
import sluice.token.NumberText;

/// Colours: lines with a colour, a modifier, its amount, its space, and a colour to mix with. Never
/// an exception, the same each time; hex is a colour that every reading takes.
final class ColorFuzz implements FuzzTarget {
  @Override
  public List<byte[]> seeds() {
    return Stream.of(
            "#336699\nlighten\n0.5\nhsl\n#fff",
            "rgba(51, 102, 153, 50%)\ndarken\n0.25\nlch\n",
            "hsl(210deg 50% 40% / 0.5)\nmix\n0.3\nsrgb\nrebeccapurple",
            "oklch(60% 0.1 250)\nalpha\n0.3\np3\nhsla(1, 2%, 3%, 0.4)",
            "linear-gradient(45deg, #f00 0%, rgba(#00ff00, 0.5) 50%, hsl(1,2%,3%) 100%)\nmix\n1\nhsl\nred",
            "radial-gradient(circle at 50% 50%, red, transparent)",
            "conic-gradient(from 90deg at 10% 20%, #fff8, color(display-p3 1 0.5 0))",
            "lab(50% 40 59.5)\nlighten\n-1\nhwb\nhsv(1, 2, 3)")
        .map(text -> text.getBytes(UTF_8))
        .toList();
  }

  @Override
  public void check(byte[] input, Path folder) {
    String[] lines = new String(input, UTF_8).split("\n", -1);
    String text = lines[0];
    checkText(text);
    double amount = NumberText.toNumber(line(lines, 2));
    String space = line(lines, 3);
    String modified = ColorModification.modify(text, line(lines, 1), amount, space, line(lines, 4));
    assertEquals(
        modified, ColorModification.modify(text, line(lines, 1), amount, space, line(lines, 4)));
    if (!modified.equals(text)) {
      assertTrue(isHex(modified) || isNegativeAlpha(modified), modified);
      checkText(modified);
    }
    ColorModification.modifyToText(text, line(lines, 1), amount, space, line(lines, 4));
  }

  private static void checkText(String text) {
    String normal = ColorText.normalize(text);
    assertEquals(normal, ColorText.normalize(text), "normalised once more");
    Rgba paint = PaintColor.parse(normal);
    if (isHex(text)) {
      assertEquals(text, normal, "hex is normal");
      assertTrue(paint != null && TinyColor.parse(text) != null, text + " is a colour");
    }
    if (paint != null) {
      PerceivedColor.of(paint);
    }
    if (GradientText.isGradient(normal)) {
      Gradient gradient = GradientText.parse(normal);
      assertEquals(gradient, GradientText.parse(normal), "parsed once more");
    }
    GradientText.stopReferences(text);
    TinyColor tiny = TinyColor.parse(text);
    if (tiny != null) {
      assertTrue(isHex("#" + tiny.hex().replace("#", "")), tiny.hex());
      assertTrue(TinyColor.parse(tiny.css()) != null, tiny.css());
    }
    PenpotColor.parse(text);
  }

  private static boolean isHex(String text) {
    return text.toLowerCase(Locale.ROOT).matches("#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})");
  }

  /// What the plugin makes of a colour whose alpha is below zero; nothing reads it.
  private static boolean isNegativeAlpha(String text) {
    return text.matches("#([0-9a-f]{3}|[0-9a-f]{6})-[0-9a-f]+");
  }

  private static String line(String[] lines, int index) {
    return index < lines.length ? lines[index] : "";
  }
}

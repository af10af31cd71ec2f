package sluice.testkit.generate;

import java.util.ArrayList;
import java.util.List;
import sluice.testkit.generate.TokenMeaning.Border;
import sluice.testkit.generate.TokenMeaning.Color;
import sluice.testkit.generate.TokenMeaning.Layer;
import sluice.testkit.generate.TokenMeaning.Shadow;

/// Sets `light` and `dark`: the same names, other values, and what the light ones come to.
///
/// A dark value takes the palette step opposite to the light one, so every colour differs between
/// the themes.
final class ThemeTokens {
  private static final String[] TONES = {
    "default",
    "subtle",
    "muted",
    "accent",
    "danger",
    "success",
    "warning",
    "info",
    "inverse",
    "disabled"
  };
  private static final String[] STATES = {"", "-hover", "-pressed", "-selected"};

  final List<TokenEntry> light = new ArrayList<>();
  final List<TokenEntry> dark = new ArrayList<>();
  final List<Color> surfaces = new ArrayList<>();
  final List<Color> texts = new ArrayList<>();
  final List<Color> strokes = new ArrayList<>();
  final List<Shadow> shadows = new ArrayList<>();
  final List<Border> borders = new ArrayList<>();

  private final Palette palette;
  private final Seeded random;

  ThemeTokens(Palette palette, long seed, int roles) {
    this.palette = palette;
    this.random = new Seeded(seed ^ 0x7E57L);
    for (int i = 0; i < roles; i++) {
      switch (i % 3) {
        case 0 -> role(surfaces, "bg", i / 3);
        case 1 -> role(texts, "fg", i / 3);
        default -> role(strokes, "stroke", i / 3);
      }
    }
    shadow("shadow.sm", 0.2, 1, 3, 0, false);
    shadow("shadow.md", 0.3, 4, 8, -2, false);
    shadow("shadow.lg", 0.4, 12, 24, -4, true);
    border("border.default", "hairline", 1, "solid", "", strokes.get(0));
    border("border.focus", "thin", 2, "solid", "", strokes.get(1));
    border("border.drop-zone", "hairline", 1, "dashed", "[3.0,2.0]", strokes.get(2));
  }

  private void role(List<Color> list, String base, int number) {
    int tone = number % TONES.length;
    int state = number / TONES.length;
    String suffix = state < STATES.length ? STATES[state] : "-state" + state;
    String name = base + "." + TONES[tone] + suffix;
    int hue = random.below(palette.hues());
    int step = random.below(Palette.STEPS);
    int opposite = Palette.STEPS - 1 - step;
    String lightAlias = "{" + palette.name(hue, step) + "}";
    String darkAlias = "{" + palette.name(hue, opposite) + "}";
    Rgba color = palette.color(hue, step);
    Rgba meaning = color;
    double form = list.isEmpty() ? 0 : random.unit();
    if (form < 0.55) {
      both(name, lightAlias, "", darkAlias, "");
    } else if (form < 0.7) {
      Color earlier = list.get(random.below(list.size()));
      meaning = earlier.color();
      both(name, "{" + earlier.name() + "}", "", "{" + earlier.name() + "}", "");
    } else if (form < 0.8) {
      double alpha = random.between(2, 9) / 10.0;
      meaning = color.withAlpha(alpha);
      both(name, rgba(lightAlias, alpha), "", rgba(darkAlias, alpha), "");
    } else if (form < 0.87) {
      both(name, color.hex(), "", palette.color(hue, opposite).hex(), "");
    } else if (form < 0.93) {
      meaning = color.withAlpha(0.6);
      both(
          name,
          lightAlias,
          modify("alpha", "0.6", "srgb", ""),
          darkAlias,
          modify("mix", "0.3", "lch", "{color.gray.900}"));
    } else {
      boolean lighter = random.chance(0.5);
      meaning = color.moved(lighter ? 0.25 : -0.25);
      String type = lighter ? "lighten" : "darken";
      both(
          name,
          lightAlias,
          modify(type, "0.25", "srgb", ""),
          darkAlias,
          modify(type, "0.5 / 2", "lch", ""));
    }
    list.add(new Color(name, meaning));
  }

  private void both(
      String name, String lightText, String lightModify, String darkText, String darkModify) {
    light.add(new TokenEntry(name, "color", "\"" + lightText + "\"", lightModify));
    dark.add(new TokenEntry(name, "color", "\"" + darkText + "\"", darkModify));
  }

  private void shadow(
      String name, double alpha, double y, double blur, double spread, boolean twice) {
    Rgba ink = palette.color(0, Palette.STEPS - 1);
    List<Layer> layers = new ArrayList<>();
    layers.add(new Layer(false, ink.withAlpha(alpha), 0, y, blur, spread));
    if (twice) {
      layers.add(new Layer(true, ink.withAlpha(0.2), 0, 1, 2, 0));
    }
    shadows.add(new Shadow(name, layers));
    String lightInk = "{" + palette.name(0, Palette.STEPS - 1) + "}";
    light.add(shadowEntry(name, layers, lightInk, alpha));
    dark.add(shadowEntry(name, layers, "#000000", alpha + 0.3));
  }

  private static TokenEntry shadowEntry(
      String name, List<Layer> layers, String ink, double firstAlpha) {
    List<String> parts = new ArrayList<>();
    for (Layer layer : layers) {
      double alpha = parts.isEmpty() ? firstAlpha : 0.2;
      parts.add(
          "{\"color\":\"%s\",\"type\":\"%s\",\"x\":\"%s\",\"y\":\"%s\",\"blur\":\"%s\",\"spread\":\"%s\"}"
              .formatted(
                  rgba(ink, alpha),
                  layer.inner() ? "innerShadow" : "dropShadow",
                  plain(layer.x()),
                  plain(layer.y()),
                  plain(layer.blur()),
                  plain(layer.spread())));
    }
    String json = parts.size() == 1 ? parts.getFirst() : "[" + String.join(",", parts) + "]";
    return TokenEntry.composite(name, "boxShadow", json);
  }

  private void border(
      String name, String width, double pixels, String style, String dashes, Color color) {
    borders.add(new Border(name, pixels, color.color(), dashes));
    String json =
        "{\"color\":\"{%s}\",\"width\":\"{border-width.%s}\",\"style\":\"%s\"}"
            .formatted(color.name(), width, style);
    light.add(TokenEntry.composite(name, "border", json));
    dark.add(TokenEntry.composite(name, "border", json));
  }

  private static String rgba(String color, double alpha) {
    return "rgba(" + color + ", " + Math.round(alpha * 10) / 10.0 + ")";
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private static String modify(String type, String value, String space, String color) {
    String mixed = color.isEmpty() ? "" : ",\"color\":\"" + color + "\"";
    return "{\"type\":\"%s\",\"value\":\"%s\",\"space\":\"%s\"%s}"
        .formatted(type, value, space, mixed);
  }
}

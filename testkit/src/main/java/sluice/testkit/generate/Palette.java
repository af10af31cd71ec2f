package sluice.testkit.generate;

import java.util.ArrayList;
import java.util.List;

/// The palette of set `core`: hues of ten steps each, from light to dark.
final class Palette {
  /// Steps of one hue.
  static final int STEPS = 10;

  private static final String[] HUES = {
    "gray", "blue", "green", "red", "amber", "violet", "teal", "pink", "orange", "cyan", "lime",
    "indigo"
  };

  private final long seed;
  private final int hues;

  Palette(long seed, int hues) {
    this.seed = seed;
    this.hues = hues;
  }

  int hues() {
    return hues;
  }

  /// For example `color.blue.500`.
  String name(int hue, int step) {
    String family = hue < HUES.length ? HUES[hue] : "hue" + hue;
    return "color." + family + "." + (step == 0 ? 50 : step * 100);
  }

  Rgba color(int hue, int step) {
    Seeded random = new Seeded(seed + hue);
    double angle = random.unit() * 360;
    double saturation = hue == 0 ? 0.1 : 0.45 + random.unit() * 0.5;
    return Rgba.ofHsl(angle, saturation, 0.97 - step * 0.095);
  }

  List<TokenEntry> entries() {
    List<TokenEntry> entries = new ArrayList<>();
    for (int hue = 0; hue < hues; hue++) {
      for (int step = 0; step < STEPS; step++) {
        Rgba color = color(hue, step);
        String text =
            step == STEPS - 1
                ? "rgb(%d, %d, %d)".formatted(color.red(), color.green(), color.blue())
                : color.hex();
        entries.add(TokenEntry.of(name(hue, step), "color", text));
      }
    }
    return entries;
  }

  /// What a brand set puts in place of this palette: some hues in its own colours.
  List<TokenEntry> brandEntries(int brand) {
    Palette other = new Palette(seed + 1_000L * brand, hues);
    List<TokenEntry> entries = new ArrayList<>();
    for (int hue = 1; hue < hues; hue += 3) {
      for (int step = 0; step < STEPS; step++) {
        entries.add(TokenEntry.of(name(hue, step), "color", other.color(hue, step).hex()));
      }
    }
    return entries;
  }
}

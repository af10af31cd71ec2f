package sluice.format.penpot.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The fonts a Penpot team has, with their ids and variants (Penpot, fonts offline). Immutable;
/// safe to share.
///
/// The font that is part of Penpot is always known.
public final class PenpotFonts {
  /// What stands for a font that is not there.
  public static final String UNKNOWN_ID = "00000000-0000-0000-0000-000000000000";

  private static final Font BUILT_IN =
      new Font(
          "sourcesanspro",
          "sourcesanspro",
          List.of(
              new Variant("200", "200", "normal"),
              new Variant("200italic", "200", "italic"),
              new Variant("300", "300", "normal"),
              new Variant("300italic", "300", "italic"),
              new Variant("regular", "400", "normal"),
              new Variant("italic", "400", "italic"),
              new Variant("bold", "700", "normal"),
              new Variant("bolditalic", "700", "italic"),
              new Variant("black", "900", "normal"),
              new Variant("blackitalic", "900", "italic")));

  private final Map<String, Font> byFamily = new HashMap<>();
  private final Map<String, Font> byId = new HashMap<>();
  private final boolean complete;

  /// A font.
  ///
  /// @param id `gfont-inter`, `custom-…`, `sourcesanspro`
  /// @param family the family's name as Penpot writes it
  public record Font(String id, String family, List<Variant> variants) {
    public Font {
      variants = List.copyOf(variants);
    }
  }

  /// One cut of a font.
  ///
  /// @param id `regular`, `700italic`, …
  /// @param weight `100` to `950`
  /// @param style `normal` or `italic`
  public record Variant(String id, String weight, String style) {}

  /// Fonts that are known.
  ///
  /// @param complete whether there are no others
  public PenpotFonts(List<Font> fonts, boolean complete) {
    this.complete = complete;
    add(BUILT_IN);
    byFamily.put("source sans pro", BUILT_IN);
    fonts.forEach(this::add);
  }

  /// Nothing but the font that is part of Penpot, and no word on others.
  public static PenpotFonts unknown() {
    return new PenpotFonts(List.of(), false);
  }

  private void add(Font font) {
    byFamily.put(font.family().toLowerCase(Locale.ROOT), font);
    byId.put(font.id(), font);
  }

  /// Whether a font that is not here does not exist.
  boolean isComplete() {
    return complete;
  }

  /// The font of a family, capitals or not, or null.
  @Nullable Font ofFamily(String family) {
    return byFamily.get(family.toLowerCase(Locale.ROOT));
  }

  /// The font with an id, or null.
  @Nullable Font ofId(String id) {
    return byId.get(id);
  }

  /// The variant nearest to a weight, and of several with that weight the one in the style; exactly
  /// between two weights the heavier wins. Null only when there are no variants.
  ///
  /// @param style `italic`, or null for upright
  public static @Nullable Variant closest(
      List<Variant> variants, String weight, @Nullable String style) {
    int wanted = number(weight);
    String wantedStyle = style == null ? "normal" : style;
    List<Variant> best = new ArrayList<>();
    int distance = Integer.MAX_VALUE;
    for (Variant variant : variants) {
      int away = Math.abs(number(variant.weight()) - wanted);
      if (away < distance) {
        best.clear();
        distance = away;
      }
      if (away == distance) {
        best.add(variant);
      }
    }
    Variant chosen = null;
    for (Variant variant : best) {
      if (chosen == null || rank(variant, wantedStyle) > rank(chosen, wantedStyle)) {
        chosen = variant;
      }
    }
    return chosen;
  }

  /// Heavier first, then the style asked for.
  private static int rank(Variant variant, String style) {
    return 2 * number(variant.weight()) + (variant.style().equals(style) ? 1 : 0);
  }

  private static int number(String weight) {
    try {
      return Integer.parseInt(weight);
    } catch (NumberFormatException _) {
      return 400;
    }
  }
}

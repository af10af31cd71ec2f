package sluice.format.figma.property;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sluice.apply.FontCatalog;
import sluice.format.figma.property.TextSettings.Part;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;

/// The font that tokens ask for: a family, a weight, or both; what is not asked for comes from the
/// text.
///
/// @param source what asks, the family before the weight
record FontWish(
    @Nullable Part<String> family,
    @Nullable Part<String> weight,
    Source source,
    FontCatalog fonts) {

  /// What came of a wish: a font, or why there is none.
  record Answer(@Nullable FontChoice font, @Nullable Problem problem) {}

  /// The wish of some settings, or null when they say nothing about the font.
  static @Nullable FontWish of(TextSettings settings, FontCatalog fonts) {
    Part<String> family = settings.family();
    Part<String> weight = settings.weight();
    Source source = family != null ? family.source() : weight == null ? null : weight.source();
    return source == null ? null : new FontWish(family, weight, source, fonts);
  }

  /// Families that the catalogue may be asked about.
  ///
  /// @param current the font a text has, asked for only if it matters
  List<String> asked(Supplier<@Nullable FontChoice> current) {
    FontChoice had = family == null ? current.get() : null;
    String name = family != null ? family.value() : had == null ? null : had.family();
    return name == null ? List.of() : FontChoice.asked(name);
  }

  /// What is asked for, as text: the same for wishes that come to the same.
  String words() {
    return (family == null ? "" : family.value()) + '\n' + (weight == null ? "" : weight.value());
  }

  /// What brought the style.
  Source styleSource() {
    return weight != null ? weight.source() : source;
  }

  /// The font to write on a text.
  ///
  /// @param current the font it has, or null when that is not one font, or not known
  /// @param noFamily what to tell when nothing says the family
  Answer choose(@Nullable FontChoice current, Problem noFamily) {
    String wantedFamily =
        family != null ? family.value() : current == null ? null : current.family();
    if (wantedFamily == null) {
      return new Answer(null, noFamily);
    }
    String wantedStyle =
        weight != null ? weight.value() : current == null ? "Regular" : current.style();
    FontChoice font = FontChoice.first(wantedFamily, wantedStyle, fonts, current);
    String doubt = fonts.fetches() ? FontChoice.doubt(wantedFamily, fonts, font) : null;
    if (doubt != null) {
      return new Answer(null, unknown(wantedFamily, wantedStyle, doubt));
    }
    return font == null
        ? new Answer(null, missing(wantedFamily, wantedStyle))
        : new Answer(font, null);
  }

  /// Whether a text that mixes fonts gets one.
  boolean unites() {
    return choose(null, missing("", "")).font() != null;
  }

  private static Problem missing(String family, String style) {
    return Problem.of(ProblemCode.FONT_MISSING, "no font \"" + family + "\" \"" + style + "\"")
        .because("neither these words nor any family and weight they stand for is in the font list")
        .advising("the font was left as it is; add it to the font list or correct the token");
  }

  private static Problem unknown(String family, String style, String doubt) {
    return Problem.of(
            ProblemCode.FONT_UNKNOWN,
            "whether there is a font \"" + family + "\" \"" + style + "\" is not known")
        .because(doubt)
        .advising(
            "the font was left as it is; run again, or list the fonts in a file: --fonts FILE");
  }
}

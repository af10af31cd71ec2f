package sluice.format.figma.property;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sluice.apply.FontCatalog;
import sluice.apply.FontWeight;
import sluice.apply.KeyProblem;
import sluice.apply.LetterSpacing;
import sluice.apply.LineHeight;
import sluice.format.figma.property.TextSettings.Part;
import sluice.json.JsonValue;
import sluice.problem.Problem;

/// How a text looks: font, size, line height, spacing, case and decoration.
///
/// Tokens style the whole text, so what they set is taken out of the styles of single characters.
/// REST knows spacing in pixels only and line heights in three fields that must agree, so both
/// follow the new font size.
final class TextStyleFamily implements PropertyFamily {
  private static final String PIXELS = "PIXELS";
  private static final String PERCENT = "FONT_SIZE_%";
  private static final String AUTO = "INTRINSIC_%";

  private static final long BINDINGS =
      Bindings.bits(
          "text",
          "fontFamily",
          "fontStyle",
          "fontWeight",
          "fontSize",
          "lineHeight",
          "letterSpacing",
          "paragraphSpacing",
          "paragraphIndent",
          "textCase",
          "textDecoration");

  private final TextSettings settings;
  private final @Nullable FontWish font;
  private final List<KeyProblem> notices;

  private TextStyleFamily(TextSettings settings, FontCatalog fonts, List<KeyProblem> notices) {
    this.settings = settings;
    this.font = FontWish.of(settings, fonts);
    this.notices = notices;
  }

  static @Nullable PropertyFamily of(ScalarReader reader, FontCatalog fonts) {
    TextSettings settings = TextSettings.read(reader);
    return settings.isEmpty() && reader.notices().isEmpty()
        ? null
        : new TextStyleFamily(settings, fonts, reader.notices());
  }

  @Override
  public long reads() {
    return FigmaField.bits(
        FigmaField.STYLE,
        FigmaField.STYLE_OVERRIDE_TABLE,
        FigmaField.BOUND_VARIABLES,
        FigmaField.STYLES);
  }

  @Override
  public long bindings() {
    return BINDINGS;
  }

  @Override
  public boolean readsParent() {
    return false;
  }

  @Override
  public void apply(FigmaNode node, EditSink sink) {
    for (KeyProblem notice : notices) {
      sink.problem(notice.key(), notice.problem());
    }
    StyleEditor style = new StyleEditor(node, sink);
    if (font != null) {
      writeFont(style, font);
    }
    double fontSize = style.number("fontSize", Double.NaN);
    Setting size = settings.fontSize();
    boolean resized = false;
    if (size != null) {
      resized = style.number("fontSize", Double.NaN, size, "fontSize");
      style.dropOverrides(size.source(), "fontSize");
      fontSize = size.value();
    }
    writeLineHeight(style, fontSize, resized && size != null ? size.source() : null);
    writeLetterSpacing(style, fontSize);
    number(style, "paragraphSpacing", settings.paragraphSpacing());
    number(style, "paragraphIndent", settings.paragraphIndent());
    word(style, "textCase", "ORIGINAL", settings.textCase());
    word(style, "textDecoration", "NONE", settings.textDecoration());
    style.finish();
  }

  @Override
  public List<String> fontFamilies(Supplier<@Nullable JsonValue> style) {
    return font == null ? List.of() : font.asked(() -> FontChoice.current(style.get()));
  }

  private static void writeFont(StyleEditor style, FontWish wish) {
    Source source = wish.source();
    FontChoice current = FontChoice.current(style.value());
    FontWish.Answer answer =
        wish.choose(
            current,
            Notices.notRepresentable(
                source, "the text has no font family in this file", "fetch the file anew"));
    if (answer.problem() != null) {
      style.problem(source, answer.problem());
    }
    FontChoice font = answer.font();
    if (font == null) {
      return;
    }
    if (!font.equals(current)) {
      style.text("fontFamily", font.family(), source);
      style.text("fontStyle", font.style(), wish.styleSource());
      int number = FontWeight.ofStyle(font.style());
      if (number != FontWeight.UNKNOWN) {
        style.number("fontWeight", Double.NaN, new Setting(number, source), "fontWeight");
      }
      style.flag("italic", FontWeight.isItalic(font.style()), source);
      style.nullify("fontPostScriptName", source);
    }
    style.dropOverrides(
        source, "fontFamily", "fontStyle", "fontWeight", "italic", "fontPostScriptName");
  }

  private void writeLineHeight(StyleEditor style, double fontSize, @Nullable Source resizedBy) {
    Part<LineHeight> part = settings.lineHeight();
    if (part == null) {
      if (resizedBy != null) {
        followFontSize(style, fontSize, resizedBy);
      }
      return;
    }
    Source source = part.source();
    switch (part.value()) {
      case LineHeight.Pixels(double px) -> {
        style.lineHeightUnit(PIXELS, source);
        style.lineHeightNumber("lineHeightPx", px, source);
        style.lineHeightNumber("lineHeightPercentFontSize", 100 * px / fontSize, source);
      }
      case LineHeight.Percent(double percent) -> {
        style.lineHeightUnit(PERCENT, source);
        style.lineHeightNumber("lineHeightPx", percent / 100 * fontSize, source);
        style.lineHeightNumber("lineHeightPercentFontSize", percent, source);
      }
      case LineHeight.Auto() -> {
        String unit = Json.text(style.member("lineHeightUnit"));
        boolean isAuto =
            (unit == null || unit.equals(AUTO))
                && Json.same(style.number("lineHeightPercent", 100), 100);
        if (!isAuto) {
          style.lineHeightUnit(AUTO, source);
          style.lineHeightNumber("lineHeightPercent", 100, source);
          style.drop("lineHeightPercentFontSize", source);
        }
        if ((!isAuto || resizedBy != null) && style.member("lineHeightPx") != null) {
          style.problem(source, LINE_HEIGHT_STALE);
        }
      }
    }
    style.dropOverrides(
        source, "lineHeightUnit", "lineHeightPx", "lineHeightPercent", "lineHeightPercentFontSize");
  }

  /// The line height itself stays, but one of its forms depends on the font size.
  private static void followFontSize(StyleEditor style, double fontSize, Source source) {
    String unit = Json.text(style.member("lineHeightUnit"));
    double px = style.number("lineHeightPx", Double.NaN);
    double percent = style.number("lineHeightPercentFontSize", Double.NaN);
    if (PERCENT.equals(unit)) {
      if (!Double.isNaN(percent)) {
        style.lineHeightNumber("lineHeightPx", percent / 100 * fontSize, source);
      }
    } else if (PIXELS.equals(unit)) {
      if (!Double.isNaN(px)) {
        style.lineHeightNumber("lineHeightPercentFontSize", 100 * px / fontSize, source);
      }
    } else if (!Double.isNaN(px)) {
      style.problem(source, LINE_HEIGHT_STALE);
    }
  }

  private void writeLetterSpacing(StyleEditor style, double fontSize) {
    Part<LetterSpacing> part = settings.letterSpacing();
    if (part == null) {
      return;
    }
    Source source = part.source();
    double px = part.value().value();
    if (part.value().percent()) {
      px = px / 100 * fontSize;
      if (!Double.isFinite(px)) {
        style.problem(
            source,
            Notices.notRepresentable(
                source,
                "a percentage needs the font size, which the text lacks in this file",
                "fetch the file anew"));
        return;
      }
    }
    if (style.number("letterSpacing", 0, new Setting(px, source), "letterSpacing")
        && part.value().percent()) {
      style.problem(
          source,
          Notices.quirk(
              source,
              "a percentage was written in pixels",
              "Figma's file format has letter spacing in pixels only"));
    }
    style.dropOverrides(source, "letterSpacing");
  }

  private static void number(StyleEditor style, String member, @Nullable Setting setting) {
    if (setting != null) {
      style.number(member, 0, setting, member);
      style.dropOverrides(setting.source(), member);
    }
  }

  private static void word(
      StyleEditor style, String member, String whenAbsent, @Nullable Part<String> part) {
    if (part == null) {
      return;
    }
    String current = Json.text(style.member(member));
    if (!part.value().equals(current == null ? whenAbsent : current)) {
      style.text(member, part.value(), part.source());
    }
    style.dropOverrides(part.source(), member);
  }

  private static final Problem LINE_HEIGHT_STALE =
      Notices.layoutPending(
          "the text's line height in pixels is still the old one",
          "an automatic line height comes from the font, which is not read here");
}

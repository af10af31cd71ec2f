package sluice.format.figma.property;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sluice.apply.FontCatalog;
import sluice.apply.KeyProblem;
import sluice.apply.LetterSpacing;
import sluice.apply.LineHeight;
import sluice.apply.PropertyKey;
import sluice.format.figma.property.TextSettings.Part;
import sluice.json.JsonValue;

/// How a text of an open file looks. The Plugin API takes what tokens say as it is: spacing and
/// line height with their units, the font as one value, the trimming of the box.
///
/// Tokens style the whole text. A field whose characters differ equals nothing and is written
/// whole.
final class PluginTextStyleFamily implements PropertyFamily {
  private final TextSettings settings;
  private final @Nullable FontWish font;
  private final @Nullable Part<String> trim;
  private final List<KeyProblem> notices;

  private PluginTextStyleFamily(
      TextSettings settings,
      @Nullable FontWish font,
      @Nullable Part<String> trim,
      List<KeyProblem> notices) {
    this.settings = settings;
    this.font = font;
    this.trim = trim;
    this.notices = notices;
  }

  static @Nullable PropertyFamily of(ScalarReader reader, FontCatalog fonts) {
    TextSettings settings = TextSettings.read(reader);
    Part<String> trim = trim(reader);
    return settings.isEmpty() && trim == null && reader.notices().isEmpty()
        ? null
        : new PluginTextStyleFamily(settings, FontWish.of(settings, fonts), trim, reader.notices());
  }

  /// The trimming of the box to its letters.
  private static @Nullable Part<String> trim(ScalarReader reader) {
    if (reader.value(PropertyKey.VERTICAL_TRIM) == null) {
      return null;
    }
    String text = reader.text(PropertyKey.VERTICAL_TRIM);
    if (text == null) {
      return null;
    }
    Source source = reader.source(PropertyKey.VERTICAL_TRIM);
    return switch (text) {
      case "true" -> new Part<>("CAP_HEIGHT", source);
      case "false" -> new Part<>("NONE", source);
      default -> {
        reader.invalid(PropertyKey.VERTICAL_TRIM, "true or false");
        yield null;
      }
    };
  }

  @Override
  public long reads() {
    return FigmaField.bits(FigmaField.STYLE, FigmaField.BOUND_VARIABLES, FigmaField.STYLES);
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
    Writer text = new Writer(new NodeEditor(node, sink), node.field(FigmaField.STYLE));
    if (font != null) {
      text.font(font);
    }
    text.number("fontSize", settings.fontSize());
    Part<LineHeight> height = settings.lineHeight();
    if (height != null) {
      text.write("lineHeight", json(height.value()), height.source());
    }
    Part<LetterSpacing> spacing = settings.letterSpacing();
    if (spacing != null) {
      text.write(
          "letterSpacing",
          measure(spacing.value().percent() ? "PERCENT" : "PIXELS", spacing.value().value()),
          spacing.source());
    }
    text.number("paragraphSpacing", settings.paragraphSpacing());
    text.number("paragraphIndent", settings.paragraphIndent());
    text.word("textCase", settings.textCase());
    text.word("textDecoration", settings.textDecoration());
    text.word("leadingTrim", trim);
    if (text.changedBy != null) {
      text.editor.unstyle(text.changedBy, "text");
    }
  }

  @Override
  public List<String> fontFamilies(Supplier<@Nullable JsonValue> style) {
    return font == null
        ? List.of()
        : font.asked(() -> FontChoice.named(Json.member(style.get(), "fontName")));
  }

  private static JsonValue json(LineHeight height) {
    return switch (height) {
      case LineHeight.Pixels(double px) -> measure("PIXELS", px);
      case LineHeight.Percent(double percent) -> measure("PERCENT", percent);
      case LineHeight.Auto() -> new JsonValue.Obj(Map.of("unit", new JsonValue.Str("AUTO")));
    };
  }

  private static JsonValue measure(String unit, double value) {
    Map<String, JsonValue> members = LinkedHashMap.newLinkedHashMap(2);
    members.put("unit", new JsonValue.Str(unit));
    members.put("value", Json.number(value));
    return new JsonValue.Obj(members);
  }

  /// The work on one text.
  private static final class Writer {
    final NodeEditor editor;
    private final @Nullable JsonValue style;
    @Nullable Source changedBy;

    Writer(NodeEditor editor, @Nullable JsonValue style) {
      this.editor = editor;
      this.style = style;
    }

    void font(FontWish wish) {
      FontChoice current = FontChoice.named(Json.member(style, "fontName"));
      FontWish.Answer answer =
          wish.choose(
              current,
              Notices.notWritable(
                  wish.source(),
                  "the text mixes fonts, and the token says no family",
                  "apply a token for the family too"));
      if (answer.problem() != null) {
        editor.problem(wish.source(), answer.problem());
      }
      FontChoice font = answer.font();
      if (font != null && !font.equals(current)) {
        boolean sameFamily = current != null && font.family().equals(current.family());
        Source source = sameFamily ? wish.styleSource() : wish.source();
        change("fontName", font.json(), source);
        editor.unbind(source, "fontFamily");
        editor.unbind(source, "fontStyle");
        editor.unbind(source, "fontWeight");
      }
    }

    void number(String name, @Nullable Setting setting) {
      if (setting != null) {
        write(name, Json.number(setting.value()), setting.source());
      }
    }

    void word(String name, @Nullable Part<String> part) {
      if (part != null) {
        write(name, new JsonValue.Str(part.value()), part.source());
      }
    }

    /// Writes a field if it differs and removes its variable.
    void write(String name, JsonValue wanted, Source source) {
      if (!Json.same(Json.member(style, name), wanted)) {
        change(name, wanted, source);
        editor.unbind(source, name);
      }
    }

    private void change(String name, JsonValue wanted, Source source) {
      editor.set(FigmaField.STYLE, name, wanted, source);
      changedBy = source;
    }
  }
}

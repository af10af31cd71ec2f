package sluice.format.figma.property;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.apply.AppliedValue;
import sluice.apply.DocumentationText;
import sluice.apply.KeyProblem;
import sluice.apply.PropertyKey;
import sluice.json.JsonValue;
import sluice.token.TokenValue;

/// The words of a text layer (Tokens Studio, documentation keys). Of several keys the last one in
/// the order of steps wins; a description beats all.
final class CharactersFamily implements PropertyFamily {
  private static final PropertyKey[] KEYS = {
    PropertyKey.TOKEN_VALUE,
    PropertyKey.TEXT,
    PropertyKey.VALUE,
    PropertyKey.TOKEN_NAME,
    PropertyKey.DESCRIPTION
  };

  private final boolean inPluginTerms;
  private final @Nullable FontWish font;
  private final @Nullable String text;
  private final @Nullable Source source;
  private final List<KeyProblem> notices;

  private CharactersFamily(ScalarReader reader, @Nullable FontWish font) {
    this.inPluginTerms = reader.inPluginTerms();
    this.font = font;
    String words = null;
    Source by = null;
    for (PropertyKey key : KEYS) {
      AppliedValue value = reader.tokens().value(key);
      if (value == null) {
        continue;
      }
      String own = words(key, value.value());
      if (own != null) {
        words = own;
        by = reader.source(key);
      } else if (key == PropertyKey.TEXT) {
        reader.notice(
            reader.source(key),
            Notices.quirk(
                reader.source(key),
                "the text stays as it is",
                "its value came to a number or a composite, and only words are written"));
      }
    }
    text = words;
    source = by;
    notices = reader.notices();
  }

  static @Nullable PropertyFamily of(ScalarReader reader) {
    return orNull(new CharactersFamily(reader, null));
  }

  /// The same for open files, where the font is written before the words: a text that gets one font
  /// mixes none any more.
  ///
  /// @param font what tokens say of the font, or null when they say nothing
  static @Nullable PropertyFamily inPluginTerms(ScalarReader reader, @Nullable FontWish font) {
    return orNull(new CharactersFamily(reader, font));
  }

  private static @Nullable PropertyFamily orNull(CharactersFamily family) {
    return family.text == null && family.notices.isEmpty() ? null : family;
  }

  private static @Nullable String words(PropertyKey key, TokenValue value) {
    if (key == PropertyKey.TEXT) {
      return value instanceof TokenValue.Text(String text) ? text : null;
    }
    String words = DocumentationText.of(value);
    boolean needsWords = key == PropertyKey.TOKEN_NAME || key == PropertyKey.DESCRIPTION;
    return needsWords && words.isEmpty() ? null : words;
  }

  @Override
  public long reads() {
    return text == null
        ? 0
        : FigmaField.bits(
            FigmaField.CHARACTERS,
            FigmaField.STYLE,
            FigmaField.CHARACTER_STYLE_OVERRIDES,
            FigmaField.STYLE_OVERRIDE_TABLE,
            FigmaField.BOUND_VARIABLES);
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
    if (text == null
        || source == null
        || text.equals(Json.text(node.field(FigmaField.CHARACTERS)))) {
      return;
    }
    NodeEditor editor = new NodeEditor(node, sink);
    if (inPluginTerms ? staysMixed(node) : Overrides.mixFonts(node)) {
      editor.problem(
          source,
          Notices.quirk(
              source,
              "the words stay as they are",
              "the text mixes fonts, and new words would lose all but one"));
      return;
    }
    editor.set(FigmaField.CHARACTERS, new JsonValue.Str(text), source);
    editor.unbind(source, FigmaField.CHARACTERS.jsonName());
    spreadFirstStyle(node, editor, source, text.length());
    if (Layout.fitsText(node.field(FigmaField.STYLE))) {
      editor.problem(source, Layout.TEXT_REFLOWS);
    }
  }

  /// Whether the text has no single font and gets none.
  private boolean staysMixed(FigmaNode node) {
    JsonValue current = Json.member(node.field(FigmaField.STYLE), "fontName");
    boolean mixed = current != null && FontChoice.named(current) == null;
    return mixed && (font == null || !font.unites());
  }

  /// New words all take the style of the first character there was.
  private static void spreadFirstStyle(
      FigmaNode node, NodeEditor editor, Source source, int length) {
    JsonValue current = node.field(FigmaField.CHARACTER_STYLE_OVERRIDES);
    List<JsonValue> ids = Json.items(current);
    if (ids.isEmpty()) {
      return;
    }
    JsonValue first = ids.getFirst();
    List<JsonValue> spread = new ArrayList<>();
    for (int i = 0; i < length && Json.number(first, 0) != 0; i++) {
      spread.add(first);
    }
    JsonValue wanted = new JsonValue.Arr(spread);
    if (!Json.same(current, wanted)) {
      editor.set(FigmaField.CHARACTER_STYLE_OVERRIDES, wanted, source);
    }
  }
}

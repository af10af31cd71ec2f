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
  private final @Nullable String text;
  private final @Nullable Source source;
  private final List<KeyProblem> notices;

  private CharactersFamily(ScalarReader reader) {
    inPluginTerms = reader.inPluginTerms();
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
    CharactersFamily family = new CharactersFamily(reader);
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
    if (inPluginTerms ? mixesFonts(node) : Overrides.mixFonts(node)) {
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

  /// Whether the Plugin API says that the text has no single font.
  private static boolean mixesFonts(FigmaNode node) {
    JsonValue font = Json.member(node.field(FigmaField.STYLE), "fontName");
    return font != null && FontChoice.named(font) == null;
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

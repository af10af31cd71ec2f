package sluice.format.figma.property;

import java.util.List;
import java.util.Map;
import sluice.json.JsonValue;

/// The styles of single characters of a text: `styleOverrideTable`, and which characters use which
/// entry.
final class Overrides {
  private static final List<String> FONT_MEMBERS =
      List.of("fontFamily", "fontStyle", "fontWeight", "italic", "fontPostScriptName");

  private Overrides() {}

  /// Takes members out of every entry, because the whole text gets them; returns whether any had
  /// one.
  static boolean drop(NodeEditor editor, Source source, String... members) {
    boolean dropped = false;
    Map<String, JsonValue> table = Json.members(editor.field(FigmaField.STYLE_OVERRIDE_TABLE));
    for (Map.Entry<String, JsonValue> entry : table.entrySet()) {
      for (String member : members) {
        if (Json.member(entry.getValue(), member) != null) {
          editor.remove(FigmaField.STYLE_OVERRIDE_TABLE, List.of(entry.getKey(), member), source);
          dropped = true;
        }
      }
    }
    return dropped;
  }

  /// Whether some characters have another font than the text has.
  static boolean mixFonts(FigmaNode node) {
    Map<String, JsonValue> table = Json.members(node.field(FigmaField.STYLE_OVERRIDE_TABLE));
    if (table.isEmpty()) {
      return false;
    }
    JsonValue style = node.field(FigmaField.STYLE);
    double seen = 0;
    for (JsonValue id : Json.items(node.field(FigmaField.CHARACTER_STYLE_OVERRIDES))) {
      double number = Json.number(id, 0);
      if (number == seen || number == 0) {
        continue;
      }
      seen = number;
      JsonValue entry = table.get(Json.number(number).text());
      for (String member : FONT_MEMBERS) {
        JsonValue own = Json.member(entry, member);
        if (own != null && !Json.same(Json.member(style, member), own)) {
          return true;
        }
      }
    }
    return false;
  }
}

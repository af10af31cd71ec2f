package sluice.resolve.dtcg;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sluice.token.NumberText;
import sluice.token.TokenValue;
import sluice.token.dtcg.LocatedJson;

/// JSON as it was written to token values and to words. Depth is bounded where files are read.
final class Json {
  private static final int QUOTED_MAX_CHARS = 80;

  private Json() {}

  /// The value as written.
  static TokenValue asWritten(LocatedJson json) {
    return switch (json) {
      case LocatedJson.Str text -> new TokenValue.Text(text.text());
      case LocatedJson.Num number -> new TokenValue.Num(number.value());
      case LocatedJson.Bool bool -> new TokenValue.Bool(bool.value());
      case LocatedJson.Null _ -> new TokenValue.Nothing();
      case LocatedJson.Arr array -> {
        List<TokenValue> items = new ArrayList<>(array.items().size());
        array.items().forEach(item -> items.add(asWritten(item)));
        yield new TokenValue.Many(items);
      }
      case LocatedJson.Obj object -> {
        Map<String, TokenValue> parts = LinkedHashMap.newLinkedHashMap(object.members().size());
        object.members().forEach((key, member) -> parts.put(key, asWritten(member)));
        yield new TokenValue.Parts(parts);
      }
    };
  }

  /// The value in a message.
  static String shown(LocatedJson json) {
    return switch (json) {
      case LocatedJson.Str text ->
          text.text().length() <= QUOTED_MAX_CHARS
              ? "\"" + text.text() + "\""
              : "\"" + text.text().substring(0, QUOTED_MAX_CHARS) + "…\"";
      case LocatedJson.Num number -> NumberText.of(number.value());
      case LocatedJson.Bool bool -> Boolean.toString(bool.value());
      case LocatedJson.Null _ -> "null";
      case LocatedJson.Arr array -> "an array of %,d".formatted(array.items().size());
      case LocatedJson.Obj object ->
          object.members().isEmpty()
              ? "an empty object"
              : "an object with " + String.join(", ", object.members().keySet());
    };
  }
}

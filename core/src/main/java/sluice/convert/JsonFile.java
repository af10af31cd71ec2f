package sluice.convert;

import java.util.List;
import java.util.Map;
import sluice.json.JsonText;
import sluice.token.NumberText;
import sluice.token.TokenValue;

/// JSON as people like to read and compare it: a line for each member, two blanks for each level,
/// and on one line what has no object inside and is short.
final class JsonFile {
  private static final int LINE_MAX_CHARS = 100;

  private JsonFile() {}

  /// The text with a line end.
  static String of(TokenValue value) {
    StringBuilder out = new StringBuilder();
    write(value, 0, out);
    return out.append('\n').toString();
  }

  private static void write(TokenValue value, int depth, StringBuilder out) {
    String line = line(value, depth);
    if (line != null) {
      out.append(line);
      return;
    }
    switch (value) {
      case TokenValue.Many(List<TokenValue> items) -> {
        out.append('[');
        String separator = "\n";
        for (TokenValue item : items) {
          out.append(separator).repeat(' ', 2 * depth + 2);
          write(item, depth + 1, out);
          separator = ",\n";
        }
        out.append('\n').repeat(' ', 2 * depth).append(']');
      }
      case TokenValue.Parts(Map<String, TokenValue> parts) -> {
        out.append('{');
        String separator = "\n";
        for (Map.Entry<String, TokenValue> part : parts.entrySet()) {
          out.append(separator).repeat(' ', 2 * depth + 2);
          JsonText.quote(part.getKey(), out);
          out.append(": ");
          write(part.getValue(), depth + 1, out);
          separator = ",\n";
        }
        out.append('\n').repeat(' ', 2 * depth).append('}');
      }
      case TokenValue.Text _, TokenValue.Num _, TokenValue.Bool _, TokenValue.Nothing _ ->
          compact(value, out);
    }
  }

  /// The value on one line, or null where it takes several.
  private static @org.jspecify.annotations.Nullable String line(TokenValue value, int depth) {
    boolean isNested =
        switch (value) {
          case TokenValue.Many(List<TokenValue> items) -> items.stream().anyMatch(JsonFile::isDeep);
          case TokenValue.Parts(Map<String, TokenValue> parts) ->
              parts.containsKey("$value")
                  || parts.values().stream().anyMatch(part -> part instanceof TokenValue.Parts);
          case TokenValue.Text _, TokenValue.Num _, TokenValue.Bool _, TokenValue.Nothing _ ->
              false;
        };
    if (isNested) {
      return null;
    }
    StringBuilder line = new StringBuilder();
    compact(value, line);
    return line.length() + 2 * depth <= LINE_MAX_CHARS ? line.toString() : null;
  }

  private static boolean isDeep(TokenValue value) {
    return value instanceof TokenValue.Parts(Map<String, TokenValue> parts) && parts.size() > 1;
  }

  private static void compact(TokenValue value, StringBuilder out) {
    switch (value) {
      case TokenValue.Text(String text) -> JsonText.quote(text, out);
      case TokenValue.Num(double number) -> out.append(NumberText.of(number));
      case TokenValue.Bool(boolean flag) -> out.append(flag);
      case TokenValue.Nothing() -> out.append("null");
      case TokenValue.Many(List<TokenValue> items) -> {
        String separator = "[";
        for (TokenValue item : items) {
          out.append(separator);
          compact(item, out);
          separator = ", ";
        }
        out.append(items.isEmpty() ? "[]" : "]");
      }
      case TokenValue.Parts(Map<String, TokenValue> parts) -> {
        String separator = "{ ";
        for (Map.Entry<String, TokenValue> part : parts.entrySet()) {
          out.append(separator);
          JsonText.quote(part.getKey(), out);
          out.append(": ");
          compact(part.getValue(), out);
          separator = ", ";
        }
        out.append(parts.isEmpty() ? "{}" : " }");
      }
    }
  }
}

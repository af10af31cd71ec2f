package sluice.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Small JSON values, one field of a node each, from bytes to trees and back.
///
/// Reads only what [JsonScanner] has already checked, so it checks nothing but the depth.
public final class JsonTree {
  /// How deep one field may be nested; real ones stay below ten.
  public static final int NESTING_MAX = 200;

  private final byte[] bytes;
  private int pos;
  private int nesting;

  private JsonTree(byte[] bytes, int from) {
    this.bytes = bytes;
    this.pos = from;
  }

  /// A field nested deeper than [#NESTING_MAX].
  public static final class TooDeepException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooDeepException() {
      super("a field is nested deeper than " + NESTING_MAX, null, false, false);
    }
  }

  /// Reads the valid JSON value that starts at `from`, white space before it allowed.
  ///
  /// @throws TooDeepException when it is nested deeper than [#NESTING_MAX]
  public static JsonValue read(byte[] bytes, int from) {
    return new JsonTree(bytes, from).value();
  }

  /// Reads a valid JSON text.
  public static JsonValue read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8), 0);
  }

  /// A value as compact JSON text.
  public static String write(JsonValue value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  /// Appends a value as compact JSON text.
  public static void write(JsonValue value, StringBuilder out) {
    switch (value) {
      case JsonValue.Obj(Map<String, JsonValue> members) -> {
        char separator = '{';
        for (Map.Entry<String, JsonValue> member : members.entrySet()) {
          out.append(separator);
          JsonText.quote(member.getKey(), out);
          out.append(':');
          write(member.getValue(), out);
          separator = ',';
        }
        out.append(members.isEmpty() ? "{}" : "}");
      }
      case JsonValue.Arr(List<JsonValue> items) -> {
        out.append('[');
        for (int i = 0; i < items.size(); i++) {
          if (i > 0) {
            out.append(',');
          }
          write(items.get(i), out);
        }
        out.append(']');
      }
      case JsonValue.Str(String text) -> JsonText.quote(text, out);
      case JsonValue.Num(double _, String text) -> out.append(text);
      case JsonValue.Bool(boolean flag) -> out.append(flag);
      case JsonValue.Null() -> out.append("null");
    }
  }

  private JsonValue value() {
    return switch (nextByte()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> new JsonValue.Str(string());
      case 't' -> {
        pos += 4;
        yield new JsonValue.Bool(true);
      }
      case 'f' -> {
        pos += 5;
        yield new JsonValue.Bool(false);
      }
      case 'n' -> {
        pos += 4;
        yield new JsonValue.Null();
      }
      default -> number();
    };
  }

  private JsonValue object() {
    open();
    Map<String, JsonValue> members = new LinkedHashMap<>();
    while (nextByte() != '}') {
      if (bytes[pos] == ',') {
        pos++;
        nextByte();
      }
      String key = string();
      nextByte();
      pos++;
      members.put(key, value());
    }
    close();
    return new JsonValue.Obj(members);
  }

  private JsonValue array() {
    open();
    List<JsonValue> items = new ArrayList<>();
    while (nextByte() != ']') {
      if (bytes[pos] == ',') {
        pos++;
      }
      items.add(value());
    }
    close();
    return new JsonValue.Arr(items);
  }

  private String string() {
    int from = ++pos;
    while (bytes[pos] != '"') {
      pos += bytes[pos] == '\\' ? 2 : 1;
    }
    return JsonText.decode(bytes, from, pos++);
  }

  private JsonValue number() {
    int from = pos;
    while (pos < bytes.length && isNumberByte(bytes[pos])) {
      pos++;
    }
    String text = new String(bytes, from, pos - from, StandardCharsets.ISO_8859_1);
    return new JsonValue.Num(Double.parseDouble(text), text);
  }

  private static boolean isNumberByte(byte b) {
    return (b >= '0' && b <= '9') || b == '-' || b == '+' || b == '.' || b == 'e' || b == 'E';
  }

  private int nextByte() {
    while (bytes[pos] <= ' ' && bytes[pos] >= 0) {
      pos++;
    }
    return bytes[pos];
  }

  private void open() {
    pos++;
    if (++nesting > NESTING_MAX) {
      throw new TooDeepException();
    }
  }

  private void close() {
    pos++;
    nesting--;
  }
}

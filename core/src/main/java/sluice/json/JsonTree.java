package sluice.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Small JSON values, one field of a node each, from bytes to trees and back.
///
/// Reads only what [JsonScanner] has already checked, so it checks nothing but the depth.
public final class JsonTree {
  /// How deep one field may be nested; real ones stay below ten.
  public static final int NESTING_MAX = 200;

  private static final JsonValue TRUE = new JsonValue.Bool(true);
  private static final JsonValue FALSE = new JsonValue.Bool(false);
  private static final JsonValue NULL = new JsonValue.Null();
  private static final JsonValue NOTHING = new JsonValue.Arr(List.of());

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
    if (value instanceof JsonValue.Num(double _, String text)) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  /// Appends a value as compact JSON text.
  public static void write(JsonValue value, StringBuilder out) {
    switch (value) {
      case JsonValue.Obj object -> {
        out.append('{');
        for (int i = 0; i < object.size(); i++) {
          if (i > 0) {
            out.append(',');
          }
          JsonText.quote(object.key(i), out);
          out.append(':');
          write(object.value(i), out);
        }
        out.append('}');
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
      case '"' -> text();
      case 't' -> {
        pos += 4;
        yield TRUE;
      }
      case 'f' -> {
        pos += 5;
        yield FALSE;
      }
      case 'n' -> {
        pos += 4;
        yield NULL;
      }
      default -> number();
    };
  }

  private JsonValue object() {
    open();
    JsonMembers members = new JsonMembers();
    while (nextByte() != '}') {
      if (bytes[pos] == ',') {
        pos++;
        nextByte();
      }
      String key = key();
      nextByte();
      pos++;
      members.add(key, value());
    }
    close();
    return new JsonValue.Obj(members);
  }

  private JsonValue array() {
    open();
    if (nextByte() == ']') {
      close();
      return NOTHING;
    }
    JsonValue first = value();
    if (nextByte() == ']') {
      close();
      return new JsonValue.Arr(List.of(first));
    }
    List<JsonValue> items = new ArrayList<>();
    items.add(first);
    while (nextByte() != ']') {
      pos++;
      items.add(value());
    }
    close();
    return new JsonValue.Arr(items);
  }

  private String key() {
    int from = pos + 1;
    int to = endOfString(from);
    int usual = FieldWords.find(bytes, from, to);
    return usual >= 0 ? FieldWords.text(usual) : JsonText.decode(bytes, from, to);
  }

  private JsonValue text() {
    int from = pos + 1;
    int to = endOfString(from);
    int usual = FieldWords.find(bytes, from, to);
    return usual >= 0
        ? FieldWords.value(usual)
        : new JsonValue.Str(JsonText.decode(bytes, from, to));
  }

  /// The closing quote of the string whose content starts at `from`; goes on behind it.
  private int endOfString(int from) {
    int at = from;
    while (bytes[at] != '"') {
      at += bytes[at] == '\\' ? 2 : 1;
    }
    pos = at + 1;
    return at;
  }

  private JsonValue number() {
    int from = pos;
    pos = JsonNumber.end(bytes, from);
    String text = new String(bytes, from, pos - from, StandardCharsets.ISO_8859_1);
    return new JsonValue.Num(JsonNumber.parse(bytes, from, pos), text);
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

package sluice.json;

import java.nio.charset.StandardCharsets;

/// JSON string bytes to text and back (RFC 8259 section 7).
public final class JsonText {
  private JsonText() {}

  /// The text of valid string content, without its quotes. Lone surrogates written as escapes are
  /// kept as they are.
  public static String decode(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\\') {
        return unescape(new String(bytes, from, to - from, StandardCharsets.UTF_8));
      }
    }
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  /// Whether valid string content, without its quotes, is a text.
  public static boolean is(String text, byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] < 0 || bytes[i] == '\\') {
        return decode(bytes, from, to).equals(text);
      }
      if (i - from >= text.length() || text.charAt(i - from) != bytes[i]) {
        return false;
      }
    }
    return to - from == text.length();
  }

  /// The text of valid string content that is already text.
  public static String decode(String raw) {
    return raw.indexOf('\\') < 0 ? raw : unescape(raw);
  }

  private static String unescape(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    int i = 0;
    while (i < raw.length()) {
      char c = raw.charAt(i++);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      char letter = raw.charAt(i++);
      switch (letter) {
        case 'b' -> text.append('\b');
        case 'f' -> text.append('\f');
        case 'n' -> text.append('\n');
        case 'r' -> text.append('\r');
        case 't' -> text.append('\t');
        case 'u' -> {
          text.append((char) Integer.parseInt(raw, i, i + 4, 16));
          i += 4;
        }
        default -> text.append(letter);
      }
    }
    return text.toString();
  }

  /// Appends text as a JSON string with its quotes. Only what must be escaped is; a lone surrogate
  /// is, because UTF-8 cannot hold it.
  public static void quote(String text, StringBuilder out) {
    out.append('"');
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c != '"' && c != '\\' && !isLoneSurrogate(text, i)) {
        continue;
      }
      out.append(text, from, i);
      from = i + 1;
      escape(c, out);
    }
    out.append(text, from, text.length()).append('"');
  }

  private static void escape(char c, StringBuilder out) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      default -> unicodeEscape(c, out);
    }
  }

  private static boolean isLoneSurrogate(String text, int at) {
    char c = text.charAt(at);
    if (c < Character.MIN_SURROGATE) {
      return false;
    }
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }

  private static void unicodeEscape(char c, StringBuilder out) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(Character.forDigit(c >> shift & 0xF, 16));
    }
  }
}

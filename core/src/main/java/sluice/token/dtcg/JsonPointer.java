package sluice.token.dtcg;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A JSON Pointer as the fragment of an address (RFC 6901, section 6): `#/a/b~1c/0`.
///
/// Percent escapes are decoded before the text is cut at its slashes, so `%2F` is a slash that
/// cuts; raw spaces and other characters count as themselves.
public final class JsonPointer {
  private JsonPointer() {}

  /// The segments, or null when the text is no such pointer. `#` alone has none.
  public static @Nullable List<String> parse(String fragment) {
    if (!fragment.startsWith("#")) {
      return null;
    }
    String text = decoded(fragment.substring(1));
    if (text == null || (!text.isEmpty() && !text.startsWith("/"))) {
      return null;
    }
    List<String> segments = new ArrayList<>();
    int start = 1;
    while (start <= text.length()) {
      int slash = text.indexOf('/', start);
      int end = slash < 0 ? text.length() : slash;
      String segment = unescaped(text.substring(start, end));
      if (segment == null) {
        return null;
      }
      segments.add(segment);
      start = end + 1;
    }
    return segments;
  }

  /// The index that a segment is of an array of that many items, or -1: digits without a leading
  /// zero (RFC 6901, section 4).
  public static int index(String segment, int count) {
    boolean isIndex =
        !segment.isEmpty()
            && segment.length() <= 9
            && segment.chars().allMatch(c -> c >= '0' && c <= '9')
            && (segment.length() == 1 || segment.charAt(0) != '0');
    int index = isIndex ? Integer.parseInt(segment) : -1;
    return index < count ? index : -1;
  }

  private static @Nullable String unescaped(String segment) {
    int tilde = segment.indexOf('~');
    while (tilde >= 0) {
      char next = tilde + 1 < segment.length() ? segment.charAt(tilde + 1) : ' ';
      if (next != '0' && next != '1') {
        return null;
      }
      tilde = segment.indexOf('~', tilde + 1);
    }
    return segment.replace("~1", "/").replace("~0", "~");
  }

  private static @Nullable String decoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != '%') {
        decoded.write(bytes[i]);
        continue;
      }
      int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
      if (high < 0 || low < 0) {
        return null;
      }
      decoded.write(high << 4 | low);
      i += 2;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(decoded.toByteArray()))
          .toString();
    } catch (CharacterCodingException _) {
      return null;
    }
  }
}

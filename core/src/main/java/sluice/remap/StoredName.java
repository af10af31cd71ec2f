package sluice.remap;

import java.util.Locale;
import java.util.regex.Pattern;
import sluice.json.JsonText;

/// A new name in the place of an old one, spelt as that was: what need not be escaped is escaped
/// where the old text did so.
public final class StoredName {
  /// String content that ends in no half escape.
  private static final Pattern WHOLE =
      Pattern.compile("(?:[^\\\\]|\\\\[^u]|\\\\u[0-9a-fA-F]{4})*+");

  private StoredName() {}

  /// The content of a JSON string with another text, without its quotes.
  ///
  /// @param raw the content as written
  public static String replace(String raw, String text) {
    return spell(text, raw);
  }

  private static boolean isAfterBackslash(String raw, int at) {
    int count = 0;
    while (at - count > 0 && raw.charAt(at - count - 1) == '\\') {
      count++;
    }
    return count % 2 == 1;
  }

  /// The content of a JSON string that holds JSON text, itself a string: with another text in it.
  ///
  /// @param raw the content as written
  /// @param stored what it says, JSON text
  public static String replaceStored(String raw, String stored, String text) {
    int open = stored.indexOf('"');
    int close = stored.lastIndexOf('"');
    String inner = stored.substring(open + 1, close);
    String newInner = spell(text, inner);
    int at = raw.indexOf(inner);
    boolean once =
        !inner.isEmpty()
            && inner.indexOf('\\') < 0
            && at >= 0
            && raw.indexOf(inner, at + 1) < 0
            && WHOLE.matcher(raw.substring(0, at)).matches();
    if (once) {
      return raw.substring(0, at) + spell(newInner, raw) + raw.substring(at + inner.length());
    }
    return spell(stored.substring(0, open + 1) + newInner + stored.substring(close), raw);
  }

  /// A text as string content in the manner of another one.
  static String spell(String text, String manner) {
    StringBuilder quoted = new StringBuilder();
    JsonText.quote(text, quoted);
    String plain = quoted.substring(1, quoted.length() - 1);
    boolean slashes = manner.contains("\\/");
    int escape = escapeOfLetter(manner);
    if (!slashes && escape < 0) {
      return plain;
    }
    boolean upper =
        escape >= 0 && !manner.substring(escape, escape + 6).equals(lower(manner, escape));
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c == '/' && slashes) {
        out.append("\\/");
      } else if (c >= 0x80 && escape >= 0) {
        out.append(upper ? "\\u%04X".formatted((int) c) : "\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static String lower(String manner, int escape) {
    return manner.substring(escape, escape + 6).toLowerCase(Locale.ROOT);
  }

  /// Where a character beyond ASCII is written as an escape, or -1.
  private static int escapeOfLetter(String manner) {
    for (int at = manner.indexOf("\\u"); at >= 0; at = manner.indexOf("\\u", at + 2)) {
      if (at + 6 <= manner.length()
          && !isAfterBackslash(manner, at)
          && Integer.parseInt(manner, at + 2, at + 6, 16) >= 0x80) {
        return at;
      }
    }
    return -1;
  }
}

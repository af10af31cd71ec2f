package sluice.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.token.NumberText;
import sluice.token.TokenValue;

/// The references in a text, left to right and not overlapping (Tokens Studio, references, syntax).
///
/// A reference is `{` to `}` with no braces between or one level of balanced ones; or `$` and a run
/// without white space or comma that ends in a letter, digit or underscore and has two characters
/// at least. Unclosed and stray braces are plain text. One scan is linear in the text.
public final class References {
  private final String text;
  private int at;
  private int runEnd;
  private int runLastWord;

  private References(String text) {
    this.text = text;
  }

  /// All references of a text, in order.
  public static List<Reference> find(String text) {
    if (!mayHoldReference(text)) {
      return List.of();
    }
    List<Reference> found = new ArrayList<>();
    References scan = new References(text);
    for (Reference next = scan.next(); next != null; next = scan.next()) {
      found.add(next);
    }
    return found;
  }

  /// The first reference of a text, or null.
  public static @Nullable Reference first(String text) {
    return mayHoldReference(text) ? new References(text).next() : null;
  }

  /// Whether a text holds a reference.
  public static boolean occurIn(String text) {
    return first(text) != null;
  }

  /// Whether a value holds a reference anywhere: in a text, in a part's name, or as an empty
  /// composite, which reads as `{}`. Recurs as deep as the value.
  static boolean occurIn(TokenValue value) {
    return switch (value) {
      case TokenValue.Text(String text) -> occurIn(text);
      case TokenValue.Num _, TokenValue.Bool _, TokenValue.Nothing _ -> false;
      case TokenValue.Many(List<TokenValue> items) -> {
        for (TokenValue item : items) {
          if (occurIn(item)) {
            yield true;
          }
        }
        yield false;
      }
      case TokenValue.Parts(Map<String, TokenValue> parts) -> {
        for (Map.Entry<String, TokenValue> part : parts.entrySet()) {
          if (occurIn(part.getKey()) || occurIn(part.getValue())) {
            yield true;
          }
        }
        yield parts.isEmpty();
      }
    };
  }

  /// A quick no for most texts.
  static boolean mayHoldReference(String text) {
    return text.indexOf('{') >= 0 || text.indexOf('$') >= 0;
  }

  private @Nullable Reference next() {
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      int end = c == '{' ? braceEnd() : c == '$' ? dollarEnd() : -1;
      if (end > 0) {
        int start = at;
        at = end;
        return new Reference(
            text.substring(start, end),
            text.substring(start + 1, c == '{' ? end - 1 : end),
            start,
            end);
      }
    }
    return null;
  }

  private int braceEnd() {
    boolean inside = false;
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '}') {
        if (!inside) {
          return i + 1;
        }
        inside = false;
      } else if (c == '{') {
        if (inside) {
          return -1;
        }
        inside = true;
      }
    }
    return -1;
  }

  private int dollarEnd() {
    if (at >= runEnd) {
      runEnd = at + 1;
      runLastWord = -1;
      while (runEnd < text.length() && !endsRun(text.charAt(runEnd))) {
        if (isWord(text.charAt(runEnd))) {
          runLastWord = runEnd;
        }
        runEnd++;
      }
    }
    return runLastWord >= at + 2 ? runLastWord + 1 : -1;
  }

  private static boolean endsRun(char c) {
    return c == ',' || NumberText.isSpace(c);
  }

  private static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }
}

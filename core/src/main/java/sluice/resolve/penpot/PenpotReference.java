package sluice.resolve.penpot;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sluice.token.NumberText;
import sluice.token.TokenValue;

/// A reference inside a text: `{` to the next `}` with something between.
///
/// @param text as written, with its braces
/// @param name what is between them, trimmed
/// @param isPlain whether nothing was trimmed; what a reference with blanks refers to is taken in
///   as it is written, references and all
/// @param start index of its first UTF-16 unit
/// @param end index after its last
public record PenpotReference(String text, String name, boolean isPlain, int start, int end) {

  /// The references of a text, in order (Style Dictionary, `createReferenceRegex`).
  static List<PenpotReference> find(String text) {
    int open = text.indexOf('{');
    if (open < 0) {
      return List.of();
    }
    List<PenpotReference> found = new ArrayList<>();
    while (open >= 0) {
      int close = text.indexOf('}', open + 1);
      if (close < 0) {
        break;
      }
      if (close > open + 1) {
        String between = text.substring(open + 1, close);
        String name = NumberText.trim(between);
        found.add(
            new PenpotReference(
                text.substring(open, close + 1),
                name,
                name.length() == between.length(),
                open,
                close + 1));
      }
      open = text.indexOf('{', close + 1);
    }
    return found;
  }

  /// Whether a value holds a reference in one of its texts. Recurs as deep as the value.
  static boolean occursIn(TokenValue value) {
    return switch (value) {
      case TokenValue.Text(String text) -> text.indexOf('{') >= 0 && !find(text).isEmpty();
      case TokenValue.Num _, TokenValue.Bool _, TokenValue.Nothing _ -> false;
      case TokenValue.Many(List<TokenValue> items) ->
          items.stream().anyMatch(PenpotReference::occursIn);
      case TokenValue.Parts(Map<String, TokenValue> parts) ->
          parts.values().stream().anyMatch(PenpotReference::occursIn);
    };
  }

  /// The names Penpot finds referred to in a text, each once, as written between the braces
  /// (`find-token-value-references` of `common/src/app/common/types/token.cljc`); `{}` is a
  /// reference to nothing here.
  public static Set<String> names(String text) {
    Set<String> names = new LinkedHashSet<>();
    int open = text.indexOf('{');
    while (open >= 0) {
      int close = text.indexOf('}', open + 1);
      if (close < 0) {
        break;
      }
      names.add(text.substring(open + 1, close));
      open = text.indexOf('{', close + 1);
    }
    return names;
  }

  /// Whether Penpot finds a reference in a text.
  static boolean isIn(String text) {
    int open = text.indexOf('{');
    return open >= 0 && text.indexOf('}', open) >= 0;
  }
}

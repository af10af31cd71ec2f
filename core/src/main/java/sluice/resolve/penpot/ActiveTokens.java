package sluice.resolve.penpot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sluice.resolve.ThemeSelection;
import sluice.token.SetStatus;
import sluice.token.Token;
import sluice.token.TokenLibrary;
import sluice.token.TokenSet;

/// The tokens of the active sets, one for each name, in order of first occurrence; of two with one
/// name the one of the later set counts, whole (`get-tokens-in-active-sets` of
/// `common/src/app/common/types/tokens_lib.cljc`).
final class ActiveTokens {
  private static final char DOT = '.';

  private ActiveTokens() {}

  static List<Token> of(TokenLibrary library, ThemeSelection selection) {
    Map<String, Token> tokens = new LinkedHashMap<>();
    for (TokenSet set : library.sets()) {
      if (selection.statuses().getOrDefault(set.name(), SetStatus.DISABLED) != SetStatus.DISABLED) {
        set.tokens().forEach(token -> tokens.put(token.name(), token));
      }
    }
    return List.copyOf(tokens.values());
  }

  /// The names among these that no token can be found under, because Style Dictionary gets all of
  /// them as one tree: one token's object has no room for another's, so `a` hides `a.b`; and a
  /// group with a member `value` is taken for a token, so `a.value` hides all of `a`.
  static Set<String> hidden(List<Token> tokens) {
    List<String> names = new ArrayList<>(tokens.size());
    Set<String> groups = new HashSet<>();
    for (Token token : tokens) {
      names.add(token.name());
      int value = valueMember(token.name());
      if (value > 0) {
        groups.add(token.name().substring(0, value));
      }
    }
    List<String> sorted = new ArrayList<>(names);
    sorted.addAll(groups);
    sorted.sort(ActiveTokens::compare);
    Set<String> hidden = new HashSet<>();
    String hiding = null;
    for (String name : sorted) {
      if (hiding != null
          && name.length() > hiding.length()
          && name.startsWith(hiding)
          && name.charAt(hiding.length()) == DOT) {
        hidden.add(name);
      } else {
        hiding = name;
      }
    }
    return hidden;
  }

  /// Where the first segment `value` behind a group begins, its dot included, or -1.
  private static int valueMember(String name) {
    String member = ".value";
    int at = name.indexOf(member);
    while (at >= 0) {
      int end = at + member.length();
      if (end == name.length() || name.charAt(end) == DOT) {
        return at;
      }
      at = name.indexOf(member, end);
    }
    return -1;
  }

  /// Dots before all else, so that what is in a group directly follows the group's own name.
  private static int compare(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        return x == DOT ? -1 : y == DOT ? 1 : Character.compare(x, y);
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}

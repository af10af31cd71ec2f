package sluice.resolve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sluice.token.SetStatus;
import sluice.token.Token;
import sluice.token.TokenLibrary;
import sluice.token.TokenSet;
import sluice.token.TokenValue;

/// The tokens of all sets, one for each name (Tokens Studio, merging).
///
/// @param tokens in order of first occurrence
/// @param setOrder names of the sets that were merged, lowest priority first
/// @param statuses how each of them counts
public record MergedTokens(
    List<Token> tokens, List<String> setOrder, Map<String, SetStatus> statuses) {
  public MergedTokens {
    tokens = List.copyOf(tokens);
    setOrder = List.copyOf(setOrder);
    statuses = Collections.unmodifiableMap(new LinkedHashMap<>(statuses));
  }

  /// Merges the sets of a library under a choice of themes.
  ///
  /// Of two tokens with one name the one of the later set counts, whole; only two composites from
  /// sets that both count merge, part by part. A token without a type gets one from its first name
  /// segment.
  public static MergedTokens of(TokenLibrary library, ThemeSelection selection) {
    Map<String, TokenSet> sets = HashMap.newHashMap(library.sets().size());
    int tokenCount = 0;
    for (TokenSet set : library.sets()) {
      sets.put(set.name(), set);
      tokenCount += set.tokens().size();
    }
    Map<String, Entry> merged = LinkedHashMap.newLinkedHashMap(tokenCount);
    for (String name : selection.order()) {
      TokenSet set = sets.get(name);
      if (set != null) {
        boolean isUsed =
            selection.statuses().getOrDefault(name, SetStatus.DISABLED) != SetStatus.DISABLED;
        for (Token token : set.tokens()) {
          add(merged, token, isUsed);
        }
      }
    }
    List<Token> tokens = new ArrayList<>(merged.size());
    for (Entry entry : merged.values()) {
      tokens.add(entry.token);
    }
    return new MergedTokens(tokens, selection.order(), selection.statuses());
  }

  private static void add(Map<String, Entry> merged, Token token, boolean isUsed) {
    Token typed = token.type() == null ? token.withType(TypeFromName.of(token.name())) : token;
    Entry entry = merged.putIfAbsent(token.name(), new Entry(typed, isUsed));
    if (entry == null) {
      return;
    }
    if (isUsed
        && entry.isUsed
        && typed.value() instanceof TokenValue.Parts(Map<String, TokenValue> parts)
        && entry.token.value() instanceof TokenValue.Parts(Map<String, TokenValue> earlier)) {
      Map<String, TokenValue> both = new LinkedHashMap<>(earlier);
      both.putAll(parts);
      typed = typed.withValue(new TokenValue.Parts(both));
    }
    entry.token = typed;
    entry.isUsed = isUsed;
  }

  private static final class Entry {
    private Token token;
    private boolean isUsed;

    Entry(Token token, boolean isUsed) {
      this.token = token;
      this.isUsed = isUsed;
    }
  }
}

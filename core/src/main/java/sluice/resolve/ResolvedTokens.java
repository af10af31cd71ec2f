package sluice.resolve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Every token of the merged library with its value, in merge order. Safe to share between threads.
public final class ResolvedTokens {
  private final List<ResolvedToken> tokens;
  private final Map<String, ResolvedToken> byName;

  /// Takes the tokens in merge order; of two with one name the last is found.
  public ResolvedTokens(List<ResolvedToken> tokens) {
    this.tokens = List.copyOf(tokens);
    this.byName = HashMap.newHashMap(tokens.size());
    for (ResolvedToken token : tokens) {
      byName.put(token.name(), token);
    }
  }

  /// The token of that exact name, or null.
  public @Nullable ResolvedToken find(String name) {
    return byName.get(name);
  }

  /// All tokens in merge order.
  public List<ResolvedToken> all() {
    return tokens;
  }
}

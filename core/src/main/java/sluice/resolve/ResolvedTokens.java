package sluice.resolve;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every token of the merged library with its value, in merge order. Safe to share between threads.
public final class ResolvedTokens {
  private final List<ResolvedToken> tokens;
  private final NameIndex names;
  private final @Nullable ResolvedToken[] byNumber;

  /// Takes the tokens in merge order; of two with one name the last is found.
  public ResolvedTokens(List<ResolvedToken> tokens) {
    this.tokens = List.copyOf(tokens);
    names = new NameIndex(tokens.size());
    byNumber = new ResolvedToken[tokens.size()];
    for (ResolvedToken token : tokens) {
      byNumber[names.add(token.name())] = token;
    }
  }

  /// The same for tokens whose names have numbers already.
  ///
  /// @param byNumber the token of each name; the result's own from here on
  ResolvedTokens(List<ResolvedToken> tokens, NameIndex names, @Nullable ResolvedToken[] byNumber) {
    this.tokens = List.copyOf(tokens);
    this.names = names;
    this.byNumber = byNumber;
  }

  /// The token of that exact name, or null.
  public @Nullable ResolvedToken find(String name) {
    int number = names.of(name);
    return number == NameIndex.NONE ? null : byNumber[number];
  }

  /// All tokens in merge order.
  public List<ResolvedToken> all() {
    return tokens;
  }
}

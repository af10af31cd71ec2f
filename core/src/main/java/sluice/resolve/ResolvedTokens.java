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
    this(tokens, indexOf(tokens));
  }

  /// The same with an index that has all their names already.
  ResolvedTokens(List<ResolvedToken> tokens, NameIndex names) {
    this.tokens = List.copyOf(tokens);
    this.names = names;
    this.byNumber = new ResolvedToken[names.size()];
    for (ResolvedToken token : tokens) {
      byNumber[names.of(token.name())] = token;
    }
  }

  private static NameIndex indexOf(List<ResolvedToken> tokens) {
    NameIndex names = new NameIndex(tokens.size());
    for (ResolvedToken token : tokens) {
      names.add(token.name());
    }
    return names;
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

package sluice.testkit.generate;

/// What a generated token library looks like.
///
/// @param seed decides the colours and the forms in which values are written
/// @param tokens about how many tokens the sets `core`, `light` and `dark` hold together, at least
///   [#TOKENS_MIN]
/// @param brands number of sets `brand/1` and on, each with a theme in group `brand` that replaces
///   palette colours
/// @param dtcg `$value` and `$type` instead of `value` and `type`
public record TokenLibraryOptions(long seed, int tokens, int brands, boolean dtcg) {
  /// Fewest tokens that hold one of every kind.
  public static final int TOKENS_MIN = 160;

  private static final int TOKENS_DEFAULT = 300;

  public TokenLibraryOptions {
    if (tokens < TOKENS_MIN) {
      throw new IllegalArgumentException("tokens is less than " + TOKENS_MIN + ": " + tokens);
    }
    if (brands < 0) {
      throw new IllegalArgumentException("brands is negative: " + brands);
    }
  }

  /// About 300 tokens, no brands, legacy keys.
  public static TokenLibraryOptions of(long seed) {
    return new TokenLibraryOptions(seed, TOKENS_DEFAULT, 0, false);
  }

  /// The same with another number of tokens.
  public TokenLibraryOptions withTokens(int count) {
    return new TokenLibraryOptions(seed, count, brands, dtcg);
  }

  /// The same with another number of brand sets.
  public TokenLibraryOptions withBrands(int count) {
    return new TokenLibraryOptions(seed, tokens, count, dtcg);
  }

  /// The same with DTCG keys or legacy keys.
  public TokenLibraryOptions withDtcg(boolean on) {
    return new TokenLibraryOptions(seed, tokens, brands, on);
  }
}

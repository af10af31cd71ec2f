package sluice.resolve;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sluice.token.SetStatus;
import sluice.token.TokenLibrary;

/// Resolves a library under one choice of themes after the other, and works out only once what is
/// the same under several: a token that no theme touches, directly or through what it refers to, is
/// resolved for the first choice only.
///
/// The result is the one that [TokenResolver] gives for each choice by itself. Memory is bounded by
/// the size of the library, not by the number of choices. Not safe for use by several threads.
public final class CombinationResolver {
  /// Tokens of all results kept whole, for choices of themes that lead to the same sets.
  static final int RESULTS_SIZE_TOKENS_MAX = 100_000;

  private record SetChoice(List<String> order, BitSet counting) {}

  private final SetMerge library;
  private final SharedOutcomes outcomes = new SharedOutcomes();
  private final NameSuggestions suggestions = new NameSuggestions();
  private final Map<SetChoice, ResolvedTokens> results = new HashMap<>();
  private int resultsSizeTokens;

  /// A resolver for one library.
  public CombinationResolver(TokenLibrary library) {
    this.library = new SetMerge(library);
  }

  /// Every token with its value under one choice of themes of this library. Tokens that came out
  /// the same as under an earlier choice are the same objects.
  public ResolvedTokens resolve(ThemeSelection selection) {
    SetChoice choice = choice(selection);
    ResolvedTokens known = results.get(choice);
    if (known != null) {
      return known;
    }
    ResolvedTokens resolved = resolveAnew(selection);
    int sizeTokens = resolved.all().size();
    if (resultsSizeTokens + (long) sizeTokens > RESULTS_SIZE_TOKENS_MAX) {
      results.clear();
      resultsSizeTokens = 0;
    }
    results.put(choice, resolved);
    resultsSizeTokens += sizeTokens;
    return resolved;
  }

  /// What a choice comes to: sets that are there to be referenced and enabled ones are equal here.
  private static SetChoice choice(ThemeSelection selection) {
    BitSet counting = new BitSet();
    for (int i = 0; i < selection.order().size(); i++) {
      SetStatus status =
          selection.statuses().getOrDefault(selection.order().get(i), SetStatus.DISABLED);
      counting.set(i, status != SetStatus.DISABLED);
    }
    return new SetChoice(selection.order(), counting);
  }

  private ResolvedTokens resolveAnew(ThemeSelection selection) {
    Declarations declarations = library.under(selection);
    List<String> sets = selection.setNames();
    Resolution sharing = new Resolution(declarations, outcomes);
    ResolvedTokens resolved = TokenResolver.resolve(declarations, sharing, sets, suggestions);
    return sharing.isOverLimit()
        ? TokenResolver.resolve(declarations, new Resolution(declarations), sets, suggestions)
        : resolved;
  }
}

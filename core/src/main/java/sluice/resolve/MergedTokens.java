package sluice.resolve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sluice.token.SetStatus;
import sluice.token.Token;
import sluice.token.TokenLibrary;

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
    List<Token> tokens = new ArrayList<>();
    for (Declaration declaration : new SetMerge(library).under(selection).all()) {
      tokens.add(declaration.token());
    }
    return new MergedTokens(tokens, selection.order(), selection.statuses());
  }
}

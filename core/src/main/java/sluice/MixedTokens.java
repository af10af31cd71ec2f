package sluice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sluice.resolve.ResolvedToken;
import sluice.resolve.ResolvedTokens;
import sluice.token.SetStatus;
import sluice.token.TokenLibraries;

/// The values of several libraries as one list.
///
/// Each library has been resolved by itself: a reference sees its own library alone. Of two tokens
/// with one name that of the later source counts, as a whole, whether it has a value or not; a
/// token of a set that does not count gives way to one that does.
final class MixedTokens {
  private MixedTokens() {}

  /// A token with what decides between it and another of its name.
  private record Candidate(ResolvedToken token, boolean counts, int place) {
    boolean winsOver(Candidate earlier) {
      return counts == earlier.counts ? place >= earlier.place : counts;
    }
  }

  /// Merges values.
  ///
  /// @param parts the libraries with their selections
  /// @param resolved the values of each
  static ResolvedTokens merge(
      TokenLibraries libraries, List<TokenValues.Part> parts, List<ResolvedTokens> resolved) {
    Map<String, Candidate> byName = new LinkedHashMap<>();
    for (ResolvedTokens tokens : resolved) {
      for (ResolvedToken token : tokens.all()) {
        Candidate candidate =
            new Candidate(
                token,
                TokenValues.status(parts, token) != SetStatus.DISABLED,
                libraries.place(token.dialect(), token.token()));
        byName.merge(
            token.name(), candidate, (earlier, later) -> later.winsOver(earlier) ? later : earlier);
      }
    }
    List<ResolvedToken> merged = new ArrayList<>(byName.size());
    byName.values().forEach(candidate -> merged.add(candidate.token()));
    return new ResolvedTokens(merged);
  }
}

package sluice.resolve.dtcg;

import sluice.resolve.ThemeSelection;
import sluice.token.dtcg.DtcgLibrary;

/// Resolves a DTCG library under one selection after the other. Tokens that come to the same are
/// worked out once and are the same objects. Not safe for use by several threads.
public final class DtcgCombinations {
  private final DtcgLibrary library;
  private final KnownTokens known = new KnownTokens();

  /// Begins with nothing known.
  public DtcgCombinations(DtcgLibrary library) {
    this.library = library;
  }

  /// What [DtcgResolver#resolve] gives.
  ///
  /// @throws sluice.problem.SluiceException as there
  public DtcgResolution resolve(ThemeSelection selection) {
    return DtcgResolver.resolve(library, selection, known);
  }
}

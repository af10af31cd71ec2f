package sluice;

import java.nio.file.Path;
import sluice.problem.SluiceException;

/// The front door: what Sluice can do, as Java.
public final class Sluice {
  private Sluice() {}

  /// Begins the description of a run that applies tokens to a document.
  ///
  /// @param document a Figma REST file, compressed or not; its format is told from its bytes
  public static ApplyRequest apply(Path document) {
    return new ApplyRequest(document);
  }

  /// Reads tokens and works out their values.
  ///
  /// @throws SluiceException when the tokens cannot be read or a theme does not exist
  public static TokenValues resolve(TokenChoice choice) {
    return TokenValues.fromFiles(choice);
  }

  /// Reads tokens and works out their values under every combination of themes, one theme of each
  /// group.
  ///
  /// @param choice its themes are in every combination, so that their groups do not vary; no sets
  /// @throws SluiceException when the tokens cannot be read, a theme does not exist, or there are
  ///   too many combinations
  public static TokenCombinations resolveEveryCombination(TokenChoice choice) {
    return TokenCombinations.fromFiles(choice);
  }
}

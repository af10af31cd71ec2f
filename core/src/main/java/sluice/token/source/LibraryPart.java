package sluice.token.source;

import java.nio.file.Path;
import sluice.token.Dialect;

/// One file of a token source and what stands in it, for whoever changes its text.
///
/// @param form how sets are laid out in it
/// @param dialect whose rules it goes by
public record LibraryPart(Path file, Form form, Dialect dialect) {
  /// How sets are laid out in a text.
  public enum Form {
    /// A member for each set, those with `$` in front aside.
    SETS,
    /// The same under `values`.
    WRAPPED_SETS,
    /// The text is one set.
    ONE_SET,
    /// A list of themes.
    THEMES,
    /// The order of sets and what is active.
    METADATA
  }
}

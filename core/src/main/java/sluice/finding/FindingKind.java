package sluice.finding;

import java.util.Locale;

/// What can be wrong with a property of a node.
public enum FindingKind {
  /// A token is applied, and the value is another: applying would change it.
  STALE,
  /// A token is applied, and nothing can come of it: no such name, a cycle, a value of another
  /// kind.
  BROKEN,
  /// A value that could come from a token, and none is applied.
  UNTOKENISED;

  private final String text = name().toLowerCase(Locale.ROOT);

  /// The word in files.
  public String text() {
    return text;
  }
}

package sluice.token;

/// How a token set counts under the chosen themes.
public enum SetStatus {
  /// Takes part only with the lowest priority.
  DISABLED,
  /// There to be referenced; for applying the same as enabled.
  SOURCE,
  /// Counts in full.
  ENABLED
}

package sluice.problem;

/// How much a problem matters to the person who runs Sluice.
public enum Severity {
  /// Something asked for could not be done; `--strict` turns it into exit code 1.
  ERROR,
  /// Done, but a person may want to look at it.
  WARNING,
  /// Worth knowing, nothing to act on.
  INFO
}

package sluice.problem;

import java.util.Locale;

/// The stable name of each kind of problem. `docs/reference/problems.md` has one entry for each.
///
/// The text form is the constant in kebab case: `TOKEN_MISSING` is `token-missing`.
public enum ProblemCode {
  // tokens
  TOKEN_MISSING(Severity.ERROR),
  TOKEN_DANGLING(Severity.WARNING),
  TOKEN_CYCLE(Severity.ERROR),
  VALUE_INVALID(Severity.ERROR),
  TOKEN_INVALID(Severity.ERROR),
  TOKEN_DOUBTFUL(Severity.WARNING),
  TOKEN_FILE_MALFORMED(Severity.ERROR),
  TOKEN_SKIPPED(Severity.WARNING),
  NAME_TAKEN(Severity.WARNING),
  THEME_UNKNOWN(Severity.ERROR),
  SET_UNKNOWN(Severity.ERROR),
  LIBRARY_MISSING(Severity.ERROR),
  MAPPING_CLASH(Severity.ERROR),
  TARGET_UNKNOWN(Severity.ERROR),
  QUIRK(Severity.INFO),
  // nodes
  PLUGIN_DATA_MALFORMED(Severity.ERROR),
  NOT_REPRESENTABLE(Severity.WARNING),
  NOT_IMPORTABLE(Severity.ERROR),
  LAYOUT_PENDING(Severity.WARNING),
  FONT_MISSING(Severity.WARNING),
  FONT_UNKNOWN(Severity.WARNING),
  BINDING_REMOVED(Severity.INFO),
  SCOPE_UNKNOWN(Severity.ERROR),
  // documents
  FORMAT_UNKNOWN(Severity.ERROR),
  FORMAT_UNSUPPORTED(Severity.ERROR),
  NO_NODES(Severity.WARNING),
  DOCUMENT_EMPTY(Severity.ERROR),
  DOCUMENT_TRUNCATED(Severity.ERROR),
  JSON_MALFORMED(Severity.ERROR),
  ENCODING_INVALID(Severity.ERROR),
  GZIP_MALFORMED(Severity.ERROR),
  ARCHIVE_MALFORMED(Severity.ERROR),
  ARCHIVE_UNSUPPORTED(Severity.ERROR),
  LIMIT_EXCEEDED(Severity.ERROR),
  CHANGE_SET_MALFORMED(Severity.ERROR),
  DOCUMENT_DIFFERS(Severity.ERROR),
  // files elsewhere
  ACCESS_TOKEN_MISSING(Severity.ERROR),
  ACCESS_REFUSED(Severity.ERROR),
  REMOTE_MISSING(Severity.ERROR),
  REQUEST_REFUSED(Severity.ERROR),
  REMOTE_TOO_LARGE(Severity.ERROR),
  RATE_LIMITED(Severity.ERROR),
  REMOTE_UNAVAILABLE(Severity.ERROR),
  REMOTE_CHANGING(Severity.ERROR),
  ANSWER_MALFORMED(Severity.ERROR),
  // the run
  BASELINE_MALFORMED(Severity.ERROR),
  FILE_MISSING(Severity.ERROR),
  FILE_UNREADABLE(Severity.ERROR),
  OUTPUT_UNWRITABLE(Severity.ERROR),
  INPUT_CHANGED(Severity.ERROR),
  OPTION_INVALID(Severity.ERROR),
  CANCELLED(Severity.ERROR);

  private final Severity severity;
  private final String text;

  ProblemCode(Severity severity) {
    this.severity = severity;
    this.text = name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// How much a problem of this kind matters.
  public Severity severity() {
    return severity;
  }

  /// The kebab-case name people and their scripts see.
  public String text() {
    return text;
  }
}

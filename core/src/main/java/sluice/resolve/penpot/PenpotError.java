package sluice.resolve.penpot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why Penpot does not resolve a value.
///
/// @param part the part concerned as Penpot names it, such as `line-height` or `0.spread`; null for
///   the whole value
/// @param code Penpot's error code without its namespace
record PenpotError(@Nullable String part, String code) {
  static final String MISSING_REFERENCE = "missing-reference";
  static final String NAME_COLLISION = "name-collision";
  static final String INVALID = "invalid-token-value";
  static final String TOO_LARGE = "number-too-large";

  private static final int LISTED_MAX = 8;

  /// An error of the whole value.
  static PenpotError of(String code) {
    return new PenpotError(null, code);
  }

  /// The same error of a part.
  PenpotError in(String name) {
    return new PenpotError(name, code);
  }

  /// The words a problem ends with: `Penpot says missing-reference`, or for parts `Penpot says
  /// line-height: invalid-token-value, 0.spread: …`.
  static String listed(List<PenpotError> errors) {
    StringBuilder text = new StringBuilder("Penpot says ");
    for (int i = 0; i < errors.size() && i < LISTED_MAX; i++) {
      PenpotError error = errors.get(i);
      text.append(i == 0 ? "" : ", ");
      text.append(error.part == null ? "" : error.part + ": ").append(error.code);
    }
    int more = errors.size() - LISTED_MAX;
    return more > 0
        ? text.append(" and ").append(more).append(" more").toString()
        : text.toString();
  }
}

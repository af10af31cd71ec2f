package sluice.resolve;

import org.jspecify.annotations.Nullable;
import sluice.token.TokenValue;

/// What one value came to while tokens are being resolved.
///
/// @param value the resolved value; of a failed one the text it got stuck at
/// @param withReferences the composite as written where the aliases ended, or null
/// @param failure why it failed; of one that did not fail something worth knowing, or null
/// @param failed whether it is flagged as failed
/// @param spoilt whether the failure leaves no trace in the value, so that every user of the value
///   has to be flagged too
/// @param holdsReference whether the value still holds a reference
/// @param depth composites inside each other, 0 for a plain value
/// @param size rough length of the value as text, in characters
record Outcome(
    TokenValue value,
    @Nullable TokenValue withReferences,
    @Nullable Failure failure,
    boolean failed,
    boolean spoilt,
    boolean holdsReference,
    int depth,
    long size) {

  /// A plain value that needs no resolving.
  static Outcome plain(TokenValue value) {
    return new Outcome(value, null, null, false, false, false, 0, 1);
  }

  /// A text that came out well.
  static Outcome text(TokenValue.Text value) {
    return new Outcome(value, null, null, false, false, false, 0, value.text().length());
  }

  /// A part of a composite taken as it was written, references and all.
  static Outcome asWritten(TokenValue part) {
    boolean holdsReference = References.occurIn(part);
    return new Outcome(part, null, null, holdsReference, false, holdsReference, 0, 1);
  }

  /// A text left as written because of a reference in it.
  static Outcome stuck(TokenValue value, Failure failure) {
    return new Outcome(value, null, failure, true, false, true, 0, 1);
  }

  /// A value that fails without leaving a trace of it.
  static Outcome spoilt(TokenValue value, Failure failure) {
    return new Outcome(value, null, failure, true, true, false, 0, 1);
  }
}

package sluice.report.gather;

import sluice.report.Look;

/// One property that a token changes, as far as it is told apart from others: where what is seen is
/// the same, so is the change.
///
/// @param property the field's name in the document's own terms
/// @param token the token's name as the node says it
/// @param before what it looked like
/// @param after what it looks like
/// @param distance how far apart the two are to the eye, from 0 to 1
public record Change(String property, String token, Look before, Look after, double distance) {
  /// A change whose distance is that of its looks.
  public static Change of(String property, String token, Look before, Look after) {
    return new Change(property, token, before, after, LookDistance.between(before, after));
  }

  /// A change that nobody sees: it repeats another one, or concerns what is not painted.
  public static Change unseen(String property, String token, Look before, Look after) {
    return new Change(property, token, before, after, 0);
  }
}

package sluice.report.gather;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.report.Look;

/// One property that a token changes, as far as it is told apart from others: where what is seen is
/// the same, so is the change.
///
/// No record: changes are looked up for every node that has one, and a hash of all that their looks
/// are made of is worked out once.
public final class Change {
  private final String property;
  private final String token;
  private final Look before;
  private final Look after;
  private final double distance;
  private final int hash;

  private Change(String property, String token, Look before, Look after, double distance) {
    this.property = property;
    this.token = token;
    this.before = before;
    this.after = after;
    this.distance = distance;
    this.hash =
        31 * (31 * (31 * property.hashCode() + token.hashCode()) + before.hashCode())
            + after.hashCode();
  }

  /// A change whose distance is that of its looks.
  ///
  /// @param property the field's name in the document's own terms
  /// @param token the token's name as the node says it
  public static Change of(String property, String token, Look before, Look after) {
    return new Change(property, token, before, after, LookDistance.between(before, after));
  }

  /// A change that nobody sees: it repeats another one, or concerns what is not painted.
  public static Change unseen(String property, String token, Look before, Look after) {
    return new Change(property, token, before, after, 0);
  }

  /// All but some of a node's changes.
  ///
  /// @param left the places of those that are left out
  public static List<Change> without(BitSet left, List<Change> changes) {
    if (left.isEmpty() || changes.isEmpty()) {
      return changes;
    }
    List<Change> others = new ArrayList<>(changes.size());
    for (int i = 0; i < changes.size(); i++) {
      if (!left.get(i)) {
        others.add(changes.get(i));
      }
    }
    return others;
  }

  /// The field's name in the document's own terms.
  public String property() {
    return property;
  }

  /// The token's name as the node says it.
  public String token() {
    return token;
  }

  public Look before() {
    return before;
  }

  public Look after() {
    return after;
  }

  /// How far apart the two are to the eye, from 0 to 1.
  public double distance() {
    return distance;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Change change
            && hash == change.hash
            && property.equals(change.property)
            && token.equals(change.token)
            && before.equals(change.before)
            && after.equals(change.after));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}

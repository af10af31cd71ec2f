package sluice.resolve;

import java.util.Collection;
import java.util.Optional;

/// The existing name a mistyped one was probably meant to be.
///
/// Nearness is the number of characters to insert, delete, replace, or swap with their neighbour,
/// the other case counting a quarter of another letter; a name is near when that is at most a third
/// of its length.
public final class NearestName {
  /// Cost of one edit.
  private static final int EDIT = 4;

  /// Cost of a letter in the other case.
  private static final int OTHER_CASE = 1;

  /// Longer names are not compared; bounds the cost of one look-up.
  private static final int LENGTH_MAX_CHARS = 256;

  private NearestName() {}

  /// The nearest of the names, the first of equally near ones; empty when none is near.
  public static Optional<String> find(String name, Collection<String> names) {
    if (name.isEmpty() || name.length() > LENGTH_MAX_CHARS) {
      return Optional.empty();
    }
    String nearest = null;
    int best = Math.max(2 * EDIT, name.length() * EDIT / 3) + 1;
    int[][] rows = new int[3][name.length() + 1];
    for (String candidate : names) {
      int lengthDifference = Math.abs(candidate.length() - name.length());
      if (lengthDifference * EDIT < best && !candidate.equals(name)) {
        int distance = distance(name, candidate, best, rows);
        if (distance < best && distance < candidate.length() * EDIT) {
          best = distance;
          nearest = candidate;
        }
      }
    }
    return Optional.ofNullable(nearest);
  }

  /// The distance, or anything from `limit` up once it is known not to be below.
  private static int distance(String a, String b, int limit, int[][] rows) {
    int[] beforeLast = rows[0];
    int[] last = rows[1];
    int[] row = rows[2];
    for (int i = 0; i <= a.length(); i++) {
      last[i] = i * EDIT;
    }
    for (int j = 1; j <= b.length(); j++) {
      char right = b.charAt(j - 1);
      row[0] = j * EDIT;
      int least = row[0];
      for (int i = 1; i <= a.length(); i++) {
        char left = a.charAt(i - 1);
        int cost =
            Math.min(Math.min(row[i - 1], last[i]) + EDIT, last[i - 1] + replace(left, right));
        if (i > 1 && j > 1 && left == b.charAt(j - 2) && a.charAt(i - 2) == right) {
          cost = Math.min(cost, beforeLast[i - 2] + EDIT);
        }
        row[i] = cost;
        least = Math.min(least, cost);
      }
      if (least >= limit + EDIT) {
        return limit;
      }
      int[] reused = beforeLast;
      beforeLast = last;
      last = row;
      row = reused;
    }
    return last[a.length()];
  }

  private static int replace(char left, char right) {
    if (left == right) {
      return 0;
    }
    return Character.toLowerCase(left) == Character.toLowerCase(right) ? OTHER_CASE : EDIT;
  }
}

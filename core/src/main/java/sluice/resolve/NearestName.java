package sluice.resolve;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The existing name a mistyped one was probably meant to be.
///
/// Nearness is the number of characters to insert, delete, replace, or swap with their neighbour,
/// the other case counting a quarter of another letter; a name is near when that is at most a third
/// of its length, or two.
public final class NearestName {
  /// Cost of one edit.
  private static final int EDIT = 4;

  /// Beyond every distance.
  private static final int FAR = 1 << 20;

  /// Cost of a letter in the other case.
  private static final int OTHER_CASE = 1;

  /// Longer names are not compared; bounds the cost of one look-up.
  private static final int LENGTH_MAX_CHARS = 256;

  private final String name;
  private final long letters;
  private int[] beforeLast;
  private int[] last;
  private int[] row;

  private NearestName(String name) {
    this.name = name;
    this.letters = letters(name);
    this.beforeLast = new int[name.length() + 1];
    this.last = new int[name.length() + 1];
    this.row = new int[name.length() + 1];
  }

  /// The nearest of the names, of equally near ones the first by its letters, so that their order
  /// does not matter; empty when none is near.
  public static Optional<String> find(String name, Collection<String> names) {
    return name.isEmpty() || name.length() > LENGTH_MAX_CHARS
        ? Optional.empty()
        : new NearestName(name).find(names);
  }

  /// The nearest of the names that share the most leading segments with this one, however far;
  /// empty when none shares its first segment.
  public static Optional<String> inGroup(String name, Collection<String> names) {
    if (name.length() > LENGTH_MAX_CHARS) {
      return Optional.empty();
    }
    for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      String group = name.substring(0, dot + 1);
      List<String> candidates =
          names.stream()
              .filter(other -> other.startsWith(group) && other.length() <= LENGTH_MAX_CHARS)
              .toList();
      if (!candidates.isEmpty()) {
        NearestName search = new NearestName(name);
        return candidates.stream()
            .min(
                Comparator.<String>comparingInt(other -> search.distance(other, FAR))
                    .thenComparing(Comparator.naturalOrder()));
      }
    }
    return Optional.empty();
  }

  private Optional<String> find(Collection<String> names) {
    String nearest = null;
    int best = Math.max(2 * EDIT, name.length() * EDIT / 3) + 1;
    for (String candidate : names) {
      if (mayBeWithin(candidate, best + 1)) {
        int distance = distance(candidate, best + 1);
        boolean isNearer =
            distance < best
                || (distance == best && nearest != null && candidate.compareTo(nearest) < 0);
        if (isNearer && distance < candidate.length() * EDIT && distance > 0) {
          best = distance;
          nearest = candidate;
        }
      }
    }
    return Optional.ofNullable(nearest);
  }

  /// A cheap no for most candidates: every letter that only one of the two has costs an edit.
  private boolean mayBeWithin(String candidate, int limit) {
    if (Math.abs(candidate.length() - name.length()) * EDIT >= limit) {
      return false;
    }
    long others = letters(candidate);
    return Math.max(Long.bitCount(letters & ~others), Long.bitCount(others & ~letters)) * EDIT
        < limit;
  }

  /// One bit for each character that occurs, whatever its case; characters share bits.
  private static long letters(String text) {
    long bits = 0;
    for (int i = 0; i < text.length(); i++) {
      bits |= 1L << (text.charAt(i) | 0x20);
    }
    return bits;
  }

  /// The distance, or anything from `limit` up once it is known not to be below.
  private int distance(String other, int limit) {
    int start = 0;
    int end = name.length();
    int otherEnd = other.length();
    while (start < end && start < otherEnd && name.charAt(start) == other.charAt(start)) {
      start++;
    }
    while (end > start && otherEnd > start && name.charAt(end - 1) == other.charAt(otherEnd - 1)) {
      end--;
      otherEnd--;
    }
    int width = end - start;
    for (int i = 0; i <= width; i++) {
      last[i] = i * EDIT;
    }
    for (int j = 1; j <= otherEnd - start; j++) {
      row[0] = j * EDIT;
      int least = row[0];
      char right = other.charAt(start + j - 1);
      for (int i = 1; i <= width; i++) {
        char left = name.charAt(start + i - 1);
        int cost =
            Math.min(Math.min(row[i - 1], last[i]) + EDIT, last[i - 1] + replace(left, right));
        if (i > 1
            && j > 1
            && left == other.charAt(start + j - 2)
            && name.charAt(start + i - 2) == right) {
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
    return last[width];
  }

  private static int replace(char left, char right) {
    if (left == right) {
      return 0;
    }
    char folded = (char) (left | 0x20);
    boolean isAsciiLetter = folded >= 'a' && folded <= 'z';
    boolean sameLetter =
        isAsciiLetter
            ? (left ^ right) == 0x20
            : Character.toLowerCase(left) == Character.toLowerCase(right);
    return sameLetter ? OTHER_CASE : EDIT;
  }
}

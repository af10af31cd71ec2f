package sluice.resolve;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What one token is being read from: the names looked up for its value, and which of their values
/// were used.
final class Reads {
  /// Names one outcome may be read from; of one with more nothing is kept.
  static final int NAMES_MAX = 256;

  private static final int NAMES_FIRST = 4;

  private int[] names = new int[NAMES_FIRST];
  private @Nullable Declaration[] found = new Declaration[NAMES_FIRST];
  private boolean[] isUsed = new boolean[NAMES_FIRST];
  private int count;
  private boolean isTooMuch;
  private long writtenChars;

  /// A name was looked up.
  void look(int name, @Nullable Declaration declaration) {
    if (count == NAMES_MAX) {
      isTooMuch = true;
      return;
    }
    if (count == names.length) {
      names = Arrays.copyOf(names, count * 2);
      found = Arrays.copyOf(found, count * 2);
      isUsed = Arrays.copyOf(isUsed, count * 2);
    }
    names[count] = name;
    found[count] = declaration;
    isUsed[count] = false;
    count++;
  }

  /// The value of the name looked up last is used.
  void use() {
    if (count > 0) {
      isUsed[count - 1] = true;
    }
  }

  /// Characters were written.
  void write(int chars) {
    writtenChars += chars;
  }

  /// The outcome with its reads, or null when it was read from too much or from a value that is not
  /// kept.
  ///
  /// @param kept by number of the name, the outcomes that may be relied on
  @Nullable KeptOutcome keep(
      Declaration declaration, Outcome outcome, @Nullable KeptOutcome[] kept) {
    if (isTooMuch) {
      return null;
    }
    @Nullable KeptOutcome[] used = new KeptOutcome[count];
    for (int i = 0; i < count; i++) {
      if (isUsed[i]) {
        KeptOutcome value = kept[names[i]];
        if (value == null) {
          return null;
        }
        used[i] = value;
      }
    }
    return new KeptOutcome(
        declaration,
        outcome,
        Arrays.copyOf(names, count),
        Arrays.copyOf(found, count),
        used,
        writtenChars);
  }
}

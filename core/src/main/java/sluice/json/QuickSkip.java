package sluice.json;

/// Passes over the usual insides of an object or array in one loop, as far as it gets.
///
/// The usual: no escapes, no characters beyond ASCII, no exponents, no errors, everything within
/// the window. What it passes over is exactly what [JsonScanner]'s careful methods would; at
/// anything else it stops at the start of a value, and they go on from there. It keeps its cursor
/// in local variables: code of the first compiler, which the command runs with, spends more on
/// fields and calls than on the bytes.
final class QuickSkip {
  /// Containers inside the one being skipped that can be kept apart.
  static final int NESTING_MAX = 62;

  private int at;
  private int nesting;
  private long kinds;

  /// Where the next value starts, or the byte behind the container.
  int at() {
    return at;
  }

  /// Containers open there.
  int nesting() {
    return nesting;
  }

  /// One bit for each container open there, the innermost lowest: 1 for an object.
  long kinds() {
    return kinds;
  }

  /// Passes over values from the start of one on.
  ///
  /// @param window the bytes, with [Bytes#SLACK_SIZE_BYTES] more behind `stop`
  /// @param outer containers open outside the one being skipped
  /// @param nestingAtStart containers open now
  /// @param kindsAtStart their kinds, as in [#kinds]
  /// @param nestingMax containers that may be open, at most [#NESTING_MAX] more than `outer`
  /// @return whether the container was closed
  boolean pass(
      byte[] window,
      int start,
      int stop,
      int outer,
      int nestingAtStart,
      long kindsAtStart,
      int nestingMax) {
    int next = start;
    int open = nestingAtStart;
    long kind = kindsAtStart;
    values:
    while (true) {
      next = whiteEnd(window, next, stop);
      at = next;
      nesting = open;
      kinds = kind;
      if (next == stop) {
        return false;
      }
      boolean keyNext = false;
      byte b = window[next];
      if (b == '"') {
        next = stringEnd(window, next, stop);
      } else if ((b == '{' || b == '[') && open == nestingMax) {
        return false;
      } else if (b == '{') {
        open++;
        kind = kind << 1 | 1;
        next = whiteEnd(window, next + 1, stop);
        keyNext = next < stop && window[next] != '}';
      } else if (b == '[') {
        open++;
        kind <<= 1;
        next = whiteEnd(window, next + 1, stop);
        if (next < stop && window[next] != ']') {
          continue;
        }
      } else if (b <= '9') {
        next = Bytes.numberEnd(window, next, stop);
      } else {
        next = wordEnd(window, next, stop);
      }
      if (next < 0) {
        return false;
      }
      while (!keyNext) {
        if (open == outer) {
          at = next;
          nesting = open;
          return true;
        }
        next = whiteEnd(window, next, stop);
        if (next == stop) {
          return false;
        }
        b = window[next++];
        boolean inObject = (kind & 1) != 0;
        if (b == ',') {
          if (!inObject) {
            continue values;
          }
          next = whiteEnd(window, next, stop);
          keyNext = true;
        } else if (b == (inObject ? '}' : ']')) {
          open--;
          kind >>>= 1;
        } else {
          return false;
        }
      }
      if (next == stop || window[next] != '"') {
        return false;
      }
      next = stringEnd(window, next, stop);
      if (next < 0) {
        return false;
      }
      next = whiteEnd(window, next, stop);
      if (next == stop || window[next++] != ':') {
        return false;
      }
    }
  }

  private static int whiteEnd(byte[] window, int from, int stop) {
    return from < stop && window[from] > ' ' ? from : longWhiteEnd(window, from, stop);
  }

  private static int longWhiteEnd(byte[] window, int from, int stop) {
    int at = from;
    while (at < stop) {
      byte b = window[at];
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return at;
      }
      at++;
    }
    return stop;
  }

  /// The end of a string, or -1 where more than plain bytes are in it or it goes on behind `stop`.
  private static int stringEnd(byte[] window, int quote, int stop) {
    int end = Bytes.plainEnd(window, quote + 1, stop);
    return end < stop && window[end] == '"' ? end + 1 : -1;
  }

  private static int wordEnd(byte[] window, int from, int stop) {
    if (stop - from <= 5) {
      return -1;
    }
    return switch (window[from]) {
      case 't' ->
          window[from + 1] == 'r' && window[from + 2] == 'u' && window[from + 3] == 'e'
              ? from + 4
              : -1;
      case 'n' ->
          window[from + 1] == 'u' && window[from + 2] == 'l' && window[from + 3] == 'l'
              ? from + 4
              : -1;
      case 'f' ->
          window[from + 1] == 'a'
                  && window[from + 2] == 'l'
                  && window[from + 3] == 's'
                  && window[from + 4] == 'e'
              ? from + 5
              : -1;
      default -> -1;
    };
  }
}

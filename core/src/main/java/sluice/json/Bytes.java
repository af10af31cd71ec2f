package sluice.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Looking at eight bytes at a time, as the lanes of one long.
///
/// Byte by byte, the end of nearly every text and number is a branch that the processor guesses
/// wrong, which costs more than all the bytes before it. The tricks are well known: a lane is zero
/// where `(x - 1) & ~x` sets its high bit, exact up to the first such lane, and only the first
/// counts here.
final class Bytes {
  /// Arrays that are looked at must have so many bytes behind the last one that counts.
  static final int SLACK_SIZE_BYTES = Long.BYTES;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long LOW = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;
  private static final long QUOTES = LOW * '"';
  private static final long ESCAPES = LOW * '\\';
  private static final long SPACES = LOW * ' ';
  private static final long LINE_ENDS = LOW * '\n';
  private static final long ZEROS = LOW * '0';
  private static final long ABOVE_NINE = LOW * (0x80 - 10);

  private Bytes() {}

  /// The first byte from `from` on, before `stop`, that does not simply stand for itself in a JSON
  /// string: a quote, an escape, a control character, or part of a character beyond ASCII.
  ///
  /// @return its index, or `stop`
  static int plainEnd(byte[] bytes, int from, int stop) {
    for (int at = from; at < stop; at += Long.BYTES) {
      long eight = (long) LONGS.get(bytes, at);
      long quote = eight ^ QUOTES;
      long escape = eight ^ ESCAPES;
      long special =
          (((eight - SPACES) & ~eight)
                  | ((quote - LOW) & ~quote)
                  | ((escape - LOW) & ~escape)
                  | eight)
              & HIGH;
      if (special != 0) {
        return Math.min(at + firstLane(special), stop);
      }
    }
    return stop;
  }

  /// The first line end from `from` on, before `stop`. The array needs no slack.
  ///
  /// @return its index, or `stop`
  static int lineEnd(byte[] bytes, int from, int stop) {
    int at = from;
    for (; at <= stop - Long.BYTES; at += Long.BYTES) {
      long other = (long) LONGS.get(bytes, at) ^ LINE_ENDS;
      long found = (other - LOW) & ~other & HIGH;
      if (found != 0) {
        return at + firstLane(found);
      }
    }
    while (at < stop && bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  /// The first byte from `from` on, before `stop`, that is no digit.
  ///
  /// @return its index, or `stop`
  static int digitsEnd(byte[] bytes, int from, int stop) {
    for (int at = from; at < stop; at += Long.BYTES) {
      long digits = (long) LONGS.get(bytes, at) ^ ZEROS;
      long other = (((digits & ~HIGH) + ABOVE_NINE) | digits) & HIGH;
      if (other != 0) {
        return Math.min(at + firstLane(other), stop);
      }
    }
    return stop;
  }

  /// Where the number that begins at `from` ends (RFC 8259 section 6).
  ///
  /// @return -1 when there is no valid number, it has an exponent, or its end is not before `stop`
  static int numberEnd(byte[] bytes, int from, int stop) {
    int whole = bytes[from] == '-' ? from + 1 : from;
    int at = digitsEnd(bytes, whole, stop);
    if (at == whole || (bytes[whole] == '0' && at > whole + 1) || at == stop) {
      return -1;
    }
    if (bytes[at] == '.') {
      int fraction = at + 1;
      at = digitsEnd(bytes, fraction, stop);
      if (at == fraction || at == stop) {
        return -1;
      }
    }
    return (bytes[at] | 0x20) == 'e' ? -1 : at;
  }

  /// The bytes `[from..to)` as one number, which tells texts of at most eight bytes apart; of
  /// longer ones the first eight.
  static long firstEight(byte[] bytes, int from, int to) {
    int size = to - from;
    if (from <= bytes.length - Long.BYTES) {
      long eight = (long) LONGS.get(bytes, from);
      return size >= Long.BYTES ? eight : eight & ((1L << (size * Byte.SIZE)) - 1);
    }
    long eight = 0;
    for (int i = to - 1; i >= from; i--) {
      eight = (eight << Byte.SIZE) | (bytes[i] & 0xFF);
    }
    return eight;
  }

  /// Whether all of `wanted` stands at `from`; the caller has checked that there are enough bytes.
  static boolean same(byte[] bytes, int from, byte[] wanted) {
    int size = wanted.length;
    int i = 0;
    for (int last = size - Long.BYTES; i <= last; i += Long.BYTES) {
      if ((long) LONGS.get(bytes, from + i) != (long) LONGS.get(wanted, i)) {
        return false;
      }
    }
    for (; i < size; i++) {
      if (bytes[from + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  /// Which of eight lanes is the first with its high bit set, from 0.
  private static int firstLane(long high) {
    // One low bit for each lane before it, added up in the highest lane.
    return (int) ((((((high - 1) & ~high) >>> 7) & LOW) * LOW) >>> 56);
  }
}

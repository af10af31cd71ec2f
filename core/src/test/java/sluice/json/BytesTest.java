package sluice.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Eight bytes at a time sees what a plain loop sees, at every place and length.
final class BytesTest {
  private static final int SIZE = 27;
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*+)(\\.[0-9]++|(?!\\.))(?![0-9eE])");

  @FunctionalInterface
  private interface Finder {
    int end(byte[] bytes, int from, int stop);
  }

  /// Bytes of which few end what is looked for, and slack that would end it.
  private static byte[] bytes(Random random, int usual, String rare, int slackSize) {
    byte[] bytes = new byte[SIZE + slackSize];
    for (int i = 0; i < bytes.length; i++) {
      boolean isRare = i >= SIZE || random.nextInt(9) == 0;
      bytes[i] = (byte) (isRare ? rare.charAt(random.nextInt(rare.length())) : usual);
    }
    return bytes;
  }

  private static void assertFinds(
      Finder finder, String usual, String rare, int slackSize, IntPredicate ends) {
    Random random = new Random(1);
    for (int round = 0; round < 60; round++) {
      byte[] bytes = bytes(random, usual.charAt(random.nextInt(usual.length())), rare, slackSize);
      for (int from = 0; from <= SIZE; from++) {
        for (int stop = from; stop <= SIZE; stop++) {
          int expected = from;
          while (expected < stop && !ends.test(bytes[expected])) {
            expected++;
          }
          if (expected != finder.end(bytes, from, stop)) {
            assertEquals(expected, finder.end(bytes, from, stop), Arrays.toString(bytes));
          }
        }
      }
    }
  }

  @Test
  void plainEnd_isTheFirstByteThatIsMoreThanItself() {
    assertFinds(
        Bytes::plainEnd,
        " !#[]a~\u007F",
        "\"\\\u0000\u0001\n\u001f\u0080\u00ff a",
        Bytes.SLACK_SIZE_BYTES,
        b -> b < ' ' || b == '"' || b == '\\');
  }

  @Test
  void lineEnd_isTheFirstLineEnd_withoutSlack() {
    assertFinds(Bytes::lineEnd, "\u0009\u000b a\u008a", "\n\u000b\u008a\u0000", 0, b -> b == '\n');
  }

  @Test
  void digitsEnd_isTheFirstByteThatIsNoDigit() {
    assertFinds(
        Bytes::digitsEnd,
        "0123456789",
        "/:.-eE\u0000\u00b0\u00b9\u00ff05",
        Bytes.SLACK_SIZE_BYTES,
        b -> b < '0' || b > '9');
  }

  @Test
  void numberEnd_isWhereAPlainNumberEnds() {
    Random random = new Random(2);
    String some = "00123456789-..,eE] ";
    for (int round = 0; round < 1_500; round++) {
      byte[] bytes = new byte[SIZE + Bytes.SLACK_SIZE_BYTES];
      for (int i = 0; i < bytes.length; i++) {
        int kinds = i % 9 == 8 || random.nextInt(5) == 0 ? some.length() : 11;
        bytes[i] = (byte) some.charAt(random.nextInt(kinds));
      }
      int from = random.nextInt(SIZE);
      for (int stop = from + 1; stop <= SIZE; stop++) {
        String text = new String(bytes, from, stop - from, StandardCharsets.US_ASCII);
        Matcher number = NUMBER.matcher(text);
        boolean isKnown = number.lookingAt() && from + number.end() < stop;
        assertEquals(isKnown ? from + number.end() : -1, Bytes.numberEnd(bytes, from, stop), text);
      }
    }
  }

  @Test
  void firstEight_areTheBytes_lowestFirst() {
    byte[] bytes = new byte[SIZE];
    new Random(3).nextBytes(bytes);
    for (int from = 0; from <= SIZE; from++) {
      for (int to = from; to <= SIZE; to++) {
        long expected = 0;
        for (int i = Math.min(to, from + 8) - 1; i >= from; i--) {
          expected = expected * 256 + (bytes[i] & 0xFF);
        }
        assertEquals(expected, Bytes.firstEight(bytes, from, to), from + " to " + to);
      }
    }
  }

  @Test
  void same_seesEveryByte_andNoOther() {
    byte[] bytes = new byte[SIZE];
    new Random(4).nextBytes(bytes);
    for (int from = 0; from <= SIZE; from++) {
      for (int to = from; to <= SIZE; to++) {
        byte[] wanted = Arrays.copyOfRange(bytes, from, to);
        assertTrue(Bytes.same(bytes, from, wanted));
        for (int i = 0; i < wanted.length; i++) {
          wanted[i] ^= 1;
          assertFalse(Bytes.same(bytes, from, wanted), from + " to " + to + ", other at " + i);
          wanted[i] ^= 1;
        }
      }
    }
  }
}

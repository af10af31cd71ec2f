package sluice.token.source;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Decompresses lz-string's UTF-16 form: LZ78 codes of growing width, 15 bits in each character,
/// shifted by 32 so that none is a control character.
///
/// Every phrase of the dictionary is the previous phrase and the one character after it, so it is a
/// stretch of the output; the dictionary keeps only where each starts and how long it is, which
/// keeps the memory linear in the output whatever the input.
final class LzString {
  private static final int BITS_PER_CHAR = 15;
  private static final int SHIFT = 32;
  private static final int CODE_CHAR_8 = 0;
  private static final int CODE_CHAR_16 = 1;
  private static final int CODE_END = 2;
  private static final int FIRST_PHRASE = 3;

  private final String in;
  private final int outMaxChars;
  private int inIndex;
  private int window;
  private int windowBits;
  private char[] out = new char[256];
  private int outLength;
  private int[] starts = new int[64];
  private int[] lengths = new int[64];
  private int phraseCount = FIRST_PHRASE;

  private LzString(String in, int outMaxChars) {
    this.in = in;
    this.outMaxChars = outMaxChars;
  }

  /// The text, or null when the input is cut off, is no lz-string, or gives more than the given
  /// number of characters.
  static @Nullable String decompressFromUtf16(String compressed, int outMaxChars) {
    return new LzString(compressed, outMaxChars).run();
  }

  private @Nullable String run() {
    int codeBits = 2;
    // A code may use the phrase that is only complete once its first character is known, so the
    // width grows one phrase early.
    int phrasesAtThisWidth = 4;
    int previousStart = -1;
    int previousLength = 0;
    while (true) {
      int code = read(codeBits);
      int phrase;
      if (code == CODE_END) {
        return new String(out, 0, outLength);
      }
      if (code == CODE_CHAR_8 || code == CODE_CHAR_16) {
        int unit = read(code == CODE_CHAR_8 ? 8 : 16);
        if (unit < 0 || !ensureRoom(1)) {
          return null;
        }
        phrase = addPhrase(outLength, 1);
        out[outLength] = (char) unit;
        if (previousStart >= 0 && --phrasesAtThisWidth == 0) {
          phrasesAtThisWidth = 1 << codeBits;
          codeBits++;
        }
      } else if (code < 0 || previousStart < 0 || code > phraseCount) {
        return null;
      } else {
        phrase = code;
      }
      int start = phrase == phraseCount ? previousStart : starts[phrase];
      int length = phrase == phraseCount ? previousLength + 1 : lengths[phrase];
      if (!ensureRoom(length)) {
        return null;
      }
      int entryStart = outLength;
      for (int i = 0; i < length; i++) {
        out[outLength++] = out[start + i];
      }
      if (previousStart < 0) {
        codeBits = 3;
      } else {
        addPhrase(previousStart, previousLength + 1);
        if (--phrasesAtThisWidth == 0) {
          phrasesAtThisWidth = 1 << codeBits;
          codeBits++;
        }
      }
      previousStart = entryStart;
      previousLength = length;
    }
  }

  private int addPhrase(int start, int length) {
    if (phraseCount == starts.length) {
      starts = Arrays.copyOf(starts, phraseCount * 2);
      lengths = Arrays.copyOf(lengths, phraseCount * 2);
    }
    starts[phraseCount] = start;
    lengths[phraseCount] = length;
    return phraseCount++;
  }

  private boolean ensureRoom(int more) {
    long needed = (long) outLength + more;
    if (needed > outMaxChars) {
      return false;
    }
    if (needed > out.length) {
      out = Arrays.copyOf(out, (int) Math.min(outMaxChars, Math.max(needed, out.length * 2L)));
    }
    return true;
  }

  /// The next number, its lowest bit first; -1 at the end of the input.
  private int read(int bits) {
    int value = 0;
    for (int i = 0; i < bits; i++) {
      if (windowBits == 0) {
        if (inIndex == in.length()) {
          return -1;
        }
        window = in.charAt(inIndex++) - SHIFT;
        windowBits = BITS_PER_CHAR;
      }
      windowBits--;
      value |= ((window >> windowBits) & 1) << i;
    }
    return value;
  }
}

package sluice.token.source;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Compresses to lz-string's UTF-16 form, the slow and obvious way, as an opponent for `LzString`.
final class LzStringCompressor {
  private final StringBuilder out = new StringBuilder();
  private final Map<String, Integer> codes = new HashMap<>();
  private final Set<String> unwritten = new HashSet<>();
  private int bits;
  private int bitCount;
  private int codeBits = 2;
  private int codesLeft = 2;

  static String compressToUtf16(String text) {
    return new LzStringCompressor().run(text);
  }

  private String run(String text) {
    String phrase = "";
    for (int i = 0; i < text.length(); i++) {
      String unit = text.substring(i, i + 1);
      if (!codes.containsKey(unit)) {
        codes.put(unit, codes.size() + 3);
        unwritten.add(unit);
      }
      String longer = phrase + unit;
      if (codes.containsKey(longer)) {
        phrase = longer;
      } else {
        write(phrase);
        codes.put(longer, codes.size() + 3);
        phrase = unit;
      }
    }
    if (!phrase.isEmpty()) {
      write(phrase);
    }
    writeBits(2, codeBits);
    while (bitCount > 0) {
      writeBits(0, 1);
    }
    return out.append(' ').toString();
  }

  private void write(String phrase) {
    if (unwritten.remove(phrase)) {
      char unit = phrase.charAt(0);
      writeBits(unit < 256 ? 0 : 1, codeBits);
      writeBits(unit, unit < 256 ? 8 : 16);
      used();
    } else {
      writeBits(codes.getOrDefault(phrase, -1), codeBits);
    }
    used();
  }

  private void used() {
    if (--codesLeft == 0) {
      codesLeft = 1 << codeBits;
      codeBits++;
    }
  }

  private void writeBits(int value, int count) {
    for (int i = 0; i < count; i++) {
      bits = (bits << 1) | ((value >> i) & 1);
      if (++bitCount == 15) {
        out.append((char) (bits + 32));
        bits = 0;
        bitCount = 0;
      }
    }
  }
}

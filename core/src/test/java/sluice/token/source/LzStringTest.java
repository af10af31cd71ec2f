package sluice.token.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class LzStringTest {
  private static final int MAX = 10_000_000;

  /// Outputs of the npm package `lz-string`, `compressToUTF16`.
  @Test
  void knownText_isDecompressed() {
    assertEquals("", LzString.decompressFromUtf16("\u2020 ", MAX));
    assertEquals(
        "Hello, world",
        LzString.decompressFromUtf16("\u0262\u4c2d\u4c3e\u6054@\u3bc4\u0293F\u2020 ", MAX));
    assertEquals("a".repeat(24), LzString.decompressFromUtf16("\u10e6\u5f3a\u2020 ", MAX));
    assertEquals(
        "\u00fc\u4e2d\ud83d\ude00 token",
        LzString.decompressFromUtf16(
            "\u0812\u6905\u17a3\u3820\u3da0\u102b\u420c\u06d0\u14e0\u3b40 ", MAX));
  }

  @Test
  void randomTexts_comeBack() {
    long seed = 42;
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      StringBuilder text = new StringBuilder();
      int alphabet = 1 + random.nextInt(round % 5 == 0 ? 60_000 : 20);
      for (int i = random.nextInt(2_000); i > 0; i--) {
        text.append((char) random.nextInt(alphabet));
      }

      String back =
          LzString.decompressFromUtf16(LzStringCompressor.compressToUtf16(text.toString()), MAX);

      assertEquals(text.toString(), back, "seed " + seed + ", round " + round);
    }
  }

  @Test
  void everyCut_isRefused() {
    String text = "{\"core\":{\"color\":{\"value\":\"#fff\"}}}";
    String compressed = LzStringCompressor.compressToUtf16(text);
    for (int length = 0; length < compressed.length() - 1; length++) {
      assertNotEquals(
          text,
          LzString.decompressFromUtf16(compressed.substring(0, length), MAX),
          "cut at " + length);
    }
  }

  @Test
  void randomInput_neverThrows() {
    Random random = new Random(7);
    for (int round = 0; round < 5_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(200); i > 0; i--) {
        text.append((char) random.nextInt(65_536));
      }

      LzString.decompressFromUtf16(text.toString(), 1_000);
    }
  }

  @Test
  void outputBeyondTheLimit_isRefused() {
    String compressed = LzStringCompressor.compressToUtf16("a".repeat(100_000));

    assertNull(LzString.decompressFromUtf16(compressed, 99_999));
    assertEquals("a".repeat(100_000), LzString.decompressFromUtf16(compressed, 100_000));
  }
}

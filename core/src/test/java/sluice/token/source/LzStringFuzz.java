package sluice.token.source;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import sluice.fuzz.FuzzTarget;

/// Compressed texts of any characters: none, or a text within the limit that comes back when it is
/// compressed and decompressed; and any text comes back.
public final class LzStringFuzz implements FuzzTarget {
  private static final int OUT_MAX_CHARS = 20_000;

  @Override
  public List<byte[]> seeds() {
    return List.of(
        LzStringCompressor.compressToUtf16("").getBytes(UTF_16BE),
        LzStringCompressor.compressToUtf16("aaaaaaaaaaaaaaaa").getBytes(UTF_16BE),
        LzStringCompressor.compressToUtf16("{\"core\":{\"größe\":{\"value\":\"8 €\"}}}")
            .getBytes(UTF_16BE));
  }

  @Override
  public void check(byte[] input, Path folder) {
    char[] units = new char[input.length / 2];
    for (int i = 0; i < units.length; i++) {
      units[i] = (char) (((input[2 * i] & 0xFF) << 8) | (input[2 * i + 1] & 0xFF));
    }
    String text = LzString.decompressFromUtf16(new String(units), OUT_MAX_CHARS);
    if (text != null) {
      assertTrue(text.length() <= OUT_MAX_CHARS, "within the limit");
      checkRoundTrip(text);
      if (!text.isEmpty()) {
        assertEquals(
            null, LzString.decompressFromUtf16(new String(units), text.length() - 1), "too long");
      }
    }
    checkRoundTrip(new String(input, UTF_8));
    checkRoundTrip(new String(units));
  }

  private static void checkRoundTrip(String text) {
    assertEquals(
        text,
        LzString.decompressFromUtf16(LzStringCompressor.compressToUtf16(text), text.length()));
  }
}

package sluice.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class JsonTextTest {
  private static final List<String> SPELT = List.of("a", "é", "😀", "\\n", "\\u0061", "\\ud83d");
  private static final List<String> MEANT = List.of("a", "é", "😀", "\n", "a", "\ud83d");

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder();
    JsonText.quote(text, out);
    return out.toString();
  }

  @Test
  void everyEscape_isDecoded() {
    String raw = "\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u00e9 \\u20AC \\ud83d\\ude00 \\u0000.";
    String text = "\" \\ / \b \f \n \r \t é € 😀 \u0000.";
    byte[] bytes = ("\\n" + raw + "\\n").getBytes(UTF_8);

    assertEquals(text, JsonText.decode(raw));
    assertEquals(text, JsonText.decode(bytes, 2, bytes.length - 2));
  }

  @Test
  void textWithoutEscapes_isItself() {
    byte[] bytes = "\\aé€😀\\".getBytes(UTF_8);

    assertEquals("aé€😀", JsonText.decode("aé€😀"));
    assertEquals("aé€😀", JsonText.decode(bytes, 1, bytes.length - 1));
    assertEquals("", JsonText.decode(bytes, 1, 1));
    assertEquals("", JsonText.decode(""));
  }

  @Test
  void bytes_areATextAndNoOther_howeverSpelt() {
    Random random = new Random(3);
    for (int round = 0; round < 1_000; round++) {
      StringBuilder raw = new StringBuilder();
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(5); i > 0; i--) {
        int piece = random.nextInt(SPELT.size());
        raw.append(SPELT.get(piece));
        text.append(MEANT.get(piece));
      }
      byte[] bytes = ("a" + raw + "a").getBytes(UTF_8);
      int to = bytes.length - 1;
      String wanted = text.toString();

      assertEquals(wanted, JsonText.decode(bytes, 1, to));
      assertTrue(JsonText.is(wanted, bytes, 1, to), () -> raw + " is " + text);
      assertFalse(JsonText.is(wanted + "a", bytes, 1, to), () -> raw + " is not longer");
      assertFalse(JsonText.is("b" + wanted, bytes, 1, to));
      if (!wanted.isEmpty()) {
        assertFalse(JsonText.is(wanted.substring(1), bytes, 1, to), () -> raw + " is not shorter");
        assertFalse(JsonText.is(wanted.substring(0, wanted.length() - 1), bytes, 1, to));
        assertFalse(JsonText.is(wanted.substring(0, wanted.length() - 1) + "b", bytes, 1, to));
      }
    }
  }

  @Test
  void onlyWhatMustBe_isEscaped() {
    assertEquals("\"\"", quoted(""));
    assertEquals("\" !/aé€😀\u007F\uFFFF\"", quoted(" !/aé€😀\u007F\uFFFF"));
    assertEquals("\"\\\"\\\\\\n\\r\\t\\b\\f\"", quoted("\"\\\n\r\t\b\f"));
    assertEquals("\"\\u0000\\u000b\\u001f \"", quoted("\u0000\u000b\u001f "));
  }

  @Test
  void halfAPair_isEscaped_andAWholeOneIsNot() {
    String[] high = {"\ud800", "\udbff"};
    String[] low = {"\udc00", "\udfff"};
    String[] escapedHigh = {"\\ud800", "\\udbff"};
    String[] escapedLow = {"\\udc00", "\\udfff"};
    for (int i = 0; i < 2; i++) {
      String pair = high[i] + low[i];
      assertEquals("\"" + pair + "\"", quoted(pair));
      assertEquals("\"" + pair + pair + "\"", quoted(pair + pair));
      assertEquals("\"" + escapedHigh[i] + "\"", quoted(high[i]));
      assertEquals("\"" + escapedLow[i] + "\"", quoted(low[i]));
      assertEquals("\"" + escapedHigh[i] + "x\"", quoted(high[i] + "x"));
      assertEquals("\"x" + escapedLow[i] + "x\"", quoted("x" + low[i] + "x"));
      assertEquals("\"" + escapedLow[i] + escapedHigh[i] + "\"", quoted(low[i] + high[i]));
      assertEquals("\"" + escapedHigh[i] + pair + "\"", quoted(high[i] + pair));
      assertEquals("\"" + pair + escapedLow[i] + "\"", quoted(pair + low[i]));
    }
    assertEquals("\"\ud7ff\ue000\"", quoted("\ud7ff\ue000"));
  }

  @Test
  void everyCharacter_comesBack() {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      String text = "a" + (char) c;
      String quoted = quoted(text);
      byte[] bytes = quoted.getBytes(UTF_8);

      assertEquals(text, JsonText.decode(bytes, 1, bytes.length - 1));
    }
  }
}

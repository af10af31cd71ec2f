package sluice.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.testkit.stream.DribbleInputStream;
import sluice.testkit.stream.FailingInputStream;

/// What is said of text that is refused, skipped or entered; and that nothing else is refused.
final class JsonScannerErrorsTest {
  private static final JsonLimits SMALL = new JsonLimits(100, JsonLimits.BUFFER_SIZE_BYTES_MIN);

  /// In these, `^` stands for a byte 0.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[1 2] | 3 | found '2' where , or ] was expected",
        "[1 !] | 3 | found '!' where , or ] was expected",
        "[1 \u007E\u007F] | 3 | found '~' where , or ] was expected",
        "[1 \u007F] | 3 | found byte 0x7F where , or ] was expected",
        "[1 é] | 3 | found byte 0xC3 where , or ] was expected",
        "[1 ^] | 3 | found byte 0x00 where , or ] was expected",
        "[1} | 2 | found '}' where , or ] was expected",
        "[^] | 1 | found byte 0x00 where a value was expected",
        "[,1] | 1 | found ',' where a value was expected",
        "[t^ue] | 2 | found byte 0x00 where true was expected",
        "[falsy] | 5 | found 'y' where false was expected",
        "[nul] | 4 | found ']' where null was expected",
        "[-] | 2 | found ']' where a digit was expected",
        "[-^] | 2 | found byte 0x00 where a digit was expected",
        "[1.^] | 3 | found byte 0x00 where a digit after the decimal point was expected",
        "[1e+] | 4 | found ']' where a digit of the exponent was expected",
        "{1:2} | 1 | found '1' where a key or } was expected",
        "{^} | 1 | found byte 0x00 where a key or } was expected",
        "{\"a\":1,} | 7 | found '}' where a key was expected",
        "{\"a\":1,^ | 7 | found byte 0x00 where a key was expected",
        "{\"a\":1] | 6 | found ']' where , or } was expected",
        "{\"a\":1^ | 6 | found byte 0x00 where , or } was expected",
        "{\"a\":{\"b\":1 2}} | 12 | found '2' where , or } was expected",
        "{\"a\" 1} | 5 | found '1' where : after a key was expected",
        "{\"a\"^1} | 4 | found byte 0x00 where : after a key was expected",
        "[\"^\"] | 2 | a control character (byte 0) in a string",
        "[\"a\u001F\"] | 3 | a control character (byte 31) in a string",
        "[\"\\ \"] | 2 | an unknown escape \\byte 0x20 in a string",
        "[\"\\x\"] | 2 | an unknown escape \\'x' in a string",
        "[\"\\é\"] | 2 | an unknown escape \\byte 0xC3 in a string",
        "[\"\\u00g0\"] | 2 | a broken \\u escape in a string",
        "{\"\\q\":1} | 2 | an unknown escape \\'q' in a string",
        "{}^ | 2 | text after the end of the document",
        "[] [] | 3 | text after the end of the document",
      })
  void malformedText_isShownWithItsPlace(String text, long offset, String why) {
    byte[] bytes = text.replace('^', '\u0000').getBytes(UTF_8);
    for (int bytesPerRead : new int[] {1, 65_536}) {
      for (boolean enters : new boolean[] {false, true}) {
        assertProblem(ProblemCode.JSON_MALFORMED, offset, why, bytes, bytesPerRead, enters);
      }
    }
  }

  @Test
  void aByte0AtTheStart_isMalformed_notAnEmptyDocument() {
    String why = "found byte 0x00 where a value was expected";

    assertProblem(ProblemCode.JSON_MALFORMED, 0, why, new byte[1], 1, false);
  }

  @Test
  void anUnknownEscapeAtTheVeryEnd_isMalformed_andHalfAnEscapeIsTruncated() {
    String why = "an unknown escape \\'x' in a string";

    assertProblem(ProblemCode.JSON_MALFORMED, 2, why, "[\"\\x".getBytes(UTF_8), 65_536, false);
    for (String half : new String[] {"\\", "\\u", "\\u0", "\\u00e", "é\\", "é\\u00e", "é€\\"}) {
      byte[] bytes = ("[\"" + half).getBytes(UTF_8);
      assertProblem(
          ProblemCode.DOCUMENT_TRUNCATED,
          bytes.length,
          "1 objects and arrays are still open",
          bytes,
          65_536,
          false);
    }
  }

  @Test
  void whatTheWindowHeldBefore_isNotReadAgain() {
    String before = "[" + "\"\\nnn\":".repeat(200).replace(":", ",");
    for (String end : new String[] {"\"é\\", "\"ab\\", "{\"ab", "{\"ab\"", "t", "1.", "\"\u00e9"}) {
      for (int shift = 0; shift < 12; shift++) {
        byte[] bytes = (before + " ".repeat(shift) + end).getBytes(UTF_8);
        for (boolean enters : new boolean[] {false, true}) {
          assertProblem(
              ProblemCode.DOCUMENT_TRUNCATED,
              bytes.length,
              (end.startsWith("{") ? 2 : 1) + " objects and arrays are still open",
              bytes,
              65_536,
              enters);
        }
      }
    }
  }

  @Test
  void tooDeep_isSaidOfTheContainerThatIs() {
    byte[] bytes = (" ".repeat(2_000) + "[".repeat(101)).getBytes(UTF_8);
    String why = "more than 100 objects and arrays are open at once";

    for (boolean enters : new boolean[] {false, true}) {
      assertProblem(ProblemCode.LIMIT_EXCEEDED, 2_100, why, bytes, 7, enters);
      assertProblem(ProblemCode.LIMIT_EXCEEDED, 2_100, why, bytes, 65_536, enters);
    }
  }

  @Test
  void anotherValueThanTheOneEntered_isSaid() {
    Problem noObject =
        assertThrows(SluiceException.class, () -> begun("[]").enterObject()).problem();
    Problem noArray = assertThrows(SluiceException.class, () -> begun("1").enterArray()).problem();

    assertEquals("found '[' where an object was expected", noObject.why());
    assertEquals("found '1' where an array was expected", noArray.why());
  }

  @Test
  void aStreamThatFails_isUnreadableWhereItFails() {
    byte[] bytes = ("[\"" + "x".repeat(3_000) + "\"]").getBytes(UTF_8);
    for (int failAt : new int[] {1, 1_024, 2_500}) {
      InputStream in = new FailingInputStream(new ByteArrayInputStream(bytes), failAt);
      Problem problem =
          assertThrows(
                  SluiceException.class, () -> Passed.pass(new JsonScanner(in, "t", SMALL), false))
              .problem();

      assertEquals(ProblemCode.FILE_UNREADABLE, problem.code());
      assertEquals(new Location.AtByte("t", failAt), problem.where());
    }
  }

  @Test
  void aReadWithoutBytes_isNotTheEnd() {
    InputStream in =
        new ByteArrayInputStream("[true, -1.5e3, \"a\", {}]".getBytes(UTF_8)) {
          private int reads;

          @Override
          public synchronized int read(byte[] into, int from, int count) {
            return reads++ % 3 == 2 ? super.read(into, from, 1) : 0;
          }
        };
    JsonScanner scanner = new JsonScanner(in, "t", SMALL);

    Passed.pass(scanner, true);

    assertEquals(23, scanner.offset());
  }

  @Test
  void everyCharacter_isPassed() {
    StringBuilder all = new StringBuilder("[\"");
    for (int c = 0x20; c <= Character.MAX_CODE_POINT; c += c < 0x1_1000 ? 1 : 0xFF) {
      if (c != '"' && c != '\\' && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)) {
        all.appendCodePoint(c);
      }
    }
    byte[] bytes =
        all.appendCodePoint(Character.MAX_CODE_POINT).append("\"]").toString().getBytes(UTF_8);
    JsonScanner scanner = new JsonScanner(new ByteArrayInputStream(bytes), "t", SMALL);

    Passed.pass(scanner, false);

    assertEquals(bytes.length, scanner.offset());
  }

  @Test
  void bytesThatAreNoCharacter_areRefusedAsThePlatformDoes() {
    int[] edges = {0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0};
    for (int lead = 0x80; lead <= 0xFF; lead++) {
      for (int second : edges) {
        for (int third : new int[] {0x80, 0xC0}) {
          byte[] bytes = {'"', (byte) lead, (byte) second, (byte) third, (byte) third, ' ', '"'};
          boolean isRefused = !decodes(bytes);
          assertEquals(isRefused, isRefused(bytes), lead + " " + second + " " + third);
        }
      }
    }
  }

  @Test
  void aByteThatCannotFollow_isNamed() {
    Map<String, byte[]> wrong =
        Map.of(
            "byte 0x80 cannot start a character", new byte[] {'"', (byte) 0x80, '"'},
            "byte 0x9F cannot follow byte 0xE0", new byte[] {'"', (byte) 0xE0, (byte) 0x9F, '"'},
            "byte 0x22 cannot follow byte 0xC3", new byte[] {'"', (byte) 0xC3, '"'});

    wrong.forEach(
        (why, bytes) -> assertProblem(ProblemCode.ENCODING_INVALID, 1, why, bytes, 65_536, false));
  }

  private static boolean isRefused(byte[] bytes) {
    try {
      Passed.pass(new JsonScanner(new ByteArrayInputStream(bytes), "t", SMALL), false);
      return false;
    } catch (SluiceException e) {
      assertEquals(ProblemCode.ENCODING_INVALID, e.problem().code());
      return true;
    }
  }

  private static boolean decodes(byte[] bytes) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException _) {
      return false;
    }
  }

  private static JsonScanner begun(String text) {
    JsonScanner scanner =
        new JsonScanner(new ByteArrayInputStream(text.getBytes(UTF_8)), "t", SMALL);
    scanner.begin();
    return scanner;
  }

  private static void assertProblem(
      ProblemCode code, long offset, String why, byte[] bytes, int bytesPerRead, boolean enters) {
    InputStream in = new DribbleInputStream(new ByteArrayInputStream(bytes), bytesPerRead);
    Problem problem =
        assertThrows(
                SluiceException.class,
                () -> Passed.pass(new JsonScanner(in, "t", SMALL), enters),
                () -> new String(bytes, UTF_8))
            .problem();
    assertEquals(why, problem.why());
    assertEquals(code, problem.code());
    assertEquals(new Location.AtByte("t", offset), problem.where());
  }
}

package sluice.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

class JsonScannerTest {
  private static final ObjectMapper JACKSON = JsonMapper.builder().build();
  private static final JsonLimits SMALL = new JsonLimits(100, JsonLimits.BUFFER_SIZE_BYTES_MIN);
  private static final String SAMPLE =
      """
      {"id":"0:1","größe":[1,-2.5e-8,0,-0.0,1E+3],"t":true,"f":false,"n":null,
       "text":"a\\"b\\\\c\\u00e9\\ud83d\\ude00 ü €  😀","o":{},"a":[],"deep":[[[{"x":[{}]}]]]}\
      """;

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 65_536})
  void validText_isPassedWhole_howeverItArrives(int bytesPerRead) {
    byte[] bytes = SAMPLE.getBytes(StandardCharsets.UTF_8);

    JsonScanner scanner = scanner(bytes, bytesPerRead, SMALL);
    scanner.begin();
    scanner.skipValue();
    scanner.end();

    assertEquals(bytes.length, scanner.offset());
  }

  @Test
  void everyPrefix_isReportedAsTruncated() {
    byte[] bytes = SAMPLE.getBytes(StandardCharsets.UTF_8);

    for (int size = 1; size < bytes.length; size++) {
      ProblemCode code = failure(java.util.Arrays.copyOf(bytes, size));
      assertEquals(ProblemCode.DOCUMENT_TRUNCATED, code, "cut at " + size);
    }
  }

  @Test
  void emptyInput_andOnlyWhiteSpace_areEmpty() {
    assertEquals(ProblemCode.DOCUMENT_EMPTY, failure(new byte[0]));
    assertEquals(ProblemCode.DOCUMENT_EMPTY, failure(" \n\t ".getBytes(StandardCharsets.UTF_8)));
    assertEquals(
        ProblemCode.DOCUMENT_EMPTY, failure(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1,]",
        "[,1]",
        "{\"a\":1,}",
        "{\"a\" 1}",
        "{a:1}",
        "[1}",
        "{\"a\":1]",
        "[01]",
        "[1.]",
        "[.5]",
        "[+1]",
        "[1e]",
        "[- 1]",
        "[tru]",
        "[nul1]",
        "[\"\\x\"]",
        "[\"\\u12g4\"]",
        "[\"\u0001\"]",
        "[1 2]",
        "[1]]",
        "{} {}",
        "[NaN]"
      })
  void brokenText_isMalformed(String text) {
    assertEquals(ProblemCode.JSON_MALFORMED, failure(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void invalidUtf8_isReportedWithItsByte() {
    int[][] bad = {
      {0x80},
      {0xC0, 0x80},
      {0xC1, 0xBF},
      {0xC3, 0x28},
      {0xE0, 0x80, 0x80},
      {0xED, 0xA0, 0x80},
      {0xF0, 0x80, 0x80, 0x80},
      {0xF4, 0x90, 0x80, 0x80},
      {0xF5, 0x80, 0x80, 0x80},
      {0xFF}
    };
    for (int[] sequence : bad) {
      byte[] bytes = new byte[sequence.length + 4];
      bytes[0] = '[';
      bytes[1] = '"';
      for (int i = 0; i < sequence.length; i++) {
        bytes[2 + i] = (byte) sequence[i];
      }
      bytes[bytes.length - 2] = '"';
      bytes[bytes.length - 1] = ']';

      assertEquals(ProblemCode.ENCODING_INVALID, failure(bytes));
    }
  }

  @Test
  void nestingBeyondTheLimit_isRefused_andAtTheLimit_isNot() {
    String atLimit = "[".repeat(100) + "]".repeat(100);
    String beyond = "[".repeat(101) + "]".repeat(101);

    JsonScanner scanner = scanner(atLimit.getBytes(StandardCharsets.UTF_8), 7, SMALL);
    scanner.begin();
    scanner.skipValue();

    assertEquals(ProblemCode.LIMIT_EXCEEDED, failure(beyond.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void byteOrderMark_isPassed_andCounts() {
    byte[] bytes = "\uFEFF[1]".getBytes(StandardCharsets.UTF_8);

    JsonScanner scanner = scanner(bytes, 1, SMALL);
    scanner.begin();

    assertEquals(3, scanner.offset());
    scanner.skipValue();
    scanner.end();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 65_536})
  void keysAndValues_areFoundWhereTheyLie(int bytesPerRead) {
    String json = "{ \"id\" : \"x\" ,\"\\u0069d\":7,\"other\":{\"id\":[1, 2]}}";
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    KeySet keys = new KeySet(List.of("id"));
    CaptureBuffer capture = new CaptureBuffer(1000);

    JsonScanner scanner = scanner(bytes, bytesPerRead, SMALL);
    scanner.begin();
    assertTrue(scanner.enterObject());
    scanner.key();
    assertEquals(0, scanner.keyIn(keys));
    assertEquals(2, scanner.keyOffset());
    scanner.captureValue(capture);
    assertTrue(scanner.nextMember());
    scanner.key();
    assertEquals(0, scanner.keyIn(keys));
    assertEquals("id", scanner.keyText());
    scanner.captureValue(capture);
    assertTrue(scanner.nextMember());
    scanner.key();
    assertEquals(-1, scanner.keyIn(keys));
    scanner.captureValue(capture);
    assertEquals(false, scanner.nextMember());
    scanner.end();

    assertEquals(
        "\"x\"7{\"id\":[1, 2]}",
        new String(capture.bytes(), 0, capture.length(), StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 900, 65_536})
  void longWhiteSpaceAroundAKey_keepsTheKey(int bytesPerRead) {
    String blank = " ".repeat(5000);
    String json = "{" + blank + "\"id\"" + blank + ":" + blank + "1}";

    JsonScanner scanner = scanner(json.getBytes(StandardCharsets.UTF_8), bytesPerRead, SMALL);
    scanner.begin();
    scanner.enterObject();
    scanner.key();

    assertEquals("id", scanner.keyText());
    assertEquals(0, scanner.keyIn(new KeySet(List.of("id"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\n", "\\ud83d", "é", "€", "😀"})
  void theLongestKey_isKnownHoweverItEndsAndHoweverFewBytesCome(String end) {
    int size = JsonScanner.KEY_SIZE_BYTES_MAX - end.getBytes(StandardCharsets.UTF_8).length;
    String key = "\\t" + "k".repeat(size - 2) + end;
    byte[] json = "{\"%s\":1}".formatted(key).getBytes(StandardCharsets.UTF_8);

    for (int bytesPerRead : new int[] {1, 7, 65_536}) {
      JsonScanner scanner = scanner(json, bytesPerRead, SMALL);
      scanner.begin();
      scanner.enterObject();
      scanner.key();

      assertTrue(scanner.keyText().startsWith("\tkkk"), scanner.keyText());
      assertEquals('1', scanner.peek());
    }
  }

  @Test
  void captureLargerThanItsBound_isDroppedAndSaid() {
    CaptureBuffer capture = new CaptureBuffer(10);

    JsonScanner scanner = scanner("\"0123456789\"".getBytes(StandardCharsets.UTF_8), 3, SMALL);
    scanner.begin();
    scanner.captureValue(capture);

    assertTrue(capture.overflowed());
  }

  @Test
  void randomDamage_isJudgedAsJacksonJudgesIt() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    byte[] good = SAMPLE.getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = good.clone();
      int changes = 1 + random.nextInt(2);
      for (int i = 0; i < changes; i++) {
        bytes[random.nextInt(bytes.length)] =
            (byte) "{}[]\",:\\0-. eEnu\u0001\u0080é".charAt(random.nextInt(19));
      }
      boolean ours = accepts(bytes);
      boolean theirs = jacksonAccepts(bytes);
      assertEquals(
          theirs, ours, () -> "seed " + seed + ": " + new String(bytes, StandardCharsets.UTF_8));
    }
  }

  @Test
  void randomDamage_isJudgedAtTheSamePlace_howeverItArrives() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    byte[] good = SAMPLE.getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = good.clone();
      for (int i = random.nextInt(3); i > 0; i--) {
        bytes[random.nextInt(bytes.length)] =
            (byte) "{}[]\",:\\0-. eEnu\u0001\u0080é".charAt(random.nextInt(19));
      }
      String atOnce = verdict(bytes, bytes.length);
      String byteByByte = verdict(bytes, 1);
      assertEquals(
          byteByByte,
          atOnce,
          () -> "seed " + seed + ": " + new String(bytes, StandardCharsets.UTF_8));
    }
  }

  @Test
  void nesting_isCountedAlike_howeverItArrives() {
    for (String opened : new String[] {"[", "{\"a\":", "[{\"a\":"}) {
      for (int depth = 55; depth <= 140; depth++) {
        String text = opened.repeat(depth) + "{}" + ",1]".repeat(3);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertEquals(verdict(bytes, 1), verdict(bytes, bytes.length), text);
      }
    }
  }

  /// Where a value ends, or what is wrong with it and where.
  private static String verdict(byte[] bytes, int bytesPerRead) {
    JsonScanner scanner = scanner(bytes, bytesPerRead, new JsonLimits(100, 4096));
    try {
      scanner.begin();
      scanner.skipValue();
      return "ends at " + scanner.offset();
    } catch (SluiceException e) {
      return e.problem().render();
    }
  }

  private static boolean accepts(byte[] bytes) {
    try {
      JsonScanner scanner = scanner(bytes, 5, SMALL);
      scanner.begin();
      scanner.skipValue();
      scanner.end();
      return true;
    } catch (SluiceException e) {
      return false;
    }
  }

  private static boolean jacksonAccepts(byte[] bytes) {
    try (tools.jackson.core.JsonParser parser = JACKSON.createParser(bytes)) {
      while (parser.nextToken() != null) {
        // Strings are checked when they are asked for.
        parser.getString();
      }
      return !new String(bytes, StandardCharsets.UTF_8).contains("\uFFFD");
    } catch (JacksonException e) {
      return false;
    }
  }

  private static ProblemCode failure(byte[] bytes) {
    SluiceException failure =
        assertThrows(
            SluiceException.class,
            () -> {
              JsonScanner scanner = scanner(bytes, 7, SMALL);
              scanner.begin();
              scanner.skipValue();
              scanner.end();
            },
            () -> new String(bytes, StandardCharsets.UTF_8));
    return failure.problem().code();
  }

  private static JsonScanner scanner(byte[] bytes, int bytesPerRead, JsonLimits limits) {
    InputStream in =
        new ByteArrayInputStream(bytes) {
          @Override
          public synchronized int read(byte[] target, int from, int count) {
            return super.read(target, from, Math.min(count, bytesPerRead));
          }
        };
    return new JsonScanner(in, "test.json", limits);
  }
}

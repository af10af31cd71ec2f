package sluice.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.testkit.stream.DribbleInputStream;

/// Documents made at random, walked in every way a caller may choose, against what is known of
/// them.
final class JsonScannerWalkTest {
  private static final int DOCUMENTS = 200;
  private static final int FEWER_DOCUMENTS = 80;
  private static final JsonLimits SMALL = new JsonLimits(100, JsonLimits.BUFFER_SIZE_BYTES_MIN);
  private static final KeySet NAMES = new KeySet(RandomJson.NAMES);
  private static final int CAPTURE_SIZE_BYTES_MAX = 1 << 20;

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 65_536})
  void everything_isFoundWhereItLies_howeverItArrives(int bytesPerRead) {
    for (int seed = 0; seed < DOCUMENTS; seed++) {
      RandomJson json = new RandomJson(seed, false);

      new Walk(json, scanner(json.bytes(), bytesPerRead, SMALL), new Random(seed), false).all();
    }
  }

  @Test
  void everything_isFoundWhereItLies_inOneWindow() {
    for (int seed = 0; seed < FEWER_DOCUMENTS; seed++) {
      RandomJson json = new RandomJson(seed, false);

      new Walk(
              json,
              scanner(json.bytes(), 1 << 20, new JsonLimits(100, 1 << 16)),
              new Random(seed),
              true)
          .all();
    }
  }

  @Test
  void aCutDocument_isTruncatedWhereItEnds_howeverItIsRead() {
    Random random = new Random(5);
    for (int seed = 0; seed < FEWER_DOCUMENTS; seed++) {
      RandomJson json = new RandomJson(seed, false);
      int from = json.root().from() + 1;
      for (int round = 0; round < 4; round++) {
        int cut = from + random.nextInt(json.root().to() - from);
        byte[] bytes = Arrays.copyOf(json.bytes(), cut);
        String expected = "%,d objects and arrays are still open".formatted(open(json.root(), cut));
        int bytesPerRead = 1 + random.nextInt(2_000);

        for (boolean enters : new boolean[] {false, true}) {
          Problem problem =
              assertThrows(
                      SluiceException.class,
                      () -> Passed.pass(scanner(bytes, bytesPerRead, SMALL), enters),
                      "seed " + seed + ", cut at " + cut)
                  .problem();
          assertEquals(ProblemCode.DOCUMENT_TRUNCATED, problem.code());
          assertEquals(new Location.AtByte("test.json", cut), problem.where());
          assertEquals(expected, problem.why(), "seed " + seed + ", cut at " + cut);
        }
      }
    }
  }

  @Test
  void aDamagedDocument_failsAlike_skippedOrEntered_howeverItArrives() {
    Random random = new Random(6);
    byte[] damage = "{}[]\",:\\0-. eEnu\u0000\u0001\u007Fé".getBytes(UTF_8);
    for (int seed = 0; seed < FEWER_DOCUMENTS; seed++) {
      byte[] bytes = new RandomJson(seed, false).bytes();
      bytes[random.nextInt(bytes.length)] = damage[random.nextInt(damage.length)];

      String expected = verdict(scanner(bytes, 65_536, new JsonLimits(100, 1 << 16)), false);
      for (int bytesPerRead : new int[] {1, 7, 65_536}) {
        assertEquals(expected, verdict(scanner(bytes, bytesPerRead, SMALL), false), "seed " + seed);
        assertEquals(expected, verdict(scanner(bytes, bytesPerRead, SMALL), true), "seed " + seed);
      }
    }
  }

  /// Every size a key may have, and every way its last character may be written.
  @ParameterizedTest
  @ValueSource(ints = {1, 255, 258, 259, 65_536})
  void aKeyOfUpTo256Bytes_isKnown_whateverItEndsWith(int bytesPerRead) {
    String[] ends = {"x", "é", "€", "😀", "\\n", "\\u00e9", "\\ud83d\\ude00"};
    for (String end : ends) {
      for (int size = 240; size <= 260; size++) {
        String raw = "k".repeat(size - end.getBytes(UTF_8).length) + end;
        String text = JsonText.decode(raw);
        String name = size <= JsonScanner.KEY_SIZE_BYTES_MAX ? text : "";
        KeySet keys = new KeySet(List.of("other", text));
        for (int before = 0; before < 3; before++) {
          String json = " ".repeat(700 * before) + "{\"" + raw + "\":1" + " ".repeat(9) + "}";
          JsonScanner scanner = scanner(json.getBytes(UTF_8), bytesPerRead, SMALL);
          scanner.begin();
          assertTrue(scanner.enterObject());
          scanner.key();

          assertEquals(name, scanner.keyText(), size + " bytes, at the end " + end);
          assertEquals(name.isEmpty() ? -1 : 1, scanner.keyIn(keys));
        }
      }
    }
  }

  @Test
  void indent_isTheWhiteSpaceBeforeTheLastKey() {
    String json = "{\n  \"a\":1,\r\n\t\"b\":2,\"c\":3, \"d\":4," + " ".repeat(129) + "\"e\":5}";
    String[] indents = {"\n  ", "\r\n\t", "", " ", " "};
    JsonScanner scanner = scanner(json.getBytes(UTF_8), 65_536, SMALL);
    scanner.begin();

    boolean more = scanner.enterObject();
    for (String indent : indents) {
      assertTrue(more);
      scanner.key();
      assertEquals(indent, scanner.indent());
      scanner.skipValue();
      more = scanner.nextMember();
    }
    assertFalse(more);
  }

  @Test
  void containersThatWereLeft_doNotCountAsOpen() {
    String json = "[" + "{},[],{\"a\":[1]},".repeat(200) + "{}]";
    byte[] bytes = json.getBytes(UTF_8);

    Passed.pass(scanner(bytes, 7, new JsonLimits(3, JsonLimits.BUFFER_SIZE_BYTES_MIN)), true);
    Passed.pass(scanner(bytes, 7, new JsonLimits(3, JsonLimits.BUFFER_SIZE_BYTES_MIN)), false);
  }

  private static int open(RandomJson.Value value, int cut) {
    if (!value.isContainer() || value.from() >= cut || value.to() <= cut) {
      return 0;
    }
    int open = 1;
    for (RandomJson.Value item : value.items()) {
      open += open(item, cut);
    }
    return open;
  }

  private static String verdict(JsonScanner scanner, boolean enters) {
    try {
      Passed.pass(scanner, enters);
      return "ends at " + scanner.offset();
    } catch (SluiceException e) {
      return e.problem().render();
    }
  }

  private static JsonScanner scanner(byte[] bytes, int bytesPerRead, JsonLimits limits) {
    return new JsonScanner(
        new DribbleInputStream(new ByteArrayInputStream(bytes), bytesPerRead), "test.json", limits);
  }

  /// One walk over one document; some values are entered, some captured, some skipped.
  ///
  /// @param isWhole whether the window never moves, so that white space before keys is known
  private record Walk(RandomJson json, JsonScanner scanner, Random choice, boolean isWhole) {
    void all() {
      scanner.begin();
      value(json.root());
      scanner.end();
      assertEquals(json.bytes().length, scanner.offset());
    }

    private void value(RandomJson.Value value) {
      assertEquals(value.kind(), scanner.peek());
      assertEquals(value.from(), scanner.offset());
      int chosen = value == json.root() ? 5 : choice.nextInt(10);
      if (chosen == 0) {
        scanner.skipValue();
      } else if (chosen == 1 || !value.isContainer()) {
        capture(value);
      } else if (value.kind() == '{') {
        object(value);
      } else {
        array(value);
      }
      assertEquals(value.to(), scanner.offset());
    }

    private void capture(RandomJson.Value value) {
      CaptureBuffer captured = new CaptureBuffer(CAPTURE_SIZE_BYTES_MAX);
      scanner.captureValue(captured);
      assertArrayEquals(
          Arrays.copyOfRange(json.bytes(), value.from(), value.to()),
          Arrays.copyOf(captured.bytes(), captured.length()));
    }

    private void object(RandomJson.Value object) {
      boolean more = scanner.enterObject();
      for (int i = 0; i < object.items().size(); i++) {
        assertTrue(more);
        RandomJson.Key key = object.keys().get(i);
        scanner.key();
        boolean isKnown = key.size() <= JsonScanner.KEY_SIZE_BYTES_MAX;
        assertEquals(isKnown ? key.text() : "", scanner.keyText());
        assertEquals(isKnown ? RandomJson.NAMES.indexOf(key.text()) : -1, scanner.keyIn(NAMES));
        assertEquals(key.from(), scanner.keyOffset());
        indent(key);
        value(object.items().get(i));
        more = scanner.nextMember();
      }
      assertFalse(more);
    }

    private void indent(RandomJson.Key key) {
      if (isWhole && key.indent().length() <= JsonScanner.INDENT_SIZE_BYTES_MAX) {
        assertEquals(key.indent(), scanner.indent());
      } else {
        assertTrue(scanner.indent().isBlank());
      }
    }

    private void array(RandomJson.Value array) {
      boolean more = scanner.enterArray();
      for (RandomJson.Value item : array.items()) {
        assertTrue(more);
        scanner.peek();
        value(item);
        more = scanner.nextElement();
      }
      assertFalse(more);
    }
  }
}

package sluice.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.json.CaptureBuffer;
import sluice.json.JsonLimits;
import sluice.json.JsonNumber;
import sluice.json.JsonScanner;
import sluice.json.JsonText;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.testkit.stream.DribbleInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// The scanner over any bytes: it sees the same whether it skips or enters, however few bytes come
/// at a time, and the same as Jackson.
final class JsonFuzz implements FuzzTarget {
  private static final int[] BYTES_PER_READ = {1, 3, 7, 65_536};
  private static final JsonLimits SMALL = new JsonLimits(100, JsonLimits.BUFFER_SIZE_BYTES_MIN);

  /// Of half a pair written as an escape in a key, which is JSON, and which Jackson refuses.
  private static final List<String> NO_OPINION = List.of("no opinion");

  private static final String KEY = "key ";
  private static final int LONG_KEY_CHARS_MIN = JsonScanner.KEY_SIZE_BYTES_MAX / 6;
  private static final int CAPTURE_SIZE_BYTES_MAX = 1 << 20;

  private static final JsonFactory JACKSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(10_000)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  @Override
  public List<byte[]> seeds() {
    return List.of(
        "{\"id\":\"0:1\",\"größe\":[1,-2.5e-8,0,-0.0,1E+3],\"t\":true,\"f\":false,\"n\":null}"
            .getBytes(UTF_8),
        " {\"text\":\"a\\\"b\\\\c\\u00e9\\ud83d\\ude00 ü €  😀\",\"o\":{},\"a\":[]}\n"
            .getBytes(UTF_8),
        "[[[{\"x\":[{}]}]],\"\\/\\b\\f\\n\\r\\t\", 12345678901234567, 0.1234567890123456789]"
            .getBytes(UTF_8),
        "\uFEFF{\"%s\" : \"%s\"}".formatted("k".repeat(300), "v".repeat(1_100)).getBytes(UTF_8));
  }

  /// How it ended: every event, or where and why not.
  private record Seen(List<String> events, String end) {}

  @Override
  public void check(byte[] input, Path folder) {
    Seen skipped = skip(input, 65_536);
    Seen walked = walk(input, 65_536);
    assertEquals(skipped.end(), walked.end(), "skipping and entering end alike");
    for (int bytesPerRead : BYTES_PER_READ) {
      assertEquals(skipped, skip(input, bytesPerRead), bytesPerRead + " bytes per read");
      assertEquals(walked, walk(input, bytesPerRead), bytesPerRead + " bytes per read");
    }
    if (walked.end().contains(ProblemCode.LIMIT_EXCEEDED.text())) {
      return;
    }
    List<String> expected = jackson(input);
    if (NO_OPINION.equals(expected)) {
      return;
    }
    boolean accepted = walked.end().isEmpty();
    assertEquals(expected != null, accepted, "as Jackson has it; " + walked.end());
    if (expected != null) {
      assertSame(expected, walked.events());
    }
  }

  /// The scanner has no text for a key of more than 256 bytes, which may be that few characters
  /// when each is written as an escape.
  private static void assertSame(List<String> expected, List<String> events) {
    List<String> known = new ArrayList<>(events);
    for (int i = 0; i < Math.min(events.size(), expected.size()); i++) {
      if (events.get(i).equals(KEY)
          && expected.get(i).length() > KEY.length() + LONG_KEY_CHARS_MIN) {
        known.set(i, expected.get(i));
      }
    }
    assertEquals(expected, known);
  }

  private static JsonScanner scanner(byte[] input, int bytesPerRead) {
    return new JsonScanner(
        new DribbleInputStream(new ByteArrayInputStream(input), bytesPerRead), "fuzz", SMALL);
  }

  private static Seen skip(byte[] input, int bytesPerRead) {
    JsonScanner scanner = scanner(input, bytesPerRead);
    try {
      scanner.begin();
      scanner.skipValue();
      scanner.end();
      return new Seen(List.of(), "");
    } catch (SluiceException e) {
      return new Seen(List.of(), e.problem().render());
    }
  }

  private static Seen walk(byte[] input, int bytesPerRead) {
    JsonScanner scanner = scanner(input, bytesPerRead);
    List<String> events = new ArrayList<>();
    try {
      scanner.begin();
      value(scanner, events);
      scanner.end();
      return new Seen(events, "");
    } catch (SluiceException e) {
      return new Seen(events, e.problem().render());
    }
  }

  private static void value(JsonScanner scanner, List<String> events) {
    switch (scanner.peek()) {
      case '{' -> {
        events.add("{");
        for (boolean more = scanner.enterObject(); more; more = scanner.nextMember()) {
          scanner.key();
          events.add(KEY + scanner.keyText());
          value(scanner, events);
        }
        events.add("}");
      }
      case '[' -> {
        events.add("[");
        for (boolean more = scanner.enterArray(); more; more = scanner.nextElement()) {
          value(scanner, events);
        }
        events.add("]");
      }
      default -> events.add(scalar(scanner));
    }
  }

  private static String scalar(JsonScanner scanner) {
    CaptureBuffer captured = new CaptureBuffer(CAPTURE_SIZE_BYTES_MAX);
    scanner.captureValue(captured);
    byte[] bytes = captured.bytes();
    int to = captured.length();
    return switch (bytes[0]) {
      case '"' -> "text " + JsonText.decode(bytes, 1, to - 1);
      case 't', 'f', 'n' -> new String(bytes, 0, to, UTF_8);
      default -> "number " + Double.doubleToLongBits(JsonNumber.parse(bytes, 0, to));
    };
  }

  /// The same events by Jackson, null when it refuses. It reads characters here, which the platform
  /// makes of the bytes: its own reading of bytes takes surrogates.
  private static @Nullable List<String> jackson(byte[] input) {
    boolean marked =
        input.length >= 3
            && input[0] == (byte) 0xEF
            && input[1] == (byte) 0xBB
            && input[2] == (byte) 0xBF;
    byte[] bytes = marked ? Arrays.copyOfRange(input, 3, input.length) : input;
    List<String> events = new ArrayList<>();
    int values = 0;
    int nesting = 0;
    try (JsonParser parser =
        JACKSON.createParser(
            ObjectReadContext.empty(),
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString())) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        values += nesting == 0 ? 1 : 0;
        nesting += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        events.add(event(parser, token));
      }
    } catch (JacksonException e) {
      return String.valueOf(e.getMessage()).contains("surrogate") ? NO_OPINION : null;
    } catch (CharacterCodingException _) {
      return null;
    }
    return values == 1 ? events : null;
  }

  private static String event(JsonParser parser, JsonToken token) {
    return switch (token) {
      case START_OBJECT -> "{";
      case END_OBJECT -> "}";
      case START_ARRAY -> "[";
      case END_ARRAY -> "]";
      case PROPERTY_NAME -> KEY + parser.currentName();
      case VALUE_STRING -> "text " + parser.getString();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          "number " + Double.doubleToLongBits(Double.parseDouble(parser.getString()));
      default -> parser.getString();
    };
  }
}

package sluice.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

class JsonLinesTest {
  /// Gives at most seven bytes at a time.
  private static InputStream dribble(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
      @Override
      public synchronized int read(byte[] into, int from, int count) {
        return super.read(into, from, Math.min(count, 7));
      }
    };
  }

  private static List<String> lines(InputStream in) throws Exception {
    JsonLines lines = new JsonLines(in);
    List<String> read = new ArrayList<>();
    while (lines.next()) {
      read.add(
          new String(
              lines.bytes(), lines.from(), lines.to() - lines.from(), StandardCharsets.UTF_8));
    }
    return read;
  }

  @Test
  void linesOfEveryLength_comeOutWhole() throws Exception {
    List<String> written = new ArrayList<>();
    for (int size = 0; size < 200; size++) {
      written.add("ö".repeat(size));
    }
    written.add("x".repeat(200_000));
    written.add("{}");
    String text = String.join("\n", written) + "\n";

    assertEquals(written, lines(dribble(text)));
    assertEquals(written, lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void lines_aroundTheBuffersSize_comeOutWhole() throws Exception {
    for (int size = 64 * 1024 - 3; size <= 64 * 1024 + 1; size++) {
      for (int before = 0; before < 2; before++) {
        List<String> written =
            List.of("b".repeat(before), "x".repeat(size), "", "é", "y".repeat(9));
        String text = String.join("\n", written) + "\n";

        assertEquals(
            written, lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
      }
    }
  }

  @Test
  void aLastLineWithoutItsEnd_isNone() throws Exception {
    assertEquals(List.of("a", ""), lines(dribble("a\n\nhalf a line")));
  }

  @Test
  void aLineBeyondTheBound_isRefused_withABufferOfThatSize() {
    JsonLines beyond = new JsonLines(endless(JsonLines.LINE_SIZE_BYTES_MAX));
    SluiceException failure = assertThrows(SluiceException.class, beyond::next);
    assertEquals(ProblemCode.LIMIT_EXCEEDED, failure.problem().code());
    assertEquals(JsonLines.LINE_SIZE_BYTES_MAX, beyond.bytes().length);
  }

  /// One line of so many bytes, then line ends for ever.
  private static InputStream endless(int size) {
    return new InputStream() {
      private int given;

      @Override
      public int read() {
        return given++ < size ? 0 : '\n';
      }

      @Override
      public int read(byte[] into, int from, int count) {
        if (given >= size) {
          into[from] = '\n';
          return 1;
        }
        int some = Math.min(count, size - given);
        given += some;
        return some;
      }
    };
  }

  @Test
  void nothing_hasNoLine() throws Exception {
    assertEquals(List.of(), lines(dribble("")));
  }
}

package sluice.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

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
  void nothing_hasNoLine() throws Exception {
    assertEquals(List.of(), lines(dribble("")));
  }
}

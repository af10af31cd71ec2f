package sluice.finding.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

class BaselineTest {
  @TempDir private Path folder;

  private static FindingKey key(int number) {
    return FindingKey.of("d.json", "", "1:" + number, "fills", "stale", "color.bg");
  }

  private static String text(Baseline baseline) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    baseline.write(out);
    return out.toString(StandardCharsets.US_ASCII);
  }

  private Baseline read(String text) throws Exception {
    return Baseline.read(Files.writeString(folder.resolve("baseline"), text));
  }

  @Test
  void whatIsWritten_isReadAgain_inOneOrderWhateverTheOrderOfFindings() throws Exception {
    Baseline one = new Baseline();
    Baseline other = new Baseline();
    for (int i = 0; i < 5_000; i++) {
      one.add(key(i));
      one.add(key(i));
      other.add(key(4_999 - i));
    }

    String text = text(one);

    assertEquals(5_000, one.size());
    assertEquals(text, text(other));
    List<String> lines = text.lines().toList();
    assertEquals("# sluice baseline 1", lines.getFirst());
    assertEquals(
        lines.subList(1, lines.size()).stream().sorted().toList(), lines.subList(1, 5_001));
    Baseline read = read(text);
    for (int i = 0; i < 5_000; i++) {
      assertTrue(read.has(key(i)));
    }
    assertFalse(read.has(key(5_000)));
  }

  @Test
  void key_dependsOnEveryPart_andOnWhereItEnds() {
    FindingKey key = FindingKey.of("d", "", "1:2", "fills", "stale", "a");

    assertEquals(key, FindingKey.parse(key.toString()));
    assertEquals(FindingKey.of("a/d", "n"), FindingKey.of("a\\d", "n"));
    assertFalse(key.equals(FindingKey.of("e", "", "1:2", "fills", "stale", "a")));
    assertFalse(key.equals(FindingKey.of("d", "", "1:2", "fills", "stale", "b")));
    assertFalse(key.equals(FindingKey.of("d", "1:2", "", "fills", "stale", "a")));
  }

  @Test
  void anotherFile_isRefusedWithItsLine() throws Exception {
    Baseline empty = read("# sluice baseline 1\n");
    assertEquals(0, empty.size());
    for (String wrong : List.of("", "{}", "# sluice baseline 1\nnot a key\n")) {
      SluiceException refused = assertThrows(SluiceException.class, () -> read(wrong));
      assertEquals(ProblemCode.BASELINE_MALFORMED, refused.problem().code());
    }
    SluiceException refused =
        assertThrows(SluiceException.class, () -> Baseline.read(folder.resolve("none")));
    assertEquals(ProblemCode.FILE_UNREADABLE, refused.problem().code());
  }

  @Test
  void moreThanFit_areRefused() {
    KeyTable keys = new KeyTable();
    for (long i = 1; i <= KeyTable.KEYS_MAX; i++) {
      keys.add(new FindingKey(i, i * 0x9E3779B97F4A7C15L));
    }
    keys.add(new FindingKey(1, 0x9E3779B97F4A7C15L));

    SluiceException refused =
        assertThrows(SluiceException.class, () -> keys.add(new FindingKey(0, 7)));

    assertEquals(ProblemCode.LIMIT_EXCEEDED, refused.problem().code());
  }
}

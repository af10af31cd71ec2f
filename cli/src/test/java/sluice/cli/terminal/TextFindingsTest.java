package sluice.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.finding.report.FindingReport;

final class TextFindingsTest {
  @TempDir private Path folder;

  @Test
  void pagesAndFindingsBeyondWhatIsShown_areCounted() throws Exception {
    List<String> lines = new ArrayList<>();
    for (int page = 0; page < TextFindings.PAGES_MAX + 3; page++) {
      for (int i = 0; i <= TextFindings.SHOWN_MAX; i++) {
        lines.add(
            """
            {"kind":"stale","node":"1:%d","page":"0:%d","path":"P%d / N","property":"opacity",\
            "token":"o","actual":1,"expected":0.5}\
            """
                .formatted(i, page, page));
      }
    }
    Path file = Files.write(folder.resolve("lines"), lines);
    Path out = folder.resolve("out");
    try (FindingReport report =
        new FindingReport(new TextFindings(), null, null, folder.resolve("body"))) {
      report.add("d.json", file);
      try (FileChannel target =
          FileChannel.open(out, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        report.writeTo(target);
      }
      assertEquals(lines.size(), report.counts().stale());
    }

    String text = Files.readString(out);
    assertTrue(text.startsWith("d.json, P0: 11\n  stale       P0 / N [1:0]\n"), text);
    assertTrue(text.contains("opacity is 1; o says 0.5\n  … and 1 more\n\n"), text);
    assertTrue(text.contains("\n33 findings on further pages\n"), text);
    assertTrue(text.endsWith("1,133 findings: 1,133 stale, 0 broken, 0 untokenised\n"), text);
  }
}

package sluice.cli.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sluice.finding.report.Finding;
import sluice.finding.report.FindingCounts;
import sluice.finding.report.FindingFormat;
import sluice.finding.report.FindingWords;

/// Findings for people: by page, the first few of each, and exact numbers.
public final class TextFindings implements FindingFormat {
  /// Pages shown; findings of further ones are only counted.
  static final int PAGES_MAX = 100;

  /// Findings of a page shown; further ones are only counted.
  static final int SHOWN_MAX = 10;

  private static final String BETWEEN_NAMES = " / ";

  private final Map<Page, Group> groups = new LinkedHashMap<>();
  private long others;

  private record Page(String document, String id) {}

  private static final class Group {
    final String title;
    final List<String> lines = new ArrayList<>();
    long count;

    Group(String title) {
      this.title = title;
    }
  }

  @Override
  public void finding(Finding finding, long index, OutputStream body) {
    Page page = new Page(finding.document(), finding.text("page"));
    Group group = groups.get(page);
    if (group == null && groups.size() < PAGES_MAX) {
      group = new Group(title(finding));
      groups.put(page, group);
    }
    if (group == null) {
      others++;
      return;
    }
    group.count++;
    if (group.lines.size() < SHOWN_MAX) {
      group.lines.add(
          "  %-11s %s [%s]\n              %s\n"
              .formatted(
                  finding.kind().text(),
                  Printable.line(finding.text("path")),
                  Printable.line(finding.text("node")),
                  Printable.line(FindingWords.of(finding))));
    }
  }

  /// The document and the page: its name is the first of the path's.
  private static String title(Finding finding) {
    String path = finding.text("path");
    int end = path.indexOf(BETWEEN_NAMES);
    String page = finding.text("page");
    String shown = page.isEmpty() ? "" : ", " + (end < 0 ? page : path.substring(0, end));
    return Printable.line(finding.document() + shown);
  }

  @Override
  public void documentEnds(String document, FindingCounts counts, OutputStream body) {}

  @Override
  public void head(FindingCounts counts, OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Group group : groups.values()) {
      text.append("%s: %,d\n".formatted(group.title, group.count));
      group.lines.forEach(text::append);
      if (group.count > group.lines.size()) {
        text.append("  … and %,d more\n".formatted(group.count - group.lines.size()));
      }
      text.append('\n');
    }
    if (others > 0) {
      text.append("%,d findings on further pages\n\n".formatted(others));
    }
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void tail(FindingCounts counts, OutputStream out) throws IOException {
    String text =
        counts.all() == 0
            ? "no findings%s\n".formatted(known(counts))
            : "%,d findings: %s%s\n".formatted(counts.all(), counts, known(counts));
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String known(FindingCounts counts) {
    return counts.known() == 0 ? "" : "; %,d more are in the baseline".formatted(counts.known());
  }
}

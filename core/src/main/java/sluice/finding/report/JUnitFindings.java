package sluice.finding.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Findings as JUnit XML, for whatever shows test results: each finding is a failed test, a
/// document without findings one that has passed.
public final class JUnitFindings implements FindingFormat {
  private long passed;

  @Override
  public void finding(Finding finding, long index, OutputStream body) throws IOException {
    String name =
        "%s [%s] %s"
            .formatted(finding.text("path"), finding.text("node"), finding.text("property"));
    String words = FindingWords.of(finding);
    StringBuilder text = new StringBuilder("<testcase");
    attribute("classname", finding.document(), text);
    attribute("name", finding.kind().text() + ": " + name.strip(), text);
    text.append("><failure");
    attribute("type", finding.kind().text(), text);
    attribute("message", words, text);
    text.append("/></testcase>\n");
    write(text, body);
  }

  @Override
  public void documentEnds(String document, FindingCounts counts, OutputStream body)
      throws IOException {
    if (counts.all() > 0) {
      return;
    }
    passed++;
    StringBuilder text = new StringBuilder("<testcase");
    attribute("classname", document, text);
    attribute("name", "no findings", text);
    write(text.append("/>\n"), body);
  }

  @Override
  public void head(FindingCounts counts, OutputStream out) throws IOException {
    String numbers = " tests=\"" + (counts.all() + passed) + "\" failures=\"" + counts.all() + '"';
    StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    text.append("<testsuites").append(numbers).append(">\n");
    text.append("<testsuite name=\"sluice check\"").append(numbers);
    write(text.append(" errors=\"0\" skipped=\"0\">\n"), out);
  }

  @Override
  public void tail(FindingCounts counts, OutputStream out) throws IOException {
    write(new StringBuilder("</testsuite>\n</testsuites>\n"), out);
  }

  private static void attribute(String name, String value, StringBuilder out) {
    out.append(' ').append(name).append("=\"");
    escape(value, out);
    out.append('"');
  }

  /// Characters that XML 1.0 cannot hold in any way become U+FFFD.
  private static void escape(String value, StringBuilder out) {
    value
        .codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\n', '\r', '\t' -> out.append("&#").append(c).append(';');
            default -> out.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
          }
        });
  }

  /// XML 1.0, production 2.
  private static boolean isAllowed(int c) {
    return (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
  }

  private static void write(StringBuilder text, OutputStream out) throws IOException {
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}

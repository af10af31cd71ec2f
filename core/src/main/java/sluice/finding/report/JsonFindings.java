package sluice.finding.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import sluice.json.JsonText;

/// Findings as JSON: one object with `counts` and `findings`, or one line for each finding.
///
/// A line is what the run wrote, with the document's name put in.
public final class JsonFindings implements FindingFormat {
  private final boolean linesOnly;
  private String document = "";
  private byte[] documentMember = {};

  private JsonFindings(boolean linesOnly) {
    this.linesOnly = linesOnly;
  }

  /// One object.
  public static JsonFindings object() {
    return new JsonFindings(false);
  }

  /// One finding a line.
  public static JsonFindings lines() {
    return new JsonFindings(true);
  }

  @Override
  public void finding(Finding finding, long index, OutputStream body) throws IOException {
    if (!linesOnly) {
      write(index == 0 ? "\n" : ",\n", body);
    }
    if (documentMember.length == 0 || !document.equals(finding.document())) {
      document = finding.document();
      StringBuilder member = new StringBuilder(",\"document\":");
      JsonText.quote(document, member);
      documentMember = member.toString().getBytes(StandardCharsets.UTF_8);
    }
    int kindEnd = finding.from() + FindingReport.beginning(finding.kind()).length();
    body.write(finding.bytes(), finding.from(), kindEnd - finding.from());
    body.write(documentMember);
    body.write(finding.bytes(), kindEnd, finding.to() - kindEnd);
    if (linesOnly) {
      body.write('\n');
    }
  }

  @Override
  public void documentEnds(String name, FindingCounts counts, OutputStream body) {}

  @Override
  public void head(FindingCounts counts, OutputStream out) throws IOException {
    if (!linesOnly) {
      write(
          "{\n\"counts\": {\"stale\": "
              + counts.stale()
              + ", \"broken\": "
              + counts.broken()
              + ", \"untokenised\": "
              + counts.untokenised()
              + "},\n\"findings\": [",
          out);
    }
  }

  @Override
  public void tail(FindingCounts counts, OutputStream out) throws IOException {
    if (!linesOnly) {
      write(counts.all() == 0 ? "]\n}\n" : "\n]\n}\n", out);
    }
  }

  private static void write(String text, OutputStream out) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}

package sluice.finding.report;

import java.io.IOException;
import java.io.OutputStream;

/// How a report is written. What comes before the findings may need their numbers, so findings go
/// to a temporary file first.
public interface FindingFormat {
  /// Writes one finding.
  ///
  /// @param index how many findings came before it
  void finding(Finding finding, long index, OutputStream body) throws IOException;

  /// Is told that a document's findings have all come.
  ///
  /// @param counts of this document alone
  void documentEnds(String document, FindingCounts counts, OutputStream body) throws IOException;

  /// Writes what stands before the findings.
  void head(FindingCounts counts, OutputStream out) throws IOException;

  /// Writes what stands behind the findings.
  void tail(FindingCounts counts, OutputStream out) throws IOException;
}

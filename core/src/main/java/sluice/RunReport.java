package sluice;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import sluice.document.ArchiveCounts;
import sluice.document.RunCounts;
import sluice.pipeline.Mode;
import sluice.problem.ProblemTally;

/// What a run came to.
///
/// @param document what the person calls the document
/// @param output where the updated document is; empty for a dry run
/// @param themes labels of the themes that counted, or names of the sets where sets were chosen
/// @param mode how wide the pipeline was in the end
/// @param modeReason why, one line
/// @param counts nodes and changes
/// @param archive what there is to count in an archive only; empty for other documents
/// @param problems what was wrong, counted, with examples
/// @param chunks chunks the document was read in
/// @param queuePeak most nodes that waited for a worker at once
/// @param lookUps questions asked elsewhere
/// @param heapPeakBytes most heap seen in use between chunks, garbage included
/// @param residentPeakBytes peak resident set of the process, 0 where the system does not tell
/// @param workingSetBytes heap the run held, token library included: in use after a collection,
///   less what was in use before the run; 0 unless it was asked for
/// @param bytesRead size of the uncompressed document
/// @param bytesWritten size of the uncompressed output, 0 for a dry run
/// @param spilledBytes bytes of changes that waited in a temporary file
/// @param times where the time went
public record RunReport(
    String document,
    Optional<Path> output,
    List<String> themes,
    Mode mode,
    String modeReason,
    RunCounts counts,
    Optional<ArchiveCounts> archive,
    ProblemTally problems,
    long chunks,
    int queuePeak,
    LookUpCounts lookUps,
    long heapPeakBytes,
    long residentPeakBytes,
    long workingSetBytes,
    long bytesRead,
    long bytesWritten,
    long spilledBytes,
    Times times) {
  public RunReport {
    themes = List.copyOf(themes);
  }

  static final LookUpCounts NO_LOOK_UPS = new LookUpCounts(0, 0, 0);

  /// Questions asked elsewhere, such as for the styles of a font.
  ///
  /// @param asked different questions
  /// @param failed those without an answer after all tries
  /// @param inFlightPeak most under way at once
  public record LookUpCounts(long asked, long failed, int inFlightPeak) {}

  /// Where the time went. Reading, applying and writing overlap, so they can add up to more than
  /// the total.
  ///
  /// @param resolveNanos reading and resolving tokens
  /// @param discoverNanos reading the document
  /// @param applyNanos working out changes, all workers together
  /// @param writeNanos writing the output
  /// @param totalNanos the whole run
  public record Times(
      long resolveNanos, long discoverNanos, long applyNanos, long writeNanos, long totalNanos) {}
}

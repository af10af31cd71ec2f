package sluice.bench.process;

import java.util.List;

/// One row of `raw.csv`.
///
/// @param benchmark what was asked
/// @param contender who was measured
/// @param nodes size of the document
/// @param heapMegabytes heap limit it was given, 0 for its own
/// @param run which of several, from 1
/// @param status how it ended
/// @param wallMillis whole process
/// @param peakResidentBytes whole process
/// @param changes changed properties, 0 where there are none
/// @param workedOut lists of tokens whose meaning was worked out
/// @param lookups tokens looked up for that, 0 where it is not counted
/// @param inputBytes size of the document
/// @param digest of the output, `-` where there is none
public record Measurement(
    String benchmark,
    String contender,
    long nodes,
    int heapMegabytes,
    int run,
    Status status,
    long wallMillis,
    long peakResidentBytes,
    long changes,
    long workedOut,
    long lookups,
    long inputBytes,
    String digest) {
  /// First line of the file.
  static final String HEADER =
      "benchmark,contender,nodes,heapMegabytes,run,status,wallMillis,peakResidentBytes,changes,"
          + "workedOut,lookups,inputBytes,digest";

  /// How a run ended.
  public enum Status {
    /// It wrote its output.
    OK,
    /// The heap was too small.
    OUT_OF_MEMORY,
    /// It was ended because it took too long.
    TIMEOUT,
    /// It ended in another way.
    FAILED
  }

  /// Whether it wrote its output.
  public boolean ok() {
    return status == Status.OK;
  }

  String line() {
    return String.join(
        ",",
        List.of(
            benchmark,
            contender,
            Long.toString(nodes),
            Integer.toString(heapMegabytes),
            Integer.toString(run),
            status.name(),
            Long.toString(wallMillis),
            Long.toString(peakResidentBytes),
            Long.toString(changes),
            Long.toString(workedOut),
            Long.toString(lookups),
            Long.toString(inputBytes),
            digest));
  }

  static Measurement of(String line) {
    String[] cells = line.split(",", -1);
    return new Measurement(
        cells[0],
        cells[1],
        Long.parseLong(cells[2]),
        Integer.parseInt(cells[3]),
        Integer.parseInt(cells[4]),
        Status.valueOf(cells[5]),
        Long.parseLong(cells[6]),
        Long.parseLong(cells[7]),
        Long.parseLong(cells[8]),
        Long.parseLong(cells[9]),
        Long.parseLong(cells[10]),
        Long.parseLong(cells[11]),
        cells[12]);
  }
}

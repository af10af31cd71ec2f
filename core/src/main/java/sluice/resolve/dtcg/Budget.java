package sluice.resolve.dtcg;

/// Counts what all tokens of a run cost together, so that a small file cannot ask for much.
final class Budget {
  private long reads;
  private long values;

  /// Counts a JSON value that is read; false once there are too many.
  boolean read() {
    return ++reads <= DtcgLimits.READS_MAX;
  }

  /// Counts the JSON values of a token's value; false once there are too many.
  boolean keep(long size) {
    values += size;
    return values <= DtcgLimits.VALUES_MAX;
  }

  /// Whether not even a tenth of what is allowed was counted.
  boolean isFarFromLimits() {
    return reads < DtcgLimits.READS_MAX / 10 && values < DtcgLimits.VALUES_MAX / 10;
  }
}

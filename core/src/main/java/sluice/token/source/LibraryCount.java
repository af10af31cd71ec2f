package sluice.token.source;

import sluice.problem.Location;

/// Counts everything a run reads its tokens from, however many files and folders that is, against
/// [SourceLimits].
final class LibraryCount {
  private int tokens;
  private long sizeBytes;

  /// Counts a token.
  void addToken(Location where) {
    if (++tokens > SourceLimits.TOKENS_MAX) {
      throw SourceLimits.exceeded(
          "too many tokens", where, "more than %,d".formatted(SourceLimits.TOKENS_MAX));
    }
  }

  /// Counts a file before it is read.
  void addFile(long fileSizeBytes, Location where) {
    if (fileSizeBytes > SourceLimits.TOKEN_FILE_SIZE_MAX_BYTES) {
      throw SourceLimits.exceeded(
          "the token file is too large",
          where,
          "%,d bytes, at most %,d"
              .formatted(fileSizeBytes, SourceLimits.TOKEN_FILE_SIZE_MAX_BYTES));
    }
    sizeBytes += fileSizeBytes;
    if (sizeBytes > SourceLimits.LIBRARY_SIZE_MAX_BYTES) {
      throw SourceLimits.exceeded(
          "the token files are too large together",
          where,
          "more than %,d bytes with this one".formatted(SourceLimits.LIBRARY_SIZE_MAX_BYTES));
    }
  }
}

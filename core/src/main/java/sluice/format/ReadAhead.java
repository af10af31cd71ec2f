package sluice.format;

/// Is told how far a reading is that only looks for something. Ends it by throwing.
@FunctionalInterface
public interface ReadAhead {
  /// So much has been read.
  ///
  /// @param bytes of the uncompressed document
  /// @param nodes so far
  void passed(long bytes, long nodes);
}

package sluice.emit;

import java.io.IOException;

/// Takes splices in document order.
public interface SpliceSink {
  /// Takes one splice.
  ///
  /// @param offset where it belongs in the input
  /// @param deletedBytes bytes of the input it leaves out
  /// @param text holds the bytes put in, from `from` on
  /// @param count how many they are
  void splice(long offset, int deletedBytes, byte[] text, int from, int count) throws IOException;

  /// Takes note that the last splice has come.
  void finish() throws IOException;
}

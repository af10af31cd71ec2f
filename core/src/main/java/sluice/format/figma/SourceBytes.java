package sluice.format.figma;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/// The uncompressed document at any place, for the few bytes of a change that no node's facts
/// include. Safe for use by several threads.
public interface SourceBytes {
  /// The text at a place.
  ///
  /// @throws UncheckedIOException when it cannot be read
  String text(long from, int count);

  /// The bytes of a channel, which stays the caller's.
  static SourceBytes of(FileChannel channel) {
    return (from, count) -> {
      ByteBuffer bytes = ByteBuffer.allocate(count);
      try {
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
          // A channel may give less than it is asked for.
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    };
  }
}

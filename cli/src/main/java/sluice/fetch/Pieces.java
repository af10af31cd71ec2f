package sluice.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Copies spans from one file to the end of another, and texts in between.
final class Pieces {
  private Pieces() {}

  /// Appends a span of a file.
  static void copy(FileChannel from, Span span, FileChannel to) throws IOException {
    long at = span.start();
    while (at < span.end()) {
      long size = from.transferTo(at, span.end() - at, to);
      if (size <= 0) {
        throw new EOFException("a temporary file is shorter than it was");
      }
      at += size;
    }
  }

  /// Appends a text.
  static void write(String text, FileChannel to) throws IOException {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
    while (bytes.hasRemaining()) {
      to.write(bytes);
    }
  }

  /// A file for reading.
  static FileChannel reading(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.READ);
  }

  /// A file for writing from its beginning, and for reading.
  static FileChannel writing(Path file) throws IOException {
    return FileChannel.open(
        file,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE,
        StandardOpenOption.READ);
  }

  /// The bytes of a file from a place on; closing it closes the channel.
  static InputStream streamFrom(Path file, long start) throws IOException {
    return Channels.newInputStream(reading(file).position(start));
  }
}

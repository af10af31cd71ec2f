package sluice.server.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The lines of a journal from its start, with their places. Reads at places of its own and leaves
/// the channel's position alone.
final class JournalLines {
  /// One line. A chunk of operations is smaller than a frame, and its inverse is bounded with it.
  static final int LINE_SIZE_BYTES_MAX = 8 * 1024 * 1024;

  private static final int PIECE_SIZE_BYTES = 64 * 1024;

  private final FileChannel channel;
  private final ByteBuffer piece = ByteBuffer.allocate(PIECE_SIZE_BYTES).flip();
  private byte[] line = new byte[PIECE_SIZE_BYTES];
  private int length;
  private long readTo;
  private long lineFrom;
  private long lineTo;

  JournalLines(FileChannel channel, long from) {
    this.channel = channel;
    this.readTo = from;
    this.lineTo = from;
  }

  /// The next whole line without its end, or null when there is none.
  ///
  /// @return valid up to [#length] and until the next call
  byte @Nullable [] next() throws IOException {
    lineFrom = lineTo;
    length = 0;
    while (true) {
      while (piece.hasRemaining()) {
        byte next = piece.get();
        if (next == '\n') {
          lineTo = lineFrom + length + 1;
          return line;
        }
        append(next);
      }
      piece.clear();
      int count = channel.read(piece, readTo);
      piece.flip();
      if (count <= 0) {
        return null;
      }
      readTo += count;
    }
  }

  private void append(byte next) throws IOException {
    if (length == line.length) {
      if (length >= LINE_SIZE_BYTES_MAX) {
        throw new IOException("a line of the journal is longer than " + LINE_SIZE_BYTES_MAX);
      }
      line = Arrays.copyOf(line, Math.min(LINE_SIZE_BYTES_MAX, length * 2));
    }
    line[length++] = next;
  }

  /// Bytes of the line.
  int length() {
    return length;
  }

  /// Where the line begins.
  long from() {
    return lineFrom;
  }

  /// Where the next line begins.
  long to() {
    return lineTo;
  }
}

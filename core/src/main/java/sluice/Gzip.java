package sluice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPOutputStream;
import sluice.pipeline.CancelToken;

/// What writing a compressed document takes: it is made plain in a file without a name, and
/// compressed at the end.
final class Gzip {
  private static final int PIECE_SIZE_BYTES = 64 * 1024;

  private Gzip() {}

  /// A file that goes when it is closed.
  static FileChannel unnamedFile(Path folder) throws IOException {
    return FileChannel.open(
        Files.createTempFile(folder, ".sluice-plain-", ".tmp"),
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  /// Compresses all of a file.
  static void compress(FileChannel plain, FileChannel target, CancelToken cancel)
      throws IOException {
    // Finished, not closed: the channel is the caller's.
    GZIPOutputStream out = new GZIPOutputStream(Channels.newOutputStream(target), PIECE_SIZE_BYTES);
    plain.position(0);
    InputStream in = Channels.newInputStream(plain);
    byte[] piece = new byte[PIECE_SIZE_BYTES];
    for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
      out.write(piece, 0, count);
      cancel.check();
    }
    out.finish();
  }

  /// Copies all of a file as it is.
  static void copy(FileChannel from, FileChannel to, CancelToken cancel) throws IOException {
    long at = 0;
    long size = from.size();
    while (at < size) {
      at += from.transferTo(at, size - at, to);
      cancel.check();
    }
  }
}

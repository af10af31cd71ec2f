package sluice.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// The file an archive is in, read at any place by any thread.
///
/// @param sizeBytes its size when it was opened
/// @param faults how problems with it are said
record ArchiveFile(FileChannel channel, long sizeBytes, ArchiveFaults faults) {
  /// Bytes asked of the system at a time. The JDK keeps a buffer of this size outside the heap for
  /// each thread that reads.
  private static final int READ_SIZE_BYTES_MAX = 256 * 1024;

  /// Reads bytes at a place.
  ///
  /// @throws sluice.problem.SluiceException `input-changed` when the file ends before
  byte[] read(long position, int count) throws IOException {
    byte[] bytes = new byte[count];
    read(position, bytes, 0, count, count);
    return bytes;
  }

  /// Reads at least `least` bytes at a place and at most `most` into an array from an index on.
  ///
  /// @return how many
  /// @throws sluice.problem.SluiceException `input-changed` when the file ends before
  int read(long position, byte[] target, int from, int least, int most) throws IOException {
    int done = 0;
    while (done < least) {
      int part = Math.min(most - done, READ_SIZE_BYTES_MAX);
      int got = channel.read(ByteBuffer.wrap(target, from + done, part), position + done);
      if (got <= 0) {
        throw faults.shortened();
      }
      done += got;
    }
    return done;
  }
}

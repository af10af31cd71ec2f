package sluice.emit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// A copy of the input with splices put in, written front to back. Every byte no splice names comes
/// out as it went in.
///
/// Holds one read and one write buffer of [#BUFFER_SIZE_BYTES]; long stretches without a splice go
/// from file to file inside the system.
public final class SplicedCopy implements SpliceSink {
  /// Size of each of the two buffers.
  static final int BUFFER_SIZE_BYTES = 64 * 1024;

  /// From this length on a stretch is handed to the system instead of passing the buffers.
  private static final int TRANSFER_SIZE_BYTES_MIN = 1024 * 1024;

  private final FileChannel source;
  private final FileChannel target;
  private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER_SIZE_BYTES).limit(0);
  private final ByteBuffer out = ByteBuffer.allocateDirect(BUFFER_SIZE_BYTES);
  private long consumed;
  private long inStart;
  private long written;

  /// A copy that has not begun.
  public SplicedCopy(FileChannel source, FileChannel target) {
    this.source = source;
    this.target = target;
  }

  /// Copies up to a splice and puts it in. Splices come in ascending order and do not overlap.
  @Override
  public void splice(long offset, int deletedBytes, byte[] text, int from, int count)
      throws IOException {
    copyTo(offset);
    consumed += deletedBytes;
    put(text, from, count);
  }

  /// Copies up to an offset of the input.
  private void copyTo(long offset) throws IOException {
    if (offset < consumed) {
      throw new IllegalStateException(
          "splice at %d, but %d is written".formatted(offset, consumed));
    }
    if (offset - consumed >= TRANSFER_SIZE_BYTES_MIN) {
      transferTo(offset);
      return;
    }
    while (consumed < offset) {
      long at = consumed - inStart;
      if (at < 0 || at >= in.limit()) {
        refill();
        at = 0;
      }
      int available = (int) Math.min(in.limit() - at, offset - consumed);
      if (!out.hasRemaining()) {
        flush();
      }
      int count = Math.min(available, out.remaining());
      out.put(out.position(), in, (int) at, count);
      out.position(out.position() + count);
      consumed += count;
    }
  }

  /// Copies what is left and hands everything to the system.
  @Override
  public void finish() throws IOException {
    copyTo(Math.max(consumed, source.size()));
    flush();
  }

  /// Bytes handed over so far, what waits in the buffer included.
  public long bytesWritten() {
    return written + out.position();
  }

  private void refill() throws IOException {
    in.clear();
    int count = source.read(in, consumed);
    if (count <= 0) {
      throw shortened();
    }
    in.flip();
    inStart = consumed;
  }

  private void transferTo(long offset) throws IOException {
    flush();
    while (consumed < offset) {
      long count = source.transferTo(consumed, offset - consumed, target);
      if (count <= 0) {
        throw shortened();
      }
      consumed += count;
      written += count;
    }
  }

  private static SluiceException shortened() {
    return new SluiceException(
        Problem.of(ProblemCode.INPUT_CHANGED, "the document became shorter while it was read")
            .advising("run again when nothing else writes to it; nothing was written"));
  }

  private void put(byte[] text, int from, int count) throws IOException {
    int at = from;
    int left = count;
    while (left > 0) {
      if (!out.hasRemaining()) {
        flush();
      }
      int part = Math.min(left, out.remaining());
      out.put(text, at, part);
      at += part;
      left -= part;
    }
  }

  private void flush() throws IOException {
    out.flip();
    while (out.hasRemaining()) {
      written += target.write(out);
    }
    out.clear();
  }
}

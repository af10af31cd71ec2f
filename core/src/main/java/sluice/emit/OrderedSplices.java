package sluice.emit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;

/// Brings splices into document order in one pass, although some are known late.
///
/// Splices arrive in the order in which nodes end. Those that lie before a node's children are
/// decided only when the node ends, after every splice inside it. For them a *slot* is opened when
/// the reader passes the place and closed when the node ends. Slots nest like the nodes they belong
/// to. While one is open, splices wait in a log (bounded memory, then a temporary file); when the
/// outermost closes, the log is replayed in document order. Without an open slot a splice goes
/// straight to its sink: the copy of the document, or the change set, whose lines are in document
/// order too.
///
/// Log records: a splice (offset, bytes left out, text size, text); a slot (marker, position of its
/// splices or 0); the splices of a closed slot, to be passed over in sequence (marker, size).
public final class OrderedSplices implements AutoCloseable {
  private static final long SLOT = -1;
  private static final long SLOT_SPLICES = -2;
  private static final int HEADER_SIZE_BYTES = 16;

  private final SpliceSink sink;
  private final SpillLog log;
  private final ByteBuffer header = ByteBuffer.allocate(HEADER_SIZE_BYTES);
  private byte[] scratch = new byte[1024];
  private long[] openSlots = new long[16];
  private int openCount;

  /// Splices on their way to a sink.
  ///
  /// @param spillFolder where the temporary file goes, if one is needed
  public OrderedSplices(SpliceSink sink, Path spillFolder) {
    this.sink = sink;
    this.log = new SpillLog(spillFolder);
  }

  /// Says that splices for this place in the input will be known only later.
  public void openSlot() throws IOException {
    if (openCount == openSlots.length) {
      openSlots = Arrays.copyOf(openSlots, openCount * 2);
    }
    openSlots[openCount++] = log.size();
    appendHeader(SLOT, 0);
  }

  /// Gives the splices of the innermost open slot, none if `from == to`.
  public void closeSlot(SpliceBatch batch, int from, int to) throws IOException {
    long slot = openSlots[--openCount];
    if (from < to) {
      long position = log.size();
      long size = 0;
      for (int i = from; i < to; i++) {
        size += HEADER_SIZE_BYTES + batch.textSize(i);
      }
      appendHeader(SLOT_SPLICES, size);
      for (int i = from; i < to; i++) {
        appendSplice(batch, i);
      }
      log.patch(slot + Long.BYTES, ByteBuffer.allocate(Long.BYTES).putLong(position).array());
    }
    if (openCount == 0) {
      replay(0, log.size());
      log.clear();
    }
  }

  /// Adds splices that lie behind everything given before, open slots included.
  public void add(SpliceBatch batch, int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      if (openCount > 0) {
        appendSplice(batch, i);
      } else {
        sink.splice(
            batch.offset(i),
            batch.deletedBytes(i),
            batch.text(),
            batch.textStart(i),
            batch.textSize(i));
      }
    }
  }

  /// Says that no more splices come.
  public void finish() throws IOException {
    if (openCount > 0) {
      throw new IllegalStateException(openCount + " slots are still open");
    }
    sink.finish();
  }

  /// Bytes of splices that had to wait in a temporary file.
  public long spilledBytes() {
    return log.spilledBytes();
  }

  private void replay(long from, long to) throws IOException {
    long at = from;
    while (at < to) {
      readHeader(at);
      long first = header.getLong(0);
      at += HEADER_SIZE_BYTES;
      if (first == SLOT) {
        long splices = header.getLong(Long.BYTES);
        if (splices != 0) {
          readHeader(splices);
          long start = splices + HEADER_SIZE_BYTES;
          replay(start, start + header.getLong(Long.BYTES));
        }
      } else if (first == SLOT_SPLICES) {
        at += header.getLong(Long.BYTES);
      } else {
        int deleted = header.getInt(Long.BYTES);
        int size = header.getInt(Long.BYTES + Integer.BYTES);
        if (size > scratch.length) {
          scratch = new byte[Math.max(size, scratch.length * 2)];
        }
        log.read(at, scratch, size);
        at += size;
        sink.splice(first, deleted, scratch, 0, size);
      }
    }
  }

  private void readHeader(long position) throws IOException {
    log.read(position, header.array(), HEADER_SIZE_BYTES);
  }

  private void appendHeader(long first, long second) throws IOException {
    header.putLong(0, first).putLong(Long.BYTES, second);
    log.append(header.array(), 0, HEADER_SIZE_BYTES);
  }

  private void appendSplice(SpliceBatch batch, int index) throws IOException {
    int size = batch.textSize(index);
    header.putLong(0, batch.offset(index));
    header.putInt(Long.BYTES, batch.deletedBytes(index));
    header.putInt(Long.BYTES + Integer.BYTES, size);
    log.append(header.array(), 0, HEADER_SIZE_BYTES);
    log.append(batch.text(), batch.textStart(index), size);
  }

  @Override
  public void close() throws IOException {
    log.close();
  }
}

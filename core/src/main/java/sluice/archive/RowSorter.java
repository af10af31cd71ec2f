package sluice.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Sorts rows of a key and a value by key, however many, in memory of a fixed size: first all rows
/// are added, then they are read in ascending order of their keys, taken as unsigned. Rows of the
/// same key come in no particular order.
///
/// An external merge sort (Knuth, The Art of Computer Programming, volume 3, 5.4). Up to
/// [#ROWS_MAX] rows never leave memory. More become sorted runs of that many rows in a temporary
/// file; up to [#RUNS_MERGED_MAX] runs are merged while they are read, more are first merged into
/// longer ones in a second file. All runs but the last have the same length, so no table of runs is
/// needed. In memory rows are sorted by radix, so that no order of rows is slow.
public final class RowSorter implements AutoCloseable {
  /// Rows in memory, 16 bytes each, in two arrays.
  static final int ROWS_MAX = 64 * 1024;

  /// Runs merged at a time; each has an equal part of the second array.
  static final int RUNS_MERGED_MAX = 64;

  private static final int ROW_SIZE_LONGS = 2;
  private static final int ROW_SIZE_BYTES = ROW_SIZE_LONGS * Long.BYTES;

  private static final int DIGIT_BITS = 8;
  private static final int DIGITS = 1 << DIGIT_BITS;

  private final Path folder;
  private final int rowsMax;
  private final int runsMergedMax;

  /// Rows of one run in memory while it is merged.
  private final int runWindowRows;

  private long[] rows;
  private long[] scratch;
  private int inMemory;
  private int nextInMemory;
  private long spilledRows;
  private long spilledBytes;
  private @Nullable FileChannel file;
  private @Nullable FileChannel otherFile;
  private @Nullable Merge merge;
  private @Nullable ByteBuffer io;
  private long key;
  private long value;

  /// An empty sorter.
  ///
  /// @param folder where temporary files are made
  /// @param rowsExpected how many rows will come; more cost copying, not more memory than the bound
  public RowSorter(Path folder, long rowsExpected) {
    this(folder, rowsExpected, ROWS_MAX, RUNS_MERGED_MAX);
  }

  /// A sorter with other bounds, so that a test need not sort millions.
  RowSorter(Path folder, long rowsExpected, int rowsMax, int runsMergedMax) {
    this.folder = folder;
    this.rowsMax = rowsMax;
    this.runsMergedMax = runsMergedMax;
    this.runWindowRows = rowsMax / runsMergedMax;
    int room = Math.clamp(rowsExpected, 1, rowsMax);
    this.rows = new long[room * ROW_SIZE_LONGS];
    this.scratch = new long[room * ROW_SIZE_LONGS];
  }

  /// Adds a row.
  public void add(long rowKey, long rowValue) throws IOException {
    if (inMemory * ROW_SIZE_LONGS == rows.length) {
      makeRoom();
    }
    rows[inMemory * ROW_SIZE_LONGS] = rowKey;
    rows[inMemory * ROW_SIZE_LONGS + 1] = rowValue;
    inMemory++;
  }

  private void makeRoom() throws IOException {
    if (inMemory == rowsMax) {
      spillRun();
      return;
    }
    int room = Math.min(rows.length * 2, rowsMax * ROW_SIZE_LONGS);
    rows = Arrays.copyOf(rows, room);
    scratch = new long[room];
  }

  /// Ends the adding; after it [#next] goes over the rows.
  public void sort() throws IOException {
    if (spilledRows == 0) {
      sortInMemory();
      return;
    }
    spillRun();
    long runRows = rowsMax;
    while (runs(runRows) > runsMergedMax) {
      mergeIntoLongerRuns(runRows);
      runRows *= runsMergedMax;
    }
    merge = new Merge(0, runRows);
  }

  /// Goes to the next row.
  ///
  /// @return whether there is one
  public boolean next() throws IOException {
    Merge runs = merge;
    if (runs != null) {
      return runs.next();
    }
    if (nextInMemory == inMemory) {
      return false;
    }
    key = rows[nextInMemory * ROW_SIZE_LONGS];
    value = rows[nextInMemory * ROW_SIZE_LONGS + 1];
    nextInMemory++;
    return true;
  }

  /// Key of the row at hand.
  public long key() {
    return key;
  }

  /// Value of the row at hand.
  public long value() {
    return value;
  }

  /// Bytes that ever went to a file.
  long spilledBytes() {
    return spilledBytes;
  }

  private long runs(long runRows) {
    return Math.ceilDiv(spilledRows, runRows);
  }

  /// By each byte of the key, lowest first; a byte that all keys share is passed over.
  private void sortInMemory() {
    int[] starts = new int[DIGITS];
    for (int shift = 0; shift < Long.SIZE; shift += DIGIT_BITS) {
      Arrays.fill(starts, 0);
      for (int i = 0; i < inMemory; i++) {
        starts[digit(rows[i * ROW_SIZE_LONGS], shift)]++;
      }
      if (inMemory == 0 || starts[digit(rows[0], shift)] == inMemory) {
        continue;
      }
      int start = 0;
      for (int digit = 0; digit < DIGITS; digit++) {
        int count = starts[digit];
        starts[digit] = start;
        start += count;
      }
      for (int i = 0; i < inMemory; i++) {
        int from = i * ROW_SIZE_LONGS;
        int to = starts[digit(rows[from], shift)]++ * ROW_SIZE_LONGS;
        scratch[to] = rows[from];
        scratch[to + 1] = rows[from + 1];
      }
      long[] sorted = scratch;
      scratch = rows;
      rows = sorted;
    }
  }

  private static int digit(long rowKey, int shift) {
    return (int) (rowKey >>> shift) & (DIGITS - 1);
  }

  private void spillRun() throws IOException {
    sortInMemory();
    FileChannel spill = file == null ? temporaryFile() : file;
    file = spill;
    write(spill, spilledRows, rows, inMemory);
    spilledRows += inMemory;
    inMemory = 0;
  }

  private void mergeIntoLongerRuns(long runRows) throws IOException {
    FileChannel target = otherFile == null ? temporaryFile() : otherFile;
    otherFile = target;
    long done = 0;
    for (long run = 0; run < runs(runRows); run += runsMergedMax) {
      Merge some = new Merge(run, runRows);
      int waiting = 0;
      while (some.next()) {
        rows[waiting * ROW_SIZE_LONGS] = key;
        rows[waiting * ROW_SIZE_LONGS + 1] = value;
        waiting++;
        if (waiting == rowsMax) {
          write(target, done, rows, waiting);
          done += waiting;
          waiting = 0;
        }
      }
      write(target, done, rows, waiting);
      done += waiting;
    }
    otherFile = file;
    file = target;
  }

  private FileChannel temporaryFile() throws IOException {
    return FileChannel.open(
        Files.createTempFile(folder, ".sluice-rows-", ".tmp"),
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  private ByteBuffer io() {
    ByteBuffer buffer = io;
    if (buffer == null) {
      buffer = ByteBuffer.allocateDirect(runWindowRows * ROW_SIZE_BYTES);
      io = buffer;
    }
    return buffer.clear();
  }

  private void write(FileChannel target, long row, long[] from, int count) throws IOException {
    for (int done = 0; done < count; done += runWindowRows) {
      int part = Math.min(runWindowRows, count - done);
      ByteBuffer buffer = io();
      buffer.asLongBuffer().put(from, done * ROW_SIZE_LONGS, part * ROW_SIZE_LONGS);
      buffer.limit(part * ROW_SIZE_BYTES);
      long position = (row + done) * ROW_SIZE_BYTES;
      while (buffer.hasRemaining()) {
        int written = target.write(buffer, position);
        position += written;
        spilledBytes += written;
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      if (file != null) {
        file.close();
      }
    } finally {
      if (otherFile != null) {
        otherFile.close();
      }
    }
  }

  /// Several runs of the file as one. Looks at the first row of each run for each row it gives;
  /// with at most [#RUNS_MERGED_MAX] runs that costs less than it is worth to avoid.
  private final class Merge {
    private final int count;

    /// Row of the file each run has come to in its window, and the row it ends before.
    private final long[] filled;

    private final long[] end;

    /// Index in `scratch` of each run's next row, and of the end of what is there.
    private final int[] at;

    private final int[] windowEnd;

    Merge(long firstRun, long runRows) {
      count = (int) Math.min(runsMergedMax, runs(runRows) - firstRun);
      filled = new long[count];
      end = new long[count];
      at = new int[count];
      windowEnd = new int[count];
      for (int run = 0; run < count; run++) {
        filled[run] = (firstRun + run) * runRows;
        end[run] = Math.min(spilledRows, filled[run] + runRows);
      }
    }

    boolean next() throws IOException {
      int best = -1;
      for (int run = 0; run < count; run++) {
        if (at[run] == windowEnd[run] && filled[run] < end[run]) {
          fill(run);
        }
        if (at[run] < windowEnd[run]
            && (best < 0 || Long.compareUnsigned(scratch[at[run]], scratch[at[best]]) < 0)) {
          best = run;
        }
      }
      if (best < 0) {
        return false;
      }
      key = scratch[at[best]];
      value = scratch[at[best] + 1];
      at[best] += ROW_SIZE_LONGS;
      return true;
    }

    private void fill(int run) throws IOException {
      FileChannel source = Objects.requireNonNull(file);
      int part = (int) Math.min(runWindowRows, end[run] - filled[run]);
      ByteBuffer buffer = io().limit(part * ROW_SIZE_BYTES);
      long position = filled[run] * ROW_SIZE_BYTES;
      while (buffer.hasRemaining()) {
        int got = source.read(buffer, position + buffer.position());
        if (got < 0) {
          throw new IllegalStateException("read past the end of the sorted rows");
        }
      }
      int start = run * runWindowRows * ROW_SIZE_LONGS;
      buffer.flip().asLongBuffer().get(scratch, start, part * ROW_SIZE_LONGS);
      at[run] = start;
      windowEnd[run] = start + part * ROW_SIZE_LONGS;
      filled[run] += part;
    }
  }
}

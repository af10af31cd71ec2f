package sluice.server.run;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The file that says what a run has done and what was there before: lines of JSON, added and never
/// changed.
///
/// | `k` | says |
/// |---|---|
/// | `patch` | chunk `p` of operations, made of chunk `n` of nodes, is going to be sent; `inverse` takes it back |
/// | `nodes` | chunk `n` of nodes is decided; comes right behind its patches, and they count only with it |
/// | `scan` | there are no more nodes than those of `chunks` chunks |
/// | `patched` | the plugin has written chunk `p` |
/// | `end` | the run is over |
///
/// What is added is on the disk before [#append] returns. A thread that is told to stop while it adds
/// does so to the end: a channel would be closed by that, so what is added does not go through one. Safe for use by several threads; one
/// process at a time has a journal open.
final class Journal implements AutoCloseable {
  private final RandomAccessFile file;
  private final FileLock lock;

  private Journal(RandomAccessFile file, FileLock lock) {
    this.file = file;
    this.lock = lock;
  }

  /// Opens a journal, made if it is not there.
  ///
  /// @return null when another process, or another run of this one, has it open
  static @Nullable Journal open(Path place) throws IOException {
    RandomAccessFile file = new RandomAccessFile(place.toFile(), "rw");
    boolean kept = false;
    try {
      FileLock lock = file.getChannel().tryLock();
      kept = lock != null;
      return lock == null ? null : new Journal(file, lock);
    } catch (OverlappingFileLockException e) {
      return null;
    } finally {
      if (!kept) {
        file.close();
      }
    }
  }

  /// Reads what is in it, and cuts off what a process that was killed left unfinished.
  JournalState load() throws IOException {
    JournalState state = JournalState.read(file.getChannel());
    if (state.lengthBytes() < file.length()) {
      file.setLength(state.lengthBytes());
    }
    file.seek(state.lengthBytes());
    return state;
  }

  /// Adds lines, all or, if the process is killed, none that count.
  ///
  /// @throws UncheckedIOException when the disk does not take them
  synchronized void append(List<String> lines) {
    try {
      StringBuilder text = new StringBuilder();
      for (String line : lines) {
        text.append(line).append('\n');
      }
      file.write(text.toString().getBytes(StandardCharsets.UTF_8));
      file.getFD().sync();
    } catch (IOException e) {
      throw new UncheckedIOException("the journal cannot be written", e);
    }
  }

  @Override
  public void close() {
    try {
      if (lock.isValid()) {
        lock.release();
      }
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the journal cannot be closed", e);
    }
  }
}

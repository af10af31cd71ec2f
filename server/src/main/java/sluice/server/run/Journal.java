package sluice.server.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
/// What is added is on the disk before [#append] returns. Safe for use by several threads; one
/// process at a time has a journal open.
final class Journal implements AutoCloseable {
  private final FileChannel channel;
  private final FileLock lock;

  private Journal(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /// Opens a journal, made if it is not there.
  ///
  /// @return null when another process, or another run of this one, has it open
  static @Nullable Journal open(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    boolean kept = false;
    try {
      FileLock lock = channel.tryLock();
      kept = lock != null;
      return lock == null ? null : new Journal(channel, lock);
    } catch (OverlappingFileLockException e) {
      return null;
    } finally {
      if (!kept) {
        channel.close();
      }
    }
  }

  /// Reads what is in it, and cuts off what a process that was killed left unfinished.
  JournalState load() throws IOException {
    JournalState state = JournalState.read(channel);
    if (state.lengthBytes() < channel.size()) {
      channel.truncate(state.lengthBytes());
    }
    channel.position(state.lengthBytes());
    return state;
  }

  /// Adds lines, all or, if the process is killed, none that count.
  ///
  /// @throws UncheckedIOException when the disk does not take them
  synchronized void append(List<String> lines) {
    try {
      for (String line : lines) {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      }
      channel.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException("the journal cannot be written", e);
    }
  }

  /// The file as it is, to read what was written. Its position must be left alone.
  FileChannel channel() {
    return channel;
  }

  @Override
  public void close() {
    try {
      if (channel.isOpen()) {
        lock.release();
      }
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the journal cannot be closed", e);
    }
  }
}

package sluice.format;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The right to put another file in the place of a document, which one run at a time has: a lock on
/// the document that is replaced. With it the last look at the document and the new name cannot
/// have the same step of another run in between, whose changes would be lost.
///
/// Where the system has no locks there is only the look.
public final class ReplaceLock implements AutoCloseable {
  private final @Nullable FileChannel channel;

  private ReplaceLock(@Nullable FileChannel channel) {
    this.channel = channel;
  }

  /// Takes the lock, without waiting, and looks whether the document is as it was when it was
  /// opened.
  ///
  /// @throws sluice.problem.SluiceException `input-changed`, also when another run has the lock
  public static ReplaceLock of(DocumentInput input) {
    ReplaceLock lock = taken(input.file(), input.name());
    boolean unchanged = false;
    try {
      input.checkUnchanged();
      unchanged = true;
      return lock;
    } finally {
      if (!unchanged) {
        lock.close();
      }
    }
  }

  private static ReplaceLock taken(Path file, String name) {
    FileChannel channel = null;
    try {
      channel = FileChannel.open(file, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        channel.close();
        throw FileStamp.changed(name, null);
      }
      return new ReplaceLock(channel);
    } catch (OverlappingFileLockException e) {
      new ReplaceLock(channel).close();
      throw FileStamp.changed(name, e);
    } catch (IOException _) {
      new ReplaceLock(channel).close();
      return new ReplaceLock(null);
    }
  }

  @Override
  public void close() {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException _) {
        // Nothing was written through it.
      }
    }
  }
}

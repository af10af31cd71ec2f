package sluice.emit;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A folder for files that are not finished, inside the folder they are for: `.sluice-ID.tmp`. It
/// goes when the last of its users in this process is done with it. When the process is killed it
/// stays, and the next process that makes one beside it clears it.
///
/// Whose process lives is told by a lock on the file `lock` in it, which the system gives up for a
/// process however that ends. Numbers of processes would not do: they come again, and containers
/// that share a folder do not see each other's.
///
/// Between a folder and its lock there is a moment. So whoever finds no lock file makes it and
/// locks it, and who made the folder takes another one when it has been overtaken.
///
/// Safe for use by any thread.
public final class ScratchFolder implements AutoCloseable {
  /// Folders of one process that hold a lock, each an open file. Further ones, and those where the
  /// system has no locks, have a name that nobody clears.
  static final int LOCKED_MAX = 256;

  /// Folders made in vain before it is given up; each time another process has to be faster.
  private static final int TRIES_MAX = 20;

  private static final String LOCK = "lock";
  private static final String PREFIX = ".sluice-";
  private static final Pattern CLEARED = Pattern.compile("\\.sluice-[0-9a-f]{16}\\.tmp");
  private static final String UNLOCKED = ".unlocked.tmp";

  /// The folders of this process by the folder they are in. Held while one is taken or given back.
  private static final Map<Path, ScratchFolder> OPEN = new ConcurrentHashMap<>();

  private static int lockedCount;

  private final Path parent;
  private final Path folder;
  private final @Nullable FileChannel lock;
  private int users;
  private final AtomicLong names = new AtomicLong();

  private ScratchFolder(Path parent, Path folder, @Nullable FileChannel lock) {
    this.parent = parent;
    this.folder = folder;
    this.lock = lock;
  }

  /// The folder of this process in another one, made if it is not there. Each call takes one
  /// [#close].
  public static ScratchFolder in(Path parent) throws IOException {
    Path real = parent.toRealPath();
    synchronized (OPEN) {
      ScratchFolder open = OPEN.get(real);
      // Somebody may have removed the folder it is in, and made it anew.
      if (open == null || !Files.isDirectory(open.folder, LinkOption.NOFOLLOW_LINKS)) {
        open = make(real);
        OPEN.put(real, open);
        open.clearOthers();
      }
      open.users++;
      return open;
    }
  }

  /// The folder of this process among the system's temporary files; those themselves where none can
  /// be made, since many a run needs no temporary file, and one that does will say so.
  public static ScratchFolder ofSystem() {
    Path system = systemFolder();
    try {
      return in(system);
    } catch (IOException _) {
      return new ScratchFolder(system, system, null);
    }
  }

  /// Where temporary files are.
  public static Path systemFolder() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }

  /// The folder itself.
  public Path path() {
    return folder;
  }

  /// A name in it that nothing has.
  public Path newPath() {
    return folder.resolve(folder.equals(parent) ? PREFIX + id() : "" + names.incrementAndGet());
  }

  /// Deletes something in it, a folder with what is in that. What cannot be deleted goes with the
  /// folder itself.
  public void discard(Path path) {
    boolean _ = TemporaryFiles.remove(path);
    try {
      FileTree.delete(path);
    } catch (IOException _) {
      // Somebody still writes there, and the process ends.
    }
  }

  private static ScratchFolder make(Path parent) throws IOException {
    for (int tries = 0; lockedCount < LOCKED_MAX && tries < TRIES_MAX; tries++) {
      Path folder = newFolder(parent, ".tmp");
      FileChannel lock = null;
      try {
        lock =
            FileChannel.open(
                folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        // Whoever was faster has deleted the file or is about to.
        if (lock.tryLock() != null && Files.exists(folder.resolve(LOCK))) {
          lockedCount++;
          return new ScratchFolder(parent, folder, lock);
        }
        lock.close();
      } catch (FileAlreadyExistsException | NoSuchFileException _) {
        // The one that was faster clears the folder.
      } catch (IOException e) {
        if (lock != null) {
          lock.close();
        }
        FileTree.delete(folder);
        if (lock == null || e instanceof ClosedByInterruptException) {
          throw e;
        }
        break;
      }
    }
    return new ScratchFolder(parent, newFolder(parent, UNLOCKED), null);
  }

  /// Made for its owner only, since what is in it may be anything that is worth keeping.
  private static Path newFolder(Path parent, String suffix) throws IOException {
    FileAttribute<?>[] attributes =
        parent.getFileSystem().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
            }
            : new FileAttribute<?>[0];
    return Files.createDirectory(parent.resolve(PREFIX + id() + suffix), attributes);
  }

  private static String id() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }

  private void clearOthers() {
    try (DirectoryStream<Path> others =
        Files.newDirectoryStream(
            parent, path -> CLEARED.matcher(path.getFileName().toString()).matches())) {
      for (Path other : others) {
        if (OPEN.values().stream().noneMatch(open -> open.folder.equals(other))) {
          clear(other);
        }
      }
    } catch (IOException | DirectoryIteratorException _) {
      // What cannot be looked at stays; the run does not depend on it.
    }
  }

  /// Deletes a folder whose process is gone.
  private void clear(Path other) {
    try {
      // One's own folders only: a folder for temporary files is everybody's, and so are names in
      // it.
      if (!Files.isDirectory(other, LinkOption.NOFOLLOW_LINKS)
          || !Files.getOwner(other, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(folder))) {
        return;
      }
      Path file = other.resolve(LOCK);
      try (FileChannel channel =
          FileChannel.open(
              file,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              LinkOption.NOFOLLOW_LINKS)) {
        FileLock taken = channel.tryLock();
        if (taken != null) {
          FileTree.deleteInside(other, file);
          // Last, so that the rest is cleared by the next one when this process is killed here.
          Files.deleteIfExists(file);
          Files.deleteIfExists(other);
        }
      }
    } catch (IOException _) {
      // Another process clears it at the same time, or it cannot be deleted; the run goes on.
    }
  }

  /// Deletes the folder when this was its last user.
  @Override
  public void close() {
    synchronized (OPEN) {
      users--;
      if (users > 0 || folder.equals(parent)) {
        return;
      }
      OPEN.remove(parent, this);
      try {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
          FileTree.deleteInside(folder, folder.resolve(LOCK));
        }
        Files.deleteIfExists(folder.resolve(LOCK));
        Files.deleteIfExists(folder);
      } catch (IOException _) {
        // The next process clears it; what the run came to stands.
      } finally {
        unlock();
      }
    }
  }

  /// Deletes the folders of this process that hold nothing any more; the process ends. Waits for
  /// nobody: a file that is about to get its name still has its folder.
  static void deleteEmpty() {
    for (ScratchFolder open : OPEN.values()) {
      try {
        Files.deleteIfExists(open.folder.resolve(LOCK));
        Files.deleteIfExists(open.folder);
      } catch (IOException _) {
        // The next process clears it.
      }
    }
  }

  private void unlock() {
    if (lock != null) {
      lockedCount--;
      try {
        lock.close();
      } catch (IOException _) {
        // The system closes it with the process.
      }
    }
  }
}

package sluice.emit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The files and folders with a temporary name that runs of this process have made and not yet
/// renamed or deleted. Runs clean up after themselves; this is for a process that has to end while
/// one cannot, because it waits for something outside. Safe for use by any thread.
///
/// One list for the process, since a process ends as a whole.
public final class TemporaryFiles {
  private static final Set<Path> FILES = ConcurrentHashMap.newKeySet();

  private TemporaryFiles() {}

  /// Notes a file or folder.
  public static void add(Path file) {
    FILES.add(file);
  }

  /// Forgets one: it gets its real name now, or is gone.
  ///
  /// @return whether it was noted; `false` when [#deleteAll] has taken it
  public static boolean remove(Path file) {
    return FILES.remove(file);
  }

  /// Deletes all of them, folders with what is in them, and the scratch folders they were in.
  /// Whoever still writes to one finds it gone at the end.
  public static void deleteAll() {
    IOException failed = null;
    // Longer paths first: a folder goes after what is in it.
    for (Path file : FILES.stream().sorted(Comparator.reverseOrder()).toList()) {
      if (FILES.remove(file)) {
        try {
          FileTree.delete(file);
        } catch (IOException e) {
          failed = e;
        }
      }
    }
    ScratchFolder.deleteEmpty();
    if (failed != null) {
      throw new UncheckedIOException(failed);
    }
  }
}

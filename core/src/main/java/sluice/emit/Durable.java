package sluice.emit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Names that are on the disk when they have been given.
final class Durable {
  private Durable() {}

  /// Gives a file or folder its name at one stroke, in place of a file or an empty folder that has
  /// it.
  static void move(Path temporary, Path place) throws IOException {
    try {
      Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException _) {
      Files.move(temporary, place, StandardCopyOption.REPLACE_EXISTING);
    }
    force(place.getParent());
  }

  private static void force(@Nullable Path folder) {
    if (folder == null) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException _) {
      // Windows opens no folders, and some systems force none: there the name is as safe as the
      // system makes it. It has been given, so the run has not failed.
    }
  }
}

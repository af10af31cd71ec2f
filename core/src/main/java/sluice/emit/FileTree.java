package sluice.emit;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// A folder with all that is in it. Links are deleted, never followed.
final class FileTree {
  private FileTree() {}

  /// Deletes a file, or a folder and everything in it; does nothing when it is not there.
  static void delete(Path path) throws IOException {
    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      deleteInside(path, path);
    }
    Files.deleteIfExists(path);
  }

  /// Deletes what is in a folder, but for one file.
  static void deleteInside(Path folder, Path kept) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (!file.equals(kept)) {
          delete(file);
        }
      }
    }
  }
}

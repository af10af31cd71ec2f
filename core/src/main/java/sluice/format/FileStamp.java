package sluice.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// What tells a file that somebody wrote to, or put another one in the place of, from one that is
/// as it was: which file it is, its size, and when it was last written to.
///
/// @param key the file in its file system (an inode), or null where there is no such thing
/// @param sizeBytes its size
/// @param modified when it was last written to, as fine as the file system keeps it
public record FileStamp(@Nullable Object key, long sizeBytes, FileTime modified) {
  /// The stamp of a file as it is now, of where a link leads to.
  public static FileStamp of(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return new FileStamp(attributes.fileKey(), attributes.size(), attributes.lastModifiedTime());
  }

  /// Whether a file still has this stamp.
  public boolean fits(Path file) {
    try {
      return equals(of(file));
    } catch (IOException _) {
      // Gone, or behind a folder that was closed: it is not there as it was.
      return false;
    }
  }

  /// Fails when a file does not have this stamp any more.
  ///
  /// @param name what the person calls it
  /// @throws SluiceException `input-changed`
  public void check(Path file, String name) {
    if (!fits(file)) {
      throw changed(name, null);
    }
  }

  static SluiceException changed(String name, @Nullable Throwable cause) {
    return new SluiceException(
        Problem.of(ProblemCode.INPUT_CHANGED, "the document changed while it was read")
            .at(new Location.InWhole(name))
            .because("something else wrote to it, or removed or replaced it")
            .advising("run again when nothing does; nothing was written"),
        cause);
  }
}

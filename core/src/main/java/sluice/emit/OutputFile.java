package sluice.emit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// A file that appears whole or not at all: written beside its place under a temporary name,
/// renamed at the end, deleted when the run does not get that far.
///
/// Not safe for use by several threads, except that [#close] may be called by any thread at any
/// time.
public final class OutputFile implements AutoCloseable {
  private final Path place;
  private final Path temporary;
  private final FileChannel channel;
  private boolean renamed;

  private OutputFile(Path place, Path temporary, FileChannel channel) {
    this.place = place;
    this.temporary = temporary;
    this.channel = channel;
  }

  /// Makes the temporary file, so that a place that cannot be written is known before any work.
  ///
  /// @throws SluiceException `output-unwritable`
  public static OutputFile at(Path place) {
    Path absolute = place.toAbsolutePath();
    Path folder = absolute.getParent();
    try {
      if (folder == null || Files.isDirectory(absolute)) {
        throw new IOException("it is a folder");
      }
      if (!Files.isDirectory(folder)) {
        throw new IOException("the folder " + folder + " does not exist");
      }
      if (Files.exists(absolute) && !Files.isRegularFile(absolute)) {
        throw new IOException("it is not a file but a device or a pipe");
      }
      if (Files.exists(absolute) && !Files.isWritable(absolute)) {
        throw new IOException("the existing file is read-only");
      }
      if (Files.isSymbolicLink(absolute) && !Files.exists(absolute)) {
        throw new IOException("it is a link that leads nowhere");
      }
      // Through a link, so that the file it leads to is replaced and the link stays.
      Path target = Files.exists(absolute) ? absolute.toRealPath() : absolute;
      Path beside = target.getParent() == null ? folder : target.getParent();
      String random = Long.toHexString(ThreadLocalRandom.current().nextLong());
      Path temporary = beside.resolve("." + target.getFileName() + "." + random + ".tmp");
      return new OutputFile(target, temporary, open(temporary, target));
    } catch (IOException e) {
      throw unwritable(place, e);
    }
  }

  private static FileChannel open(Path temporary, Path target) throws IOException {
    TemporaryFiles.add(temporary);
    boolean opened = false;
    try {
      FileChannel channel =
          FileChannel.open(
              temporary,
              Set.of(
                  StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.READ),
              OlderFile.whileWritten(target));
      opened = true;
      return channel;
    } finally {
      if (!opened) {
        TemporaryFiles.remove(temporary);
      }
    }
  }

  /// The problem of a file that cannot be written.
  public static SluiceException unwritable(Path place, IOException cause) {
    String reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return new SluiceException(
        Problem.of(ProblemCode.OUTPUT_UNWRITABLE, "the output cannot be written")
            .at(new Location.InWhole(place.toString()))
            .because(reason)
            .advising("choose another place with -o, or make room; nothing was written"),
        cause);
  }

  /// Where the bytes go.
  public FileChannel channel() {
    return channel;
  }

  /// Where the file will appear.
  public Path place() {
    return place;
  }

  /// Does everything that may take long or fail before the file can appear; nothing may be written
  /// after it.
  ///
  /// @throws SluiceException `output-unwritable`
  public void finish() {
    try {
      boolean replaces = Files.exists(place);
      if (replaces) {
        OlderFile.passOn(place, temporary);
        // A crash right after the rename must not leave an empty file where a good one was.
        channel.force(true);
      }
      channel.close();
    } catch (IOException e) {
      throw unwritable(place, e);
    }
  }

  /// Lets the file appear, in place of an older one if there is one, whose permissions and owner it
  /// takes over.
  ///
  /// @throws SluiceException `output-unwritable`
  public void commit() {
    if (channel.isOpen()) {
      finish();
    }
    try {
      if (!TemporaryFiles.remove(temporary)) {
        throw new IOException("the process was told to end");
      }
      try {
        Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(temporary, place, StandardCopyOption.REPLACE_EXISTING);
      }
      renamed = true;
    } catch (IOException e) {
      throw unwritable(place, e);
    }
  }

  @Override
  public void close() {
    if (renamed) {
      return;
    }
    try {
      channel.close();
      Files.deleteIfExists(temporary);
      TemporaryFiles.remove(temporary);
    } catch (IOException e) {
      throw unwritable(temporary, e);
    }
  }
}

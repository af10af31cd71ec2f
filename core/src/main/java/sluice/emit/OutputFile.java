package sluice.emit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// A file that appears whole or not at all: written in a [ScratchFolder] beside its place, renamed
/// at the end, deleted when the run does not get that far. When it has appeared, it is there after
/// the power has failed too: its bytes are on the disk before the name, and the name before
/// [#commit] returns.
///
/// Not safe for use by several threads, except that [#close] may be called by any thread at any
/// time.
public final class OutputFile implements AutoCloseable {
  private final Path place;
  private final ScratchFolder scratch;
  private final Path temporary;
  private final FileChannel channel;
  private boolean done;

  private OutputFile(Path place, ScratchFolder scratch, Path temporary, FileChannel channel) {
    this.place = place;
    this.scratch = scratch;
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
      return open(target, ScratchFolder.in(beside));
    } catch (IOException e) {
      throw unwritable(place, e);
    }
  }

  private static OutputFile open(Path place, ScratchFolder scratch) throws IOException {
    Path temporary = scratch.newPath();
    TemporaryFiles.add(temporary);
    boolean opened = false;
    try {
      FileChannel channel =
          FileChannel.open(
              temporary,
              Set.of(
                  StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.READ),
              OlderFile.whileWritten(place));
      opened = true;
      return new OutputFile(place, scratch, temporary, channel);
    } finally {
      if (!opened) {
        boolean _ = TemporaryFiles.remove(temporary);
        scratch.close();
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
      if (Files.exists(place)) {
        OlderFile.passOn(place, temporary);
      }
      // The system may keep the rename and lose the bytes when the power fails in between.
      channel.force(true);
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
      Durable.move(temporary, place);
      done = true;
      scratch.close();
    } catch (NoSuchFileException e) {
      throw unwritable(place, new IOException("its folder was removed during the run", e));
    } catch (IOException e) {
      throw unwritable(place, e);
    }
  }

  @Override
  public void close() {
    if (done) {
      return;
    }
    done = true;
    try {
      channel.close();
      Files.deleteIfExists(temporary);
      boolean _ = TemporaryFiles.remove(temporary);
    } catch (IOException e) {
      throw unwritable(temporary, e);
    } finally {
      scratch.close();
    }
  }
}

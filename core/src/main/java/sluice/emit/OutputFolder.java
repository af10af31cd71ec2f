package sluice.emit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// A folder of files that appears whole or not at all: made in a [ScratchFolder] beside its place,
/// renamed at the end, deleted when the run does not get that far.
///
/// There is no folder in its place yet, or an empty one. Nobody can replace a folder that holds
/// something at one stroke, and what is in it may be somebody's.
public final class OutputFolder implements AutoCloseable {
  private final Path place;
  private final ScratchFolder scratch;
  private final Path temporary;
  private boolean done;

  private OutputFolder(Path place, ScratchFolder scratch, Path temporary) {
    this.place = place;
    this.scratch = scratch;
    this.temporary = temporary;
  }

  /// Makes the temporary folder, so that a place that cannot be written is known before any work.
  ///
  /// @throws sluice.problem.SluiceException `output-unwritable`
  public static OutputFolder at(Path place) {
    try {
      Path absolute = throughLinks(place.toAbsolutePath());
      Path parent = absolute.getParent();
      if (parent == null || !Files.isDirectory(parent)) {
        throw new IOException("the folder " + parent + " does not exist");
      }
      if (Files.exists(absolute) && !isEmptyFolder(absolute)) {
        throw new IOException("it is there already, and not an empty folder");
      }
      return make(absolute, ScratchFolder.in(parent));
    } catch (IOException e) {
      throw OutputFile.unwritable(place, e);
    }
  }

  private static OutputFolder make(Path place, ScratchFolder scratch) throws IOException {
    Path temporary = scratch.newPath();
    TemporaryFiles.add(temporary);
    boolean made = false;
    try {
      Files.createDirectory(temporary);
      made = true;
      return new OutputFolder(place, scratch, temporary);
    } finally {
      if (!made) {
        boolean _ = TemporaryFiles.remove(temporary);
        scratch.close();
      }
    }
  }

  /// Through a link, so that the folder it leads to is replaced and the link stays.
  private static Path throughLinks(Path place) throws IOException {
    if (Files.exists(place)) {
      return place.toRealPath();
    }
    if (Files.isSymbolicLink(place)) {
      throw new IOException("it is a link that leads nowhere");
    }
    return place;
  }

  private static boolean isEmptyFolder(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.findAny().isEmpty();
    }
  }

  /// Writes a file.
  ///
  /// @param path relative, with `/`; folders on the way are made
  /// @throws sluice.problem.SluiceException `output-unwritable`
  public void write(String path, String text) {
    Path file = temporary.resolve(path);
    try {
      Files.createDirectories(file.getParent() == null ? temporary : file.getParent());
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw OutputFile.unwritable(place, e);
    }
  }

  /// Lets the folder appear.
  ///
  /// @throws sluice.problem.SluiceException `output-unwritable`
  public void commit() {
    try {
      if (!TemporaryFiles.remove(temporary)) {
        throw new IOException("the process was told to end");
      }
      Files.deleteIfExists(place);
      Durable.move(temporary, place);
      done = true;
      scratch.close();
    } catch (DirectoryNotEmptyException e) {
      throw OutputFile.unwritable(place, new IOException("something was put there meanwhile", e));
    } catch (IOException e) {
      throw OutputFile.unwritable(place, e);
    }
  }

  @Override
  public void close() {
    if (done) {
      return;
    }
    done = true;
    boolean _ = TemporaryFiles.remove(temporary);
    try {
      FileTree.delete(temporary);
    } catch (IOException e) {
      throw OutputFile.unwritable(temporary, e);
    } finally {
      scratch.close();
    }
  }
}

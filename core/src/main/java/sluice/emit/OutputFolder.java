package sluice.emit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A folder of files that appears whole or not at all: made beside its place under a temporary
/// name, renamed at the end, deleted when the run does not get that far.
///
/// There is no folder in its place yet, or an empty one. Nobody can replace a folder that holds
/// something at one stroke, and what is in it may be somebody's.
public final class OutputFolder implements AutoCloseable {
  private final Path place;
  private final Path temporary;

  /// What was made, inner things last.
  private final Deque<Path> made = new ArrayDeque<>();

  private boolean renamed;

  private OutputFolder(Path place, Path temporary) {
    this.place = place;
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
      String random = Long.toHexString(ThreadLocalRandom.current().nextLong());
      Path temporary = parent.resolve("." + absolute.getFileName() + "." + random + ".tmp");
      OutputFolder folder = new OutputFolder(absolute, temporary);
      folder.make(temporary);
      return folder;
    } catch (IOException e) {
      throw OutputFile.unwritable(place, e);
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

  private void make(Path folder) throws IOException {
    TemporaryFiles.add(folder);
    made.push(folder);
    Files.createDirectory(folder);
  }

  /// Writes a file.
  ///
  /// @param path relative, with `/`; folders on the way are made
  /// @throws sluice.problem.SluiceException `output-unwritable`
  public void write(String path, String text) {
    Path file = temporary.resolve(path);
    try {
      makeParents(file.getParent());
      TemporaryFiles.add(file);
      made.push(file);
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw OutputFile.unwritable(place, e);
    }
  }

  private void makeParents(@Nullable Path folder) throws IOException {
    if (folder != null && !Files.isDirectory(folder)) {
      makeParents(folder.getParent());
      make(folder);
    }
  }

  /// Lets the folder appear.
  ///
  /// @throws sluice.problem.SluiceException `output-unwritable`
  public void commit() {
    boolean isOurs = true;
    for (Path path : made) {
      isOurs &= TemporaryFiles.remove(path);
    }
    try {
      if (!isOurs) {
        throw new IOException("the process was told to end");
      }
      Files.deleteIfExists(place);
      try {
        Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(temporary, place);
      }
      renamed = true;
    } catch (DirectoryNotEmptyException e) {
      throw OutputFile.unwritable(place, new IOException("something was put there meanwhile", e));
    } catch (IOException e) {
      throw OutputFile.unwritable(place, e);
    }
  }

  @Override
  public void close() {
    if (renamed) {
      return;
    }
    try {
      while (!made.isEmpty()) {
        Path path = made.pop();
        TemporaryFiles.remove(path);
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw OutputFile.unwritable(temporary, e);
    }
  }
}

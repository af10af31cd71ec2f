package sluice.server.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import sluice.server.frame.FrameException;

/// The runs on disk: a folder for each with `run.json` (what it was begun with), `journal.ndjson`
/// and, since it was last seen, `summary.json` (what people are shown of it). Only their owner can
/// read them.
final class RunStore {
  /// Runs that are kept; of more the oldest go when a new one begins.
  static final int RUNS_MAX = 200;

  /// Their journals together.
  static final long SIZE_BYTES_MAX = 4L * 1024 * 1024 * 1024;

  private static final String HEAD = "run.json";
  private static final String JOURNAL = "journal.ndjson";
  private static final String SUMMARY = "summary.json";

  private final Path folder;

  /// @param state the folder for all that Sluice remembers; made when needed
  RunStore(Path state) {
    this.folder = state.resolve("runs");
  }

  /// Makes the place of a new run.
  ///
  /// @throws IOException also when another server has just begun one of that name
  void create(RunHead head) throws IOException {
    Path parent = folder.getParent();
    if (parent != null) {
      makeFolder(parent);
    }
    makeFolder(folder);
    prune();
    Path place = folder.resolve(head.id());
    makeNewFolder(place);
    write(place.resolve(HEAD), head.line());
  }

  /// What a run was begun with, or empty when there is none of that name.
  Optional<RunHead> head(String id) throws IOException {
    if (!RunNames.FORM.matcher(id).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(RunHead.of(Files.readString(folder.resolve(id).resolve(HEAD))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (FrameException e) {
      throw new IOException("what is remembered of run " + id + " is damaged", e);
    }
  }

  /// The journal of a run.
  Path journal(String id) {
    return folder.resolve(id).resolve(JOURNAL);
  }

  /// Remembers what people are shown of a run.
  void summarise(RunSummary summary) throws IOException {
    write(folder.resolve(summary.id()).resolve(SUMMARY), summary.json(true));
  }

  /// The summary of a run as JSON, or empty when it has none.
  Optional<String> summary(String id) {
    try {
      return Optional.of(Files.readString(folder.resolve(id).resolve(SUMMARY)).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// Names of runs, newest first: names sort by time ([RunNames]).
  List<String> ids() throws IOException {
    List<String> ids = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> places = Files.newDirectoryStream(folder)) {
        for (Path place : places) {
          String name = String.valueOf(place.getFileName());
          if (RunNames.FORM.matcher(name).matches()) {
            ids.add(name);
          }
        }
      }
    }
    ids.sort(Collections.reverseOrder());
    return ids;
  }

  private void prune() throws IOException {
    int count = 0;
    long sizeBytes = 0;
    for (String id : ids()) {
      count++;
      sizeBytes += journal(id).toFile().length();
      if (count >= RUNS_MAX || sizeBytes > SIZE_BYTES_MAX) {
        delete(id);
      }
    }
  }

  /// Deletes what is kept of a run, unless it is under way somewhere.
  private void delete(String id) throws IOException {
    Path place = folder.resolve(id);
    try (Journal journal = Journal.open(journal(id))) {
      if (journal == null) {
        return;
      }
    }
    for (String name : List.of(SUMMARY, JOURNAL, HEAD)) {
      Files.deleteIfExists(place.resolve(name));
    }
    Files.deleteIfExists(place);
  }

  /// Appears whole or not at all.
  private static void write(Path file, String line) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(beside, line + "\n", StandardCharsets.UTF_8);
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /// Makes a folder that only its owner can read, where the system knows owners; does nothing when
  /// it is there.
  private static void makeFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path parent = folder.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    makeNewFolder(folder);
  }

  private static void makeNewFolder(Path folder) throws IOException {
    Path parent = folder.getParent();
    if (Files.getFileStore(parent == null ? Path.of("") : parent).supportsFileAttributeView("posix")) {
      Files.createDirectory(
          folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectory(folder);
    }
  }
}

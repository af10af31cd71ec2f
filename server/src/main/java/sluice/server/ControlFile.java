package sluice.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/// The file by which a command finds a running server: its port and a key, for their owner only.
final class ControlFile {
  private final Path file;
  private final String key;

  ControlFile(Path state, String key) {
    this.file = state.resolve("server.txt");
    this.key = key;
  }

  /// A server that may be running.
  ///
  /// @param key what its control requests need
  record Found(int port, String key) {}

  /// What the command must know.
  String key() {
    return key;
  }

  /// Says where the server is.
  void write(int port) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path beside = file.resolveSibling("server.txt." + ProcessHandle.current().pid());
    Files.deleteIfExists(beside);
    if (Files.getFileStore(folder == null ? file : folder).supportsFileAttributeView("posix")) {
      Files.createFile(
          beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(beside, port + "\n" + key + "\n", StandardCharsets.US_ASCII);
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /// Takes the file away if it is that of this server.
  void delete() {
    try {
      if (read(file).filter(found -> found.key().equals(key)).isPresent()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // A file that is left says where nobody answers, which whoever reads it finds out.
      return;
    }
  }

  /// Reads where a server may be running.
  static Optional<Found> find(Path state) throws IOException {
    return read(state.resolve("server.txt"));
  }

  private static Optional<Found> read(Path file) throws IOException {
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
      return lines.size() < 2
          ? Optional.empty()
          : Optional.of(new Found(Integer.parseInt(lines.get(0)), lines.get(1)));
    } catch (NoSuchFileException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}

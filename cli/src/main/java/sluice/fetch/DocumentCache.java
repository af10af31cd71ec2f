package sluice.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import sluice.emit.TemporaryFiles;
import sluice.json.JsonLimits;
import sluice.json.JsonScanner;
import sluice.problem.SluiceException;

/// Fetched files, packed, in a folder only their owner can read: one entry for each file, that of
/// the state it had when it was fetched last.
///
/// An entry appears whole or not at all. It is used only when it unpacks without a fault, is a
/// whole JSON text, and says itself that it has the state that is wanted; else it is deleted.
/// Failures of the disk are thrown as [IOException], and no reason not to fetch.
public final class DocumentCache {
  /// All entries together; those used longest ago go first.
  public static final long SIZE_BYTES_MAX = 2L * 1024 * 1024 * 1024;

  private static final int PIECE_SIZE_BYTES = 64 * 1024;
  private static final Duration LEFT_BEHIND = Duration.ofDays(1);
  private static final Pattern ENTRY = Pattern.compile("([0-9a-f]{16})-[0-9a-f]{32}\\.json\\.gz");
  private static final int KEY_CHARS = 16;
  private static final int STATE_CHARS = 32;
  private static final String UNFINISHED = ".unfinished-";

  private final Path folder;
  private final long sizeBytesMax;

  /// A cache in a folder of its own, made when something is stored.
  DocumentCache(Path folder, long sizeBytesMax) {
    this.folder = folder;
    this.sizeBytesMax = sizeBytesMax;
  }

  /// The cache of the person who runs this.
  public static Optional<DocumentCache> of(Map<String, String> environment) {
    return CacheFolder.of(
            environment, System.getProperty("user.home", ""), System.getProperty("os.name", ""))
        .map(folder -> new DocumentCache(folder, SIZE_BYTES_MAX));
  }

  /// Unpacks the entry of a file in a certain state.
  ///
  /// @param target replaced; whatever it holds when there is no entry
  /// @return the file, or empty when there is no entry that can be trusted
  Optional<FileLayout> restore(FileKey key, FileState state, Path target) throws IOException {
    Path entry = entry(key, state);
    if (!Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(entry);
        InputStream plain = new GZIPInputStream(in, PIECE_SIZE_BYTES);
        OutputStream out = Files.newOutputStream(target)) {
      plain.transferTo(out);
    } catch (ZipException | EOFException e) {
      Files.deleteIfExists(entry);
      return Optional.empty();
    }
    Optional<FileLayout> file = read(key, target);
    if (file.isEmpty() || !file.get().state().version().equals(state.version())) {
      Files.deleteIfExists(entry);
      return Optional.empty();
    }
    Files.setLastModifiedTime(entry, FileTime.from(Instant.now()));
    return file;
  }

  private static Optional<FileLayout> read(FileKey key, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      JsonScanner scanner = new JsonScanner(in, key.toString(), JsonLimits.defaults());
      scanner.begin();
      Call call = new Call(URI.create(""), key.toString(), false);
      FileLayout layout = new FileReader(false).read(scanner, call);
      scanner.end();
      return Optional.of(layout);
    } catch (SluiceException e) {
      if (e.getCause() instanceof IOException failed) {
        throw failed;
      }
      return Optional.empty();
    }
  }

  /// Keeps a file, in place of older states of it. Does nothing when it alone is larger than the
  /// bound.
  ///
  /// @param document the file, unpacked
  void store(FileKey key, FileState state, Path document) throws IOException {
    prepareFolder();
    deleteUnfinished();
    // Made with permissions for its owner only.
    Path unfinished = Files.createTempFile(folder, UNFINISHED, ".tmp");
    TemporaryFiles.add(unfinished);
    try {
      try (OutputStream out = new FastGzip(Files.newOutputStream(unfinished))) {
        Files.copy(document, out);
      }
      if (Files.size(unfinished) <= sizeBytesMax) {
        Path entry = entry(key, state);
        deleteOthers(entry, Files.size(unfinished));
        Files.move(
            unfinished, entry, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(unfinished);
      TemporaryFiles.remove(unfinished);
    }
  }

  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, PIECE_SIZE_BYTES);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  private void prepareFolder() throws IOException {
    Files.createDirectories(folder);
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(folder + " is a link");
    }
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      Set<PosixFilePermission> ownerOnly = PosixFilePermissions.fromString("rwx------");
      if (!Files.getPosixFilePermissions(folder).equals(ownerOnly)) {
        Files.setPosixFilePermissions(folder, ownerOnly);
      }
    }
  }

  /// What a process left that was ended from outside.
  private void deleteUnfinished() throws IOException {
    Instant old = Instant.now().minus(LEFT_BEHIND);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, UNFINISHED + "*")) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private record Entry(Path path, long sizeBytes, FileTime used) {}

  /// Makes room for an entry.
  private void deleteOthers(Path entry, long sizeBytes) throws IOException {
    String file = entry.getFileName().toString().substring(0, KEY_CHARS);
    List<Entry> kept = new ArrayList<>();
    long total = sizeBytes;
    try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder)) {
      for (Path path : paths) {
        String name = path.getFileName().toString();
        if (!ENTRY.matcher(name).matches()) {
          continue;
        }
        if (name.startsWith(file)) {
          Files.deleteIfExists(path);
        } else {
          kept.add(new Entry(path, Files.size(path), Files.getLastModifiedTime(path)));
          total += Files.size(path);
        }
      }
    }
    kept.sort(Comparator.comparing(Entry::used));
    for (Entry oldest : kept) {
      if (total <= sizeBytesMax) {
        break;
      }
      Files.deleteIfExists(oldest.path());
      total -= oldest.sizeBytes();
    }
  }

  /// Named by digests: of the key, since names that differ in case only may be the same to the file
  /// system, and of the state.
  private Path entry(FileKey key, FileState state) {
    String file = digest(key.text()).substring(0, KEY_CHARS);
    String version =
        digest(key.text() + "\n" + state.version() + "\n" + state.touched())
            .substring(0, STATE_CHARS);
    return folder.resolve(file + "-" + version + ".json.gz");
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

package sluice.token.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.FileChannel;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import sluice.archive.Archive;
import sluice.archive.ArchiveEntry;
import sluice.archive.DirectoryReader;
import sluice.archive.EntryCodec;
import sluice.archive.LocalRecord;
import sluice.archive.RecordReader;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.problem.SluiceException;
import sluice.token.TokenLibrary;

/// The token libraries inside a Penpot archive: one for each of its files that has tokens (Penpot,
/// archive layout).
public final class PenpotArchive {
  /// Files of an archive whose libraries are read.
  private static final int LIBRARIES_MAX = 1_000;

  private static final Pattern TOKENS = Pattern.compile("files/[^/]+/tokens\\.json");

  private PenpotArchive() {}

  /// Reads one library.
  ///
  /// @param archiveName what the person calls the archive
  /// @param problems as [PenpotLibrary#readArchived] has them
  /// @throws SluiceException `archive-malformed`, `limit-exceeded`, `token-file-malformed`
  public static TokenLibrary library(
      Archive archive, ArchiveEntry entry, String archiveName, ProblemTally problems)
      throws IOException {
    String name = archiveName + ", " + entry.name();
    if (entry.size() > SourceLimits.TOKEN_FILE_SIZE_MAX_BYTES) {
      throw SourceLimits.exceeded(
          "the token library is too large",
          new Location.InWhole(name),
          "%,d bytes, at most %,d".formatted(entry.size(), SourceLimits.TOKEN_FILE_SIZE_MAX_BYTES));
    }
    RecordReader records = archive.records();
    LocalRecord place = records.locate(entry);
    byte[] data = new byte[Math.toIntExact(place.dataEnd() - place.dataStart())];
    records.read(place.dataStart(), data, 0, data.length);
    try (EntryCodec codec =
        archive.codec(Math.toIntExact(SourceLimits.TOKEN_FILE_SIZE_MAX_BYTES))) {
      int size = codec.inflate(entry, data, 0, data.length);
      return PenpotLibrary.readArchived(
          new InputStreamReader(
              new ByteArrayInputStream(codec.content(), 0, size),
              StandardCharsets.UTF_8
                  .newDecoder()
                  .onMalformedInput(CodingErrorAction.REPORT)
                  .onUnmappableCharacter(CodingErrorAction.REPORT)),
          name,
          problems);
    }
  }

  /// Reads the libraries of all files of an archive as one: of two sets with one name the later
  /// counts.
  ///
  /// @throws SluiceException as above, and `library-missing` when no file has tokens
  static TokenLibrary read(Path file, ProblemTally problems) {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        Archive archive = Archive.open(channel, file.toString(), folder, () -> {})) {
      List<TokenLibrary> libraries = new ArrayList<>();
      DirectoryReader directory = archive.directory();
      for (ArchiveEntry entry = directory.next(); entry != null; entry = directory.next()) {
        if (TOKENS.matcher(entry.name()).matches() && libraries.size() < LIBRARIES_MAX) {
          libraries.add(library(archive, entry, file.toString(), problems));
        }
      }
      if (libraries.isEmpty()) {
        throw new SluiceException(
            Problem.of(ProblemCode.LIBRARY_MISSING, "the archive carries no token library")
                .at(new Location.InWhole(file.toString()))
                .because("no file in it has a tokens.json")
                .advising("name a Penpot file with tokens, or the token files themselves"));
      }
      return LibraryMerge.ofOneDialect(libraries);
    } catch (IOException e) {
      throw SourceText.unreadable(file, e);
    }
  }
}

package sluice.token.source;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sluice.problem.ProblemTally;
import sluice.token.TokenLibrary;

/// Where tokens come from: token files and folders of them.
///
/// Read here: the single file of Tokens Studio (one member for each set, or the same under
/// `values`, or a bare list) and its multi-file folder; the same of Penpot, told by what its
/// `$metadata` marks active; Penpot archives, with the libraries in them; DTCG token files and
/// resolver documents, told by what only they have.
public final class TokenSource {
  private TokenSource() {}

  /// Reads one token file, or a folder of them.
  ///
  /// @param path a file or folder; places in problems start with it
  /// @param problems is given one `token-skipped` for each place that holds no token
  /// @throws sluice.problem.SluiceException `file-missing`, `file-unreadable`, `library-missing`
  ///   for a folder without token files, `token-file-malformed` with line and column,
  ///   `format-unsupported`, `limit-exceeded`
  public static TokenLibrary read(Path path, ProblemTally problems) {
    return read(path, problems, new LibraryCount());
  }

  private static TokenLibrary read(Path path, ProblemTally problems, LibraryCount count) {
    if (Files.isDirectory(path)) {
      return new FolderReader(path, problems, count).read();
    }
    if (!Files.exists(path)) {
      throw SourceText.missing(path, new NoSuchFileException(path.toString()));
    }
    if (SourceText.isArchive(path)) {
      return PenpotArchive.read(path, problems);
    }
    Places places = Places.inFile(path.toString());
    SourceValue root = SourceText.parse(path, count);
    if (PenpotLibrary.isOne(root)) {
      return PenpotLibrary.imported(root, "", places, problems, count);
    }
    return DtcgSource.isOne(root, path)
        ? DtcgSource.read(root, path, problems, count)
        : new LibraryReader(places, true, problems, count).file(root);
  }

  /// Reads several and merges them: of two sets with one name, or two themes with one id, the later
  /// counts, at the position of the earlier.
  ///
  /// @param paths at least one, in the order they were given
  public static TokenLibrary readAll(List<Path> paths, ProblemTally problems) {
    List<TokenLibrary> libraries = new ArrayList<>(paths.size());
    LibraryCount count = new LibraryCount();
    for (Path path : paths) {
      libraries.add(read(path, problems, count));
    }
    return LibraryMerge.merge(libraries);
  }

  /// Reads several by Penpot's rules, whatever wrote them, and merges them: archives with what is
  /// in them, all else as Penpot's import dialog would.
  ///
  /// @param paths at least one, in the order they were given
  public static TokenLibrary readAllPenpot(List<Path> paths, ProblemTally problems) {
    List<TokenLibrary> libraries = new ArrayList<>(paths.size());
    for (Path path : paths) {
      libraries.add(
          Files.isRegularFile(path) && SourceText.isArchive(path)
              ? PenpotArchive.read(path, problems)
              : PenpotLibrary.read(path, problems));
    }
    return LibraryMerge.merge(libraries);
  }

  /// Reads several by the rules of DTCG, whatever they look like, and merges them, later ones over
  /// earlier ones.
  ///
  /// @param paths at least one token file or resolver document, in the order they were given
  /// @throws sluice.problem.SluiceException as [#read]; `option-invalid` for two resolver documents
  public static TokenLibrary readAllDtcg(List<Path> paths, ProblemTally problems) {
    List<TokenLibrary> libraries = new ArrayList<>(paths.size());
    LibraryCount count = new LibraryCount();
    for (Path path : paths) {
      libraries.add(DtcgSource.read(path, problems, count));
    }
    return LibraryMerge.merge(libraries);
  }
}

package sluice.token.source;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.problem.SluiceException;
import sluice.token.Dialect;
import sluice.token.TokenLibraries;
import sluice.token.TokenLibrary;

/// Where tokens come from: token files and folders of them.
///
/// Read here: the single file of Tokens Studio (one member for each set, or the same under
/// `values`, or a bare list) and its multi-file folder; the same of Penpot, told by what its
/// `$metadata` marks active; Penpot archives, with the libraries in them; DTCG token files and
/// resolver documents, told by what only they have, and folders of them.
public final class TokenSource {
  private TokenSource() {}

  /// Which dialect a source is of.
  ///
  /// @param said what a person says, whatever the source looks like; null to go by its content
  /// @param inDoubt what it is when it could be of Tokens Studio as well as of Penpot
  public record Telling(@Nullable Dialect said, Dialect inDoubt) {
    /// By content alone, and what does not tell is of Tokens Studio.
    public static final Telling BY_CONTENT = new Telling(null, Dialect.TOKENS_STUDIO);

    private Dialect of(@Nullable Dialect told) {
      return said != null ? said : told != null ? told : inDoubt;
    }
  }

  /// Reads one token file, or a folder of them.
  ///
  /// @param path a file or folder; places in problems start with it
  /// @param problems is given one `token-skipped` for each place that holds no token
  /// @throws sluice.problem.SluiceException `file-missing`, `file-unreadable`, `library-missing`
  ///   for a folder without token files, `token-file-malformed` with line and column,
  ///   `format-unsupported`, `limit-exceeded`
  public static TokenLibrary read(Path path, ProblemTally problems) {
    return read(path, Telling.BY_CONTENT, problems, new LibraryCount());
  }

  private static TokenLibrary read(
      Path path, Telling telling, ProblemTally problems, LibraryCount count) {
    if (Files.isDirectory(path)) {
      FolderReader folder = new FolderReader(path, problems, count);
      return switch (telling.of(telling.said() == null ? folder.dialect() : null)) {
        case TOKENS_STUDIO -> folder.read();
        case PENPOT -> folder.readPenpot();
        case DTCG -> folder.readDtcg();
      };
    }
    if (!Files.exists(path)) {
      throw SourceText.missing(path, new NoSuchFileException(path.toString()));
    }
    if (SourceText.isArchive(path)) {
      if (telling.said() != null && telling.said() != Dialect.PENPOT) {
        throw new SluiceException(
            Problem.of(ProblemCode.OPTION_INVALID, "an archive holds libraries of Penpot")
                .at(new Location.InWhole(path.toString()))
                .because("another dialect was said")
                .advising("leave --dialect out"));
      }
      return PenpotArchive.read(path, problems);
    }
    Places places = Places.inFile(path.toString());
    SourceValue root = SourceText.parse(path, count);
    return switch (telling.of(SourceDialect.of(root, path))) {
      case TOKENS_STUDIO -> new LibraryReader(places, true, problems, count).file(root);
      case PENPOT ->
          PenpotLibrary.imported(root, PenpotLibrary.baseName(path), places, problems, count);
      case DTCG -> DtcgSource.read(root, path, problems, count);
    };
  }

  /// The files of a source and what stands in each, for whoever changes their texts.
  ///
  /// @throws SluiceException as [#read]; `format-unsupported` for archives and resolver documents
  public static List<LibraryPart> parts(Path path, Telling telling) {
    if (Files.isDirectory(path)) {
      FolderReader folder = new FolderReader(path, new ProblemTally(), new LibraryCount());
      return folder.parts(telling.of(telling.said() == null ? folder.dialect() : null));
    }
    if (!Files.exists(path)) {
      throw SourceText.missing(path, new NoSuchFileException(path.toString()));
    }
    if (SourceText.isArchive(path)) {
      throw unsupported(path, "it is an archive", "give the archive as a document");
    }
    SourceValue root = SourceText.parse(path, new LibraryCount());
    if (ResolverDocument.isOne(root)) {
      throw unsupported(
          path, "it is a resolver document, which names others", "give the files it names");
    }
    Dialect dialect = telling.of(SourceDialect.of(root, path));
    return List.of(new LibraryPart(path, form(root, dialect), dialect));
  }

  private static LibraryPart.Form form(SourceValue root, Dialect dialect) {
    if (!(root instanceof SourceValue.Obj object) || dialect == Dialect.DTCG) {
      return LibraryPart.Form.ONE_SET;
    }
    if (dialect == Dialect.PENPOT) {
      return object.get(LibraryReader.THEMES) != null || object.get(LibraryReader.METADATA) != null
          ? LibraryPart.Form.SETS
          : LibraryPart.Form.ONE_SET;
    }
    return LibraryReader.isWrapped(object) ? LibraryPart.Form.WRAPPED_SETS : LibraryPart.Form.SETS;
  }

  private static SluiceException unsupported(Path path, String why, String help) {
    return new SluiceException(
        Problem.of(ProblemCode.FORMAT_UNSUPPORTED, "the text of this token source is not changed")
            .at(new Location.InWhole(path.toString()))
            .because(why)
            .advising(help));
  }

  /// Reads several and merges those of one dialect: of two sets with one name, or two themes with
  /// one id, the later counts, at the position of the earlier; DTCG files are laid over each other.
  /// Penpot's are read as its import dialog would.
  ///
  /// @param paths at least one, in the order they were given
  /// @throws sluice.problem.SluiceException as [#read]; `option-invalid` for two resolver documents
  ///   that both leave a choice, and for an archive that is said to be of another dialect
  public static TokenLibraries readAll(List<Path> paths, Telling telling, ProblemTally problems) {
    List<TokenLibrary> libraries = new ArrayList<>(paths.size());
    LibraryCount count = new LibraryCount();
    for (Path path : paths) {
      libraries.add(read(path, telling, problems, count));
    }
    return LibraryMerge.ofAnyDialect(paths, libraries);
  }
}

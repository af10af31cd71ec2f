package sluice.token.source;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.problem.SluiceException;
import sluice.token.Dialect;
import sluice.token.Theme;
import sluice.token.TokenLibrary;
import sluice.token.TokenSet;
import sluice.token.dtcg.DtcgLayer;
import sluice.token.dtcg.DtcgLibrary;

/// A folder of token files: every `*.json` below it is a set, named by its path; themes and the
/// order of sets have files of their own at the root (Tokens Studio, containers). In a folder of
/// DTCG files, `*.tokens` too, every file is laid over those before it.
///
/// A file that is no JSON ends the run: a broken set that silently vanished would change values.
final class FolderReader {
  private static final String EXTENSION = ".json";
  private static final List<String> EXTENSIONS = List.of(EXTENSION);
  private static final List<String> DTCG_EXTENSIONS = List.of(EXTENSION, ".tokens");
  private static final String THEMES_FILE = LibraryReader.THEMES + EXTENSION;
  private static final String METADATA_FILE = LibraryReader.METADATA + EXTENSION;

  private final Path root;
  private final ProblemTally problems;
  private final LibraryCount count;

  FolderReader(Path root, ProblemTally problems, LibraryCount count) {
    this.root = root;
    this.problems = problems;
    this.count = count;
  }

  /// The dialect the folder says it is of, or null when nothing in it tells: by its files for
  /// themes and metadata, else by what the token files hold.
  ///
  /// Folders of DTCG files have no such files. One token that is surely of Tokens Studio decides
  /// against DTCG. Files are read one after the other, and nothing is kept of them.
  @Nullable Dialect dialect() {
    Path metadata = root.resolve(METADATA_FILE);
    if (Files.isRegularFile(metadata)) {
      return PenpotLibrary.isMetadata(SourceText.parse(metadata, new LibraryCount()))
          ? Dialect.PENPOT
          : Dialect.TOKENS_STUDIO;
    }
    if (Files.isRegularFile(root.resolve(THEMES_FILE))) {
      return Dialect.TOKENS_STUDIO;
    }
    LibraryCount count = new LibraryCount();
    Dialect told = null;
    for (Path file : files(DTCG_EXTENSIONS)) {
      SourceValue content = SourceText.parse(file, count);
      if (SourceDialect.isSurelyOfStudio(content)) {
        return Dialect.TOKENS_STUDIO;
      }
      Dialect ofFile = SourceDialect.of(content, file);
      boolean tells = ofFile == Dialect.DTCG || ofFile == Dialect.TOKENS_STUDIO;
      told = told == Dialect.DTCG || !tells ? told : ofFile;
    }
    return told;
  }

  /// The library as DTCG: every file is a layer, sorted by path, later ones win.
  TokenLibrary readDtcg() {
    List<DtcgLayer> layers = new ArrayList<>();
    for (Path file : files(DTCG_EXTENSIONS)) {
      SourceValue content = SourceText.parse(file, count);
      LibraryReader.refuseResolverDocument(content, Places.inFile(file.toString()).at(1, 1));
      layers.add(
          new DtcgLayer(
              DtcgSource.setName(relative(file)),
              List.of(new DtcgReader(file.toString(), problems, count).read(content))));
    }
    if (layers.isEmpty()) {
      throw empty();
    }
    return TokenLibrary.dtcg(new DtcgLibrary(layers, List.of()));
  }

  /// The library of Tokens Studio, its sets in the order its metadata gives, or sorted by path.
  TokenLibrary read() {
    List<TokenSet> sets = new ArrayList<>();
    List<Theme> themes = List.of();
    List<String> order = List.of();
    List<Path> files = files(EXTENSIONS);
    for (Path file : files) {
      String relative = relative(file);
      Places places = Places.inFile(file.toString());
      SourceValue content = SourceText.parse(file, count);
      if (relative.equals(THEMES_FILE)) {
        themes = new ThemeReader(places, problems).themes(content);
      } else if (relative.equals(METADATA_FILE)) {
        order = SetFileOrder.listed(content);
      } else {
        String name = relative.substring(0, relative.length() - EXTENSION.length());
        TokenSet set = set(name, content, places);
        if (set != null) {
          sets.add(set);
        }
      }
    }
    if (files.isEmpty()) {
      throw empty();
    }
    return new TokenLibrary(SetFileOrder.sort(sets, order), themes, List.of(), Map.of());
  }

  /// The files and what stands in each.
  List<LibraryPart> parts(Dialect dialect) {
    List<LibraryPart> parts = new ArrayList<>();
    for (Path file : files(dialect == Dialect.DTCG ? DTCG_EXTENSIONS : EXTENSIONS)) {
      String relative = relative(file);
      boolean plain = dialect == Dialect.DTCG;
      LibraryPart.Form form =
          !plain && relative.equals(THEMES_FILE)
              ? LibraryPart.Form.THEMES
              : !plain && relative.equals(METADATA_FILE)
                  ? LibraryPart.Form.METADATA
                  : LibraryPart.Form.ONE_SET;
      parts.add(new LibraryPart(file, form, dialect));
    }
    return parts;
  }

  /// The library as Penpot reads such a folder.
  TokenLibrary readPenpot() {
    PenpotAssembly assembly =
        new PenpotAssembly(Places.inFile(root.resolve(THEMES_FILE).toString()), problems, count);
    SourceValue themes = null;
    SourceValue metadata = null;
    for (Path file : files(EXTENSIONS)) {
      String relative = relative(file);
      Places places = Places.inFile(file.toString());
      SourceValue content = SourceText.parse(file, count);
      if (relative.equals(THEMES_FILE)) {
        themes = content;
      } else if (relative.equals(METADATA_FILE)) {
        metadata = content;
      } else if (content instanceof SourceValue.Obj object) {
        String name = relative.substring(0, relative.length() - EXTENSION.length());
        assembly.addSet(name, object, PenpotForm.of(object) == PenpotForm.LEGACY, places);
      } else {
        throw new SluiceException(
            Problem.of(ProblemCode.TOKEN_FILE_MALFORMED, "this is no token set")
                .at(places.at(content.line(), content.column()))
                .because("a token set is a JSON object"));
      }
    }
    return assembly.library(themes, metadata);
  }

  private @Nullable TokenSet set(String name, SourceValue content, Places places) {
    LibraryReader.refuseResolverDocument(content, places.at(1, 1));
    if (content instanceof SourceValue.Obj object && object.members().isEmpty()) {
      return null;
    }
    return SetReader.read(name, content, new TokenReader(name, places, true, problems, count));
  }

  private SluiceException empty() {
    return new SluiceException(
        Problem.of(ProblemCode.LIBRARY_MISSING, "the folder holds no token files")
            .at(new Location.InWhole(root.toString()))
            .because("no file below it is named *.json"));
  }

  private String relative(Path file) {
    return root.relativize(file).toString().replace(File.separatorChar, '/');
  }

  /// Links below the folder are not followed, so that none goes round; the folder may be one.
  private List<Path> files(List<String> extensions) {
    List<Path> files = new ArrayList<>();
    try {
      addFiles(root.toRealPath(), extensions, files);
    } catch (UncheckedIOException e) {
      throw SourceText.unreadable(root, e);
    } catch (IOException e) {
      throw SourceText.unreadable(root, e);
    }
    if (files.size() > SourceLimits.FILES_MAX) {
      throw SourceLimits.exceeded(
          "too many token files",
          new Location.InWhole(root.toString()),
          "more than %,d below one folder".formatted(SourceLimits.FILES_MAX));
    }
    files.sort(null);
    return files;
  }

  private void addFiles(Path real, List<String> extensions, List<Path> files) throws IOException {
    try (Stream<Path> walk = Files.walk(real, SourceLimits.FOLDER_DEPTH_MAX)) {
      walk.filter(file -> extensions.stream().anyMatch(file.getFileName().toString()::endsWith))
          .filter(Files::isRegularFile)
          .limit(SourceLimits.FILES_MAX + 1L)
          .forEach(file -> files.add(root.resolve(real.relativize(file))));
    }
  }
}

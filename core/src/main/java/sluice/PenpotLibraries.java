package sluice;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.archive.Archive;
import sluice.archive.ArchiveEntry;
import sluice.format.penpot.ArchiveContents;
import sluice.format.penpot.FileTokens;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.problem.SluiceException;
import sluice.resolve.ResolvedTokens;
import sluice.resolve.penpot.InactiveTokens;
import sluice.token.Dialect;
import sluice.token.PenpotActivation;
import sluice.token.TokenLibraries;
import sluice.token.TokenLibrary;
import sluice.token.source.PenpotArchive;
import sluice.token.source.PenpotLibrary;
import sluice.token.source.PenpotLibraryWriter;

/// The token libraries of a run over an archive: one given for all its files, or each file's own.
final class PenpotLibraries {
  /// What counts in a file without tokens: every name on its shapes leads nowhere.
  private static final FileTokens NOTHING =
      new FileTokens(new ResolvedTokens(List.of()), _ -> null);

  private final Map<String, FileLibrary> byFile;
  private final Set<String> files;

  private PenpotLibraries(Map<String, FileLibrary> byFile, Set<String> files) {
    this.byFile = byFile;
    this.files = files;
  }

  /// What counts in a file.
  ///
  /// @param library the library of Penpot, with what is active in it, that the file may be given;
  ///   null when the tokens are of other dialects
  record FileLibrary(TokenValues values, FileTokens tokens, @Nullable Active library) {}

  /// A library for all files of an archive, whichever archive it is.
  record Given(FileLibrary library, TokenValues plain, ProblemTally problems) {
    /// The tokens as the attributes of shapes understand them.
    TokenValues values() {
      return library.values();
    }
  }

  /// A library of Penpot with what is active in it.
  record Active(TokenLibrary library, PenpotActivation activation) {
    static Active of(TokenLibrary library, TokenChoice choice, TokenValues values) {
      if (!choice.themes().isEmpty()) {
        return new Active(library, PenpotActivation.ofThemes(values.themes()));
      }
      return new Active(
          library,
          choice.sets().isEmpty()
              ? PenpotActivation.standing(library)
              : PenpotActivation.ofSets(choice.sets()));
    }
  }

  /// No library yet.
  static PenpotLibraries none() {
    return new PenpotLibraries(Map.of(), Set.of());
  }

  /// Reads and resolves the libraries.
  ///
  /// @param problems is given what was wrong with them
  /// @throws SluiceException what reading and choosing say; `library-missing` when no file has one
  static PenpotLibraries resolve(
      Archive archive,
      ArchiveContents contents,
      String document,
      TokenChoice choice,
      ProblemTally problems)
      throws IOException {
    choice.checkDialect();
    if (!choice.paths().isEmpty()) {
      Given given = read(choice);
      problems.addAll(given.problems());
      return of(given, contents);
    }
    Map<String, FileLibrary> byFile = new LinkedHashMap<>();
    Map<String, TokenLibrary> own = new LinkedHashMap<>();
    for (String file : contents.files().keySet()) {
      ArchiveEntry entry = contents.tokens(file);
      if (entry != null) {
        own.put(file, PenpotArchive.library(archive, entry, document, problems));
      }
    }
    if (own.isEmpty() && !choice.themes().isEmpty()) {
      throw new SluiceException(
          Problem.of(ProblemCode.LIBRARY_MISSING, "the archive carries no token library")
              .at(new Location.InWhole(document))
              .because("no file in it has a tokens.json, so there are no themes to choose from")
              .advising("name the token files with --tokens"));
    }
    SharedChoice shared = new SharedChoice(choice, List.copyOf(own.values()));
    for (Map.Entry<String, TokenLibrary> entry : own.entrySet()) {
      TokenLibraries libraries = TokenLibraries.of(entry.getValue());
      TokenChoice chosen = shared.of(entry.getValue());
      byFile.put(
          entry.getKey(), library(libraries, TokenValues.of(libraries, chosen, problems), chosen));
    }
    return new PenpotLibraries(byFile, contents.files().keySet());
  }

  /// Reads and resolves the token files of a choice, which names some.
  ///
  /// @throws SluiceException what reading and choosing say
  static Given read(TokenChoice choice) {
    ProblemTally problems = new ProblemTally();
    TokenLibraries libraries = TokenValues.readFiles(choice, Dialect.PENPOT, problems);
    TokenValues plain = TokenValues.of(libraries, choice, problems);
    return new Given(library(libraries, plain, choice), plain, problems);
  }

  /// One library for all files of an archive.
  static PenpotLibraries of(Given given, ArchiveContents contents) {
    Map<String, FileLibrary> byFile = new LinkedHashMap<>();
    contents.files().keySet().forEach(file -> byFile.put(file, given.library()));
    return new PenpotLibraries(byFile, contents.files().keySet());
  }

  private static FileLibrary library(
      TokenLibraries libraries, TokenValues plain, TokenChoice choice) {
    TokenValues values = plain.forPenpot();
    Active active = null;
    InactiveTokens inactive = null;
    for (int i = 0; i < libraries.all().size(); i++) {
      TokenLibrary library = libraries.all().get(i);
      if (library.dialect() == Dialect.PENPOT) {
        inactive = new InactiveTokens(library, values.parts().get(i).selection());
        if (libraries.isOne()) {
          active = Active.of(library, TokenValues.orAllSets(library, choice), values);
        }
      }
    }
    InactiveTokens known = inactive;
    return new FileLibrary(
        values,
        new FileTokens(values.resolved(), name -> known == null ? null : known.setOf(name)),
        active);
  }

  /// The tokens of each file.
  Map<String, FileTokens> tokens() {
    Map<String, FileTokens> tokens = new LinkedHashMap<>();
    for (String file : files) {
      FileLibrary library = byFile.get(file);
      tokens.put(file, library == null ? NOTHING : library.tokens());
    }
    return tokens;
  }

  /// The values of each file's tokens; files without a library are left out.
  Map<String, TokenValues> values() {
    Map<String, TokenValues> values = new LinkedHashMap<>();
    byFile.forEach((file, library) -> values.put(file, library.values()));
    return values;
  }

  /// The libraries as Penpot would write them, with what is active now.
  ///
  /// @throws SluiceException `not-importable` when Penpot's importer would refuse one;
  ///   `option-invalid` when the tokens are not of Penpot alone
  Map<String, byte[]> texts() {
    Map<String, byte[]> texts = new LinkedHashMap<>();
    byFile.forEach((file, given) -> {
      Active library = given.library();
      if (library == null) {
        throw new SluiceException(
            Problem.of(
                    ProblemCode.OPTION_INVALID,
                    "only a token library of Penpot can be put into an archive")
                .because("the token files are of another dialect, or of several")
                .advising(
                    "leave --embed-tokens out, or have a file read as Penpot would import it:"
                        + " --dialect penpot"));
      }
      String text = PenpotLibraryWriter.text(library.library(), library.activation());
      checkImportable(text);
      texts.put(file, text.getBytes(StandardCharsets.UTF_8));
    });
    return texts;
  }

  private static void checkImportable(String text) {
    try {
      PenpotLibrary.readArchived(new StringReader(text), "tokens.json", new ProblemTally());
    } catch (SluiceException e) {
      throw new SluiceException(
          Problem.of(
                  ProblemCode.NOT_IMPORTABLE, "Penpot would refuse the token library in an archive")
              .because(e.problem().what() + ": " + e.problem().why())
              .advising("correct the library, or leave --embed-tokens out"),
          e);
    }
  }

  /// Labels of the themes that count, or names of the sets where sets were chosen.
  List<String> themeLabels() {
    Set<String> labels = new LinkedHashSet<>();
    byFile.values().forEach(library -> labels.addAll(library.values().themeLabels()));
    return List.copyOf(labels);
  }
}

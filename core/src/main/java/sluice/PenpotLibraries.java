package sluice;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
import sluice.resolve.ThemeSelection;
import sluice.resolve.penpot.InactiveTokens;
import sluice.token.PenpotActivation;
import sluice.token.TokenLibrary;
import sluice.token.TokenSet;
import sluice.token.source.PenpotArchive;
import sluice.token.source.PenpotLibrary;
import sluice.token.source.PenpotLibraryWriter;
import sluice.token.source.TokenSource;

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

  /// A library under the themes chosen.
  private record FileLibrary(
      TokenLibrary library, TokenChoice choice, TokenValues values, FileTokens tokens) {
    PenpotActivation activation() {
      if (!choice.themes().isEmpty()) {
        return PenpotActivation.ofThemes(values.selection().themes());
      }
      return choice.sets().isEmpty()
          ? PenpotActivation.standing(library)
          : PenpotActivation.ofSets(choice.sets());
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
    Map<String, FileLibrary> byFile = new LinkedHashMap<>();
    if (!choice.paths().isEmpty()) {
      TokenLibrary read = TokenSource.readAllPenpot(choice.paths(), problems);
      FileLibrary given = library(read, orAllSets(read, choice), problems);
      contents.files().keySet().forEach(file -> byFile.put(file, given));
      return new PenpotLibraries(byFile, contents.files().keySet());
    }
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
    Chosen chosen = new Chosen(choice);
    for (Map.Entry<String, TokenLibrary> entry : own.entrySet()) {
      byFile.put(
          entry.getKey(),
          library(
              entry.getValue(), chosen.of(entry.getValue(), own.values().size() == 1), problems));
    }
    chosen.checkAllKnown();
    return new PenpotLibraries(byFile, contents.files().keySet());
  }

  /// A token file that says nothing of what is active was given to be applied: all of it counts.
  private static TokenChoice orAllSets(TokenLibrary library, TokenChoice choice) {
    if (!choice.themes().isEmpty()
        || !choice.sets().isEmpty()
        || !library.activeThemes().isEmpty()
        || !library.activeSets().isEmpty()) {
      return choice;
    }
    return new TokenChoice(
        choice.paths(),
        List.of(),
        library.sets().stream().map(TokenSet::name).toList(),
        choice.baseFontSize());
  }

  private static FileLibrary library(
      TokenLibrary library, TokenChoice choice, ProblemTally problems) {
    TokenValues values = TokenValues.of(library, choice, problems);
    InactiveTokens inactive = new InactiveTokens(library, values.selection());
    return new FileLibrary(
        library, choice, values, new FileTokens(values.resolved(), inactive::setOf));
  }

  /// Themes and sets that were chosen, when an archive has several libraries: each takes those it
  /// has, and one that has none of them stays as its file left it.
  private static final class Chosen {
    private final TokenChoice choice;
    private final Set<String> unknown;
    private @Nullable SluiceException refusal;

    Chosen(TokenChoice choice) {
      this.choice = choice;
      this.unknown = new LinkedHashSet<>(choice.themes());
      this.unknown.addAll(choice.sets());
    }

    TokenChoice of(TokenLibrary library, boolean only) {
      if (only) {
        unknown.clear();
        return choice;
      }
      return new TokenChoice(
          List.of(),
          known(library, choice.themes(), true),
          known(library, choice.sets(), false),
          choice.baseFontSize());
    }

    private List<String> known(TokenLibrary library, List<String> names, boolean themes) {
      List<String> known = new ArrayList<>();
      for (String name : names) {
        TokenChoice one =
            new TokenChoice(
                List.of(),
                themes ? List.of(name) : List.of(),
                themes ? List.of() : List.of(name),
                choice.baseFontSize());
        try {
          ThemeSelection.choose(library, one.themes(), one.sets());
          known.add(name);
          unknown.remove(name);
        } catch (SluiceException e) {
          refusal = e;
        }
      }
      return known;
    }

    void checkAllKnown() {
      if (!unknown.isEmpty() && refusal != null) {
        throw refusal;
      }
    }
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
  /// @throws SluiceException `not-importable` when Penpot's importer would refuse one
  Map<String, byte[]> texts() {
    Map<String, byte[]> texts = new LinkedHashMap<>();
    byFile.forEach((file, library) -> {
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

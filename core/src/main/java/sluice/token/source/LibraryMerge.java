package sluice.token.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.token.Dialect;
import sluice.token.SetStatus;
import sluice.token.Theme;
import sluice.token.TokenLibrary;
import sluice.token.TokenSet;

/// Several libraries to one: of two sets with one name, or two themes with one id, the later
/// counts, at the position of the earlier; what a later library marks active replaces what an
/// earlier does.
final class LibraryMerge {
  private LibraryMerge() {}

  static TokenLibrary merge(List<TokenLibrary> libraries) {
    if (libraries.size() == 1) {
      return libraries.getFirst();
    }
    if (libraries.stream().anyMatch(library -> library.dialect() == Dialect.PENPOT)) {
      return penpot(libraries);
    }
    Map<String, TokenSet> sets = new LinkedHashMap<>();
    Map<String, Theme> themes = new LinkedHashMap<>();
    List<String> activeThemes = List.of();
    Map<String, SetStatus> usedSets = Map.of();
    for (TokenLibrary library : libraries) {
      library.sets().forEach(set -> sets.put(set.name(), set));
      library.themes().forEach(theme -> themes.put(theme.id(), theme));
      activeThemes = library.activeThemes().isEmpty() ? activeThemes : library.activeThemes();
      usedSets = library.usedSets().isEmpty() ? usedSets : library.usedSets();
    }
    return new TokenLibrary(
        new ArrayList<>(sets.values()), new ArrayList<>(themes.values()), activeThemes, usedSets);
  }

  private static TokenLibrary penpot(List<TokenLibrary> libraries) {
    if (libraries.stream().anyMatch(library -> library.dialect() != Dialect.PENPOT)) {
      throw new SluiceException(
          Problem.of(
                  ProblemCode.FORMAT_UNSUPPORTED,
                  "libraries of Penpot and of Tokens Studio are not read together")
              .because("each has rules of its own for what its values come to")
              .advising("give those of one of them"));
    }
    return PenpotAssembly.merged(libraries);
  }
}

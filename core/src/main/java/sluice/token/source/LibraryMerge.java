package sluice.token.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.token.Dialect;
import sluice.token.SetStatus;
import sluice.token.Theme;
import sluice.token.TokenLibraries;
import sluice.token.TokenLibrary;
import sluice.token.TokenSet;
import sluice.token.dtcg.DtcgLayer;
import sluice.token.dtcg.DtcgLibrary;
import sluice.token.dtcg.DtcgModifier;

/// Several libraries to one: of two sets with one name, or two themes with one id, the later
/// counts, at the position of the earlier; what a later library marks active replaces what an
/// earlier does.
final class LibraryMerge {
  private LibraryMerge() {}

  /// Several of any dialects: those of one dialect become one.
  ///
  /// @param sources where each was read from
  static TokenLibraries ofAnyDialect(List<Path> sources, List<TokenLibrary> libraries) {
    if (libraries.size() == 1) {
      return TokenLibraries.of(libraries.getFirst());
    }
    Map<Dialect, List<TokenLibrary>> byDialect = new EnumMap<>(Dialect.class);
    for (TokenLibrary library : libraries) {
      byDialect.computeIfAbsent(library.dialect(), _ -> new ArrayList<>()).add(library);
    }
    return TokenLibraries.of(
        byDialect.values().stream().map(LibraryMerge::ofOneDialect).toList(),
        sources.stream().map(Path::toString).toList(),
        libraries);
  }

  /// Several of one dialect.
  static TokenLibrary ofOneDialect(List<TokenLibrary> libraries) {
    if (libraries.size() == 1) {
      return libraries.getFirst();
    }
    return switch (libraries.getFirst().dialect()) {
      case TOKENS_STUDIO -> tokensStudio(libraries);
      case PENPOT -> PenpotAssembly.merged(libraries);
      case DTCG -> dtcg(libraries);
    };
  }

  private static TokenLibrary tokensStudio(List<TokenLibrary> libraries) {
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

  /// Layers after each other; only one of the libraries can leave choices open.
  private static TokenLibrary dtcg(List<TokenLibrary> libraries) {
    List<DtcgLayer> layers = new ArrayList<>();
    List<DtcgModifier> modifiers = new ArrayList<>();
    for (TokenLibrary library : libraries) {
      DtcgLibrary dtcg = Objects.requireNonNull(library.dtcg());
      if (!modifiers.isEmpty() && !dtcg.modifiers().isEmpty()) {
        throw new SluiceException(
            Problem.of(ProblemCode.OPTION_INVALID, "two resolver documents have modifiers")
                .because("the choice of a context would be meant for one of them")
                .advising("give one resolver document; it can refer to the files of the other"));
      }
      layers.addAll(dtcg.layers());
      modifiers.addAll(dtcg.modifiers());
    }
    return TokenLibrary.dtcg(new DtcgLibrary(layers, modifiers));
  }
}

package sluice.token.source;

import java.util.ArrayList;
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

  static TokenLibrary merge(List<TokenLibrary> libraries) {
    if (libraries.size() == 1) {
      return libraries.getFirst();
    }
    for (TokenLibrary library : libraries) {
      if (library.dialect() != libraries.getFirst().dialect()) {
        throw mixed(library.dialect(), libraries.getFirst().dialect());
      }
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

  private static SluiceException mixed(Dialect one, Dialect other) {
    return new SluiceException(
        Problem.of(
                ProblemCode.FORMAT_UNSUPPORTED,
                "libraries of %s and of %s are not read together"
                    .formatted(named(other), named(one)))
            .because("each has rules of its own for what its values come to")
            .advising("give those of one of them"));
  }

  private static String named(Dialect dialect) {
    return switch (dialect) {
      case TOKENS_STUDIO -> "Tokens Studio";
      case PENPOT -> "Penpot";
      case DTCG -> "DTCG";
    };
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

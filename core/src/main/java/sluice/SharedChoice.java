package sluice;

import java.util.List;
import sluice.problem.SluiceException;
import sluice.resolve.ThemeSelection;
import sluice.token.TokenLibrary;

/// Themes and sets that were chosen, when there are several libraries: each takes those it has, and
/// one that has none of them stays as its file left it.
final class SharedChoice {
  private final TokenChoice choice;
  private final boolean isShared;

  /// @throws SluiceException `theme-unknown`, `set-unknown` for a name that none of several has;
  ///   one library alone finds that out itself
  SharedChoice(TokenChoice choice, List<TokenLibrary> libraries) {
    this.choice = choice;
    this.isShared = libraries.size() > 1;
    if (isShared) {
      for (String name : choice.themes()) {
        if (libraries.stream().noneMatch(library -> ThemeSelection.knowsTheme(library, name))) {
          throw ThemeSelection.themeUnknown(libraries, name);
        }
      }
      for (String name : choice.sets()) {
        if (libraries.stream().noneMatch(library -> ThemeSelection.knowsSet(library, name))) {
          throw ThemeSelection.setUnknown(libraries, name);
        }
      }
    }
  }

  /// What of the choice is for one of the libraries.
  TokenChoice of(TokenLibrary library) {
    return isShared
        ? choice
            .withThemes(
                choice.themes().stream()
                    .filter(name -> ThemeSelection.knowsTheme(library, name))
                    .toList())
            .withSets(
                choice.sets().stream()
                    .filter(name -> ThemeSelection.knowsSet(library, name))
                    .toList())
        : choice;
  }
}

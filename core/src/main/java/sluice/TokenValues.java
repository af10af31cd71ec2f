package sluice;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.problem.SluiceException;
import sluice.resolve.BaseFontSize;
import sluice.resolve.MergedTokens;
import sluice.resolve.ResolvedToken;
import sluice.resolve.ResolvedTokens;
import sluice.resolve.ThemeSelection;
import sluice.resolve.TokenResolver;
import sluice.resolve.dtcg.DtcgResolution;
import sluice.resolve.dtcg.DtcgResolver;
import sluice.resolve.penpot.PenpotResolver;
import sluice.token.Dialect;
import sluice.token.SetStatus;
import sluice.token.Theme;
import sluice.token.TokenLibrary;
import sluice.token.source.EmbeddedLibrary;
import sluice.token.source.TokenSource;

/// The tokens of a run with their values.
///
/// @param dialect whose rules the values came out by
/// @param selection which sets count, and by which themes
/// @param resolved every token with its value, in merge order
/// @param baseFontSizePx what one `em` or `rem` is worth
/// @param problems what was wrong with the token files
public record TokenValues(
    Dialect dialect,
    ThemeSelection selection,
    ResolvedTokens resolved,
    double baseFontSizePx,
    ProblemTally problems) {

  static TokenValues fromFiles(TokenChoice choice) {
    ProblemTally problems = new ProblemTally();
    return of(readFiles(choice, problems), choice, problems);
  }

  static TokenLibrary readFiles(TokenChoice choice, ProblemTally problems) {
    if (choice.paths().isEmpty()) {
      throw new SluiceException(
          Problem.of(ProblemCode.LIBRARY_MISSING, "no tokens are named")
              .advising("name a token file or folder with --tokens"));
    }
    return TokenSource.readAll(choice.paths(), problems);
  }

  static TokenValues embedded(Map<String, String> rootData, String document, TokenChoice choice) {
    ProblemTally problems = new ProblemTally();
    return of(EmbeddedLibrary.read(rootData, document, problems), choice, problems);
  }

  static TokenValues of(TokenLibrary library, TokenChoice choice, ProblemTally problems) {
    ThemeSelection selection = ThemeSelection.choose(library, choice.themes(), choice.sets());
    return switch (library.dialect()) {
      case PENPOT -> ofPenpot(library, selection, problems);
      case DTCG -> ofDtcg(library, selection, problems);
      case TOKENS_STUDIO -> {
        ResolvedTokens resolved = TokenResolver.resolve(MergedTokens.of(library, selection));
        double px =
            BaseFontSize.of(choice.baseFontSize(), resolved, selection.setNames(), problems);
        yield new TokenValues(library.dialect(), selection, resolved, px, problems);
      }
    };
  }

  /// By the rules of DTCG, whose quantities keep their unit.
  static TokenValues ofDtcg(TokenLibrary library, ThemeSelection selection, ProblemTally problems) {
    DtcgResolution resolution =
        DtcgResolver.resolve(Objects.requireNonNull(library.dtcg()), selection);
    resolution.problems().forEach(problems::add);
    return new TokenValues(
        library.dialect(), selection, resolution.tokens(), BaseFontSize.DEFAULT_PIXELS, problems);
  }

  /// By Penpot's rules, which know no `em` and no `rem`.
  static TokenValues ofPenpot(
      TokenLibrary library, ThemeSelection selection, ProblemTally problems) {
    return new TokenValues(
        library.dialect(),
        selection,
        PenpotResolver.resolve(library, selection),
        BaseFontSize.DEFAULT_PIXELS,
        problems);
  }

  /// Labels of the themes that count, or names of the enabled sets where there are no themes.
  public List<String> themeLabels() {
    if (!selection.themes().isEmpty()) {
      return selection.themes().stream().map(Theme::label).toList();
    }
    return enabledSets();
  }

  /// Names of the sets that count, lowest priority first.
  public List<String> enabledSets() {
    return selection.order().stream()
        .filter(set -> selection.statuses().get(set) != SetStatus.DISABLED)
        .toList();
  }

  /// How the set of a token counts.
  public SetStatus status(ResolvedToken token) {
    return selection.statuses().getOrDefault(token.token().set(), SetStatus.DISABLED);
  }

  /// Whether a list of the tokens shows this one: its set counts, and it is no remark on a group.
  public boolean isListed(ResolvedToken token) {
    return status(token) != SetStatus.DISABLED && !token.token().isRemark();
  }
}

package sluice;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import sluice.apply.foreign.ForeignTokens;
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
import sluice.token.TokenLibraries;
import sluice.token.TokenLibrary;
import sluice.token.TokenSet;
import sluice.token.source.EmbeddedLibrary;
import sluice.token.source.TokenSource;

/// The tokens of a run with their values.
///
/// @param parts the libraries they are from, one for each dialect
/// @param resolved every token with its value, each name once; of one library in merge order, of
///   several one library after the other
/// @param baseFontSizePx what one `em` or `rem` is worth
/// @param problems what was wrong with the token files
public record TokenValues(
    List<Part> parts, ResolvedTokens resolved, double baseFontSizePx, ProblemTally problems) {
  /// One library.
  ///
  /// @param dialect whose rules its values came out by
  /// @param selection which of its sets count, and by which themes
  public record Part(Dialect dialect, ThemeSelection selection) {}

  public TokenValues {
    parts = List.copyOf(parts);
  }

  static TokenValues fromFiles(TokenChoice choice) {
    ProblemTally problems = new ProblemTally();
    return of(readFiles(choice, Dialect.TOKENS_STUDIO, problems), choice, problems);
  }

  /// Reads the files of a choice.
  ///
  /// @param inDoubt what a file is that could be of Tokens Studio as well as of Penpot
  static TokenLibraries readFiles(TokenChoice choice, Dialect inDoubt, ProblemTally problems) {
    if (choice.paths().isEmpty()) {
      throw new SluiceException(
          Problem.of(ProblemCode.LIBRARY_MISSING, "no tokens are named")
              .advising("name a token file or folder with --tokens"));
    }
    return TokenSource.readAll(
        choice.paths(), new TokenSource.Telling(choice.dialect(), inDoubt), problems);
  }

  static TokenValues embedded(Map<String, String> rootData, String document, TokenChoice choice) {
    ProblemTally problems = new ProblemTally();
    return of(
        TokenLibraries.of(EmbeddedLibrary.read(rootData, document, problems)), choice, problems);
  }

  static TokenValues of(TokenLibraries libraries, TokenChoice choice, ProblemTally problems) {
    SharedChoice shared = new SharedChoice(choice, libraries.all());
    List<ThemeSelection> selections = new ArrayList<>();
    for (TokenLibrary library : libraries.all()) {
      selections.add(select(library, shared.of(library)));
    }
    return under(libraries, selections, choice.baseFontSize(), problems, new Alone());
  }

  /// What of one library counts.
  static ThemeSelection select(TokenLibrary library, TokenChoice choice) {
    TokenChoice own = orAllSets(library, choice);
    return ThemeSelection.choose(library, own.themes(), own.sets());
  }

  /// A Penpot file that says nothing of what is active and was given to be used: all of it counts.
  static TokenChoice orAllSets(TokenLibrary library, TokenChoice choice) {
    boolean saysNothing =
        library.dialect() == Dialect.PENPOT
            && library.activeThemes().isEmpty()
            && library.activeSets().isEmpty();
    return saysNothing
            && !choice.paths().isEmpty()
            && choice.themes().isEmpty()
            && choice.sets().isEmpty()
        ? choice.withSets(library.sets().stream().map(TokenSet::name).toList())
        : choice;
  }

  /// How libraries are resolved whose combinations can have work in common.
  interface Resolvers {
    ResolvedTokens studio(TokenLibrary library, ThemeSelection selection);

    DtcgResolution dtcg(TokenLibrary library, ThemeSelection selection);
  }

  /// Each by itself.
  private record Alone() implements Resolvers {
    @Override
    public ResolvedTokens studio(TokenLibrary library, ThemeSelection selection) {
      return TokenResolver.resolve(MergedTokens.of(library, selection));
    }

    @Override
    public DtcgResolution dtcg(TokenLibrary library, ThemeSelection selection) {
      return DtcgResolver.resolve(Objects.requireNonNull(library.dtcg()), selection);
    }
  }

  /// The values of libraries, each under one selection.
  ///
  /// @param selections one for each library
  static TokenValues under(
      TokenLibraries libraries,
      List<ThemeSelection> selections,
      String baseFontSize,
      ProblemTally problems,
      Resolvers resolvers) {
    List<Part> parts = new ArrayList<>();
    List<ResolvedTokens> resolved = new ArrayList<>();
    for (int i = 0; i < selections.size(); i++) {
      TokenLibrary library = libraries.all().get(i);
      ThemeSelection selection = selections.get(i);
      parts.add(new Part(library.dialect(), selection));
      resolved.add(
          switch (library.dialect()) {
            case PENPOT -> PenpotResolver.resolve(library, selection);
            case DTCG -> ofDtcg(resolvers.dtcg(library, selection), problems);
            case TOKENS_STUDIO -> resolvers.studio(library, selection);
          });
    }
    ResolvedTokens all =
        libraries.isOne() ? resolved.getFirst() : MixedTokens.merge(libraries, parts, resolved);
    return new TokenValues(parts, all, basePx(baseFontSize, all, parts, problems), problems);
  }

  private static ResolvedTokens ofDtcg(DtcgResolution resolution, ProblemTally problems) {
    resolution.problems().forEach(problems::add);
    return resolution.tokens();
  }

  /// What one `rem` is worth; a reference finds any token, by what its value means.
  private static double basePx(
      String setting, ResolvedTokens tokens, List<Part> parts, ProblemTally problems) {
    List<String> sets = new ArrayList<>();
    parts.forEach(part -> sets.addAll(part.selection().setNames()));
    boolean isForeign = parts.stream().anyMatch(part -> part.dialect() != Dialect.TOKENS_STUDIO);
    if (!isForeign || !setting.contains("{")) {
      return BaseFontSize.of(setting, tokens, sets, problems);
    }
    List<ResolvedToken> meant = new ArrayList<>();
    for (ResolvedToken token :
        ForeignTokens.forFigma(tokens, BaseFontSize.DEFAULT_PIXELS, new ProblemTally()).all()) {
      meant.add(
          token.dialect() == Dialect.TOKENS_STUDIO || token.failed()
              ? token
              : new ResolvedToken(
                  token.token().withValue(token.value()), token.value(), false, null, null));
    }
    return BaseFontSize.of(setting, new ResolvedTokens(meant), sets, problems);
  }

  /// The same tokens as the properties of Figma's nodes understand them.
  TokenValues forFigma() {
    return with(ForeignTokens.forFigma(resolved, baseFontSizePx, problems));
  }

  /// The same tokens as the attributes of Penpot's shapes understand them.
  TokenValues forPenpot() {
    return with(ForeignTokens.forPenpot(resolved, baseFontSizePx, problems));
  }

  private TokenValues with(ResolvedTokens others) {
    return new TokenValues(parts, others, baseFontSizePx, problems);
  }

  /// The themes that count, one library after the other.
  public List<Theme> themes() {
    return parts.stream().flatMap(part -> part.selection().themes().stream()).toList();
  }

  /// Labels of the themes that count, or names of the enabled sets where there are no themes.
  public List<String> themeLabels() {
    List<Theme> themes = themes();
    return themes.isEmpty() ? enabledSets() : themes.stream().map(Theme::label).distinct().toList();
  }

  /// Names of the sets that count, lowest priority first; of several libraries one after the other.
  public List<String> enabledSets() {
    Set<String> names = new LinkedHashSet<>();
    for (Part part : parts) {
      for (String set : part.selection().order()) {
        if (part.selection().statuses().get(set) != SetStatus.DISABLED) {
          names.add(set);
        }
      }
    }
    return List.copyOf(names);
  }

  /// Names of all sets that were looked in.
  public List<String> setOrder() {
    return parts.stream().flatMap(part -> part.selection().order().stream()).toList();
  }

  /// How the set of a token counts.
  public SetStatus status(ResolvedToken token) {
    return status(parts, token);
  }

  static SetStatus status(List<Part> parts, ResolvedToken token) {
    for (Part part : parts) {
      if (part.dialect() == token.dialect()) {
        return part.selection().statuses().getOrDefault(token.token().set(), SetStatus.DISABLED);
      }
    }
    return SetStatus.DISABLED;
  }

  /// Whether a list of the tokens shows this one: its set counts, and it is no remark on a group.
  public boolean isListed(ResolvedToken token) {
    return status(token) != SetStatus.DISABLED && !token.token().isRemark();
  }
}

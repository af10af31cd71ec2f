package sluice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.problem.SluiceException;
import sluice.resolve.CombinationResolver;
import sluice.resolve.ResolvedTokens;
import sluice.resolve.ThemeCombinations;
import sluice.resolve.ThemeSelection;
import sluice.resolve.dtcg.DtcgCombinations;
import sluice.resolve.dtcg.DtcgResolution;
import sluice.token.Dialect;
import sluice.token.Theme;
import sluice.token.TokenLibraries;
import sluice.token.TokenLibrary;

/// The tokens of a library under every combination of themes, one theme of each group.
///
/// Iterating works out one combination after the other and holds one at a time; what several have
/// in common is worked out once, and tokens that came out the same are the same objects. The last
/// group varies fastest. Not safe for use by several threads.
public final class TokenCombinations implements Iterable<TokenValues> {
  private final TokenLibraries libraries;
  private final List<List<Theme>> groups;
  private final List<List<Theme>> combinations;
  private final TokenChoice choice;
  private final ProblemTally problems;
  private final TokenValues.Resolvers shared = new Shared();

  private TokenCombinations(TokenLibraries libraries, TokenChoice choice, ProblemTally problems) {
    this.libraries = libraries;
    this.groups = ThemeCombinations.groups(themes(libraries), choice.themes());
    this.combinations = ThemeCombinations.ofGroups(groups);
    this.choice = choice;
    this.problems = problems;
  }

  /// The themes of all libraries; one that several have under one label is chosen in all of them.
  private static List<Theme> themes(TokenLibraries libraries) {
    List<Theme> themes = new ArrayList<>();
    Set<String> labels = new HashSet<>();
    for (TokenLibrary library : libraries.all()) {
      Set<String> own = new HashSet<>();
      for (Theme theme : library.themes()) {
        if (!labels.contains(theme.label())) {
          themes.add(theme);
          own.add(theme.label());
        }
      }
      labels.addAll(own);
    }
    return themes;
  }

  static TokenCombinations fromFiles(TokenChoice choice) {
    if (!choice.sets().isEmpty()) {
      throw new SluiceException(
          Problem.of(ProblemCode.OPTION_INVALID, "themes and sets exclude each other")
              .because("each combination of themes says itself which sets count")
              .advising("give either --theme or --sets"));
    }
    ProblemTally problems = new ProblemTally();
    return new TokenCombinations(
        TokenValues.readFiles(choice, Dialect.TOKENS_STUDIO, problems), choice, problems);
  }

  /// How many combinations there are: 1 for a library without themes.
  public int count() {
    return combinations.size();
  }

  /// The themes each combination takes one of, by group; a group of which a theme was chosen has
  /// just that one. Empty for a library without themes.
  public List<List<Theme>> groups() {
    return groups;
  }

  /// What was wrong with the token files. What is wrong under one combination only, such as its
  /// base font size, is with its [TokenValues].
  public ProblemTally problems() {
    return problems;
  }

  @Override
  public Iterator<TokenValues> iterator() {
    return combinations.stream().map(this::values).iterator();
  }

  /// The number, from 0, of the combination that holds where nothing is chosen; 0 where the library
  /// marks none.
  public int standing() {
    List<Theme> standing = new ArrayList<>();
    for (List<Theme> group : groups) {
      standing.add(group.stream().filter(this::isActive).findFirst().orElse(group.getFirst()));
    }
    return Math.max(0, combinations.indexOf(standing));
  }

  /// Works out one combination.
  ///
  /// @param number from 0, in the order of iterating
  public TokenValues get(int number) {
    return values(combinations.get(number));
  }

  /// Whether the library marks a theme active: by its id, of a Penpot library by its label.
  private boolean isActive(Theme theme) {
    return libraries.all().stream()
        .map(TokenLibrary::activeThemes)
        .anyMatch(active ->
            active.contains(theme.id())
                || active.contains(theme.label())
                || (theme.group() == null && active.contains("/" + theme.name())));
  }

  private TokenValues values(List<Theme> combination) {
    List<ThemeSelection> selections = new ArrayList<>();
    for (TokenLibrary library : libraries.all()) {
      List<Theme> chosen = chosen(library, combination);
      selections.add(
          chosen.isEmpty()
              ? TokenValues.select(library, choice.withThemes(List.of()))
              : ThemeSelection.ofThemes(library, chosen));
    }
    return TokenValues.under(
        libraries, selections, choice.baseFontSize(), new ProblemTally(), shared);
  }

  private static List<Theme> chosen(TokenLibrary library, List<Theme> combination) {
    List<Theme> chosen = new ArrayList<>();
    for (Theme theme : combination) {
      if (library.themes().contains(theme)) {
        chosen.add(theme);
      } else {
        library.themes().stream()
            .filter(own -> own.label().equals(theme.label()))
            .findFirst()
            .ifPresent(chosen::add);
      }
    }
    return chosen;
  }

  /// Resolves with what earlier combinations came to.
  private static final class Shared implements TokenValues.Resolvers {
    private final IdentityHashMap<TokenLibrary, CombinationResolver> studio =
        new IdentityHashMap<>();
    private final IdentityHashMap<TokenLibrary, DtcgCombinations> dtcg = new IdentityHashMap<>();

    @Override
    public ResolvedTokens studio(TokenLibrary library, ThemeSelection selection) {
      return studio.computeIfAbsent(library, CombinationResolver::new).resolve(selection);
    }

    @Override
    public DtcgResolution dtcg(TokenLibrary library, ThemeSelection selection) {
      return dtcg.computeIfAbsent(
              library, one -> new DtcgCombinations(Objects.requireNonNull(one.dtcg())))
          .resolve(selection);
    }
  }
}

package sluice;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.problem.SluiceException;
import sluice.resolve.BaseFontSize;
import sluice.resolve.CombinationResolver;
import sluice.resolve.ResolvedTokens;
import sluice.resolve.ThemeCombinations;
import sluice.resolve.ThemeSelection;
import sluice.resolve.dtcg.DtcgCombinations;
import sluice.resolve.dtcg.DtcgResolution;
import sluice.token.Theme;
import sluice.token.TokenLibrary;

/// The tokens of a library under every combination of themes, one theme of each group.
///
/// Iterating works out one combination after the other and holds one at a time; what several have
/// in common is worked out once, and tokens that came out the same are the same objects. The last
/// group varies fastest. Not safe for use by several threads.
public final class TokenCombinations implements Iterable<TokenValues> {
  private final TokenLibrary library;
  private final List<List<Theme>> groups;
  private final List<List<Theme>> combinations;
  private final String baseFontSize;
  private final ProblemTally problems;
  private final CombinationResolver resolver;
  private final @Nullable DtcgCombinations dtcg;

  private TokenCombinations(TokenLibrary library, TokenChoice choice, ProblemTally problems) {
    this.library = library;
    this.groups = ThemeCombinations.groups(library.themes(), choice.themes());
    this.combinations = ThemeCombinations.ofGroups(groups);
    this.baseFontSize = choice.baseFontSize();
    this.problems = problems;
    this.resolver = new CombinationResolver(library);
    this.dtcg = library.dtcg() == null ? null : new DtcgCombinations(library.dtcg());
  }

  static TokenCombinations fromFiles(TokenChoice choice) {
    if (!choice.sets().isEmpty()) {
      throw new SluiceException(
          Problem.of(ProblemCode.OPTION_INVALID, "themes and sets exclude each other")
              .because("each combination of themes says itself which sets count")
              .advising("give either --theme or --sets"));
    }
    ProblemTally problems = new ProblemTally();
    return new TokenCombinations(TokenValues.readFiles(choice, problems), choice, problems);
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
    return library.activeThemes().contains(theme.id())
        || library.activeThemes().contains(theme.label())
        || (theme.group() == null && library.activeThemes().contains("/" + theme.name()));
  }

  private TokenValues values(List<Theme> combination) {
    ThemeSelection selection =
        combination.isEmpty()
            ? ThemeSelection.standing(library)
            : ThemeSelection.ofThemes(library, combination);
    ProblemTally own = new ProblemTally();
    return switch (library.dialect()) {
      case PENPOT -> TokenValues.ofPenpot(library, selection, own);
      case DTCG -> {
        DtcgResolution resolution = Objects.requireNonNull(dtcg).resolve(selection);
        resolution.problems().forEach(own::add);
        yield new TokenValues(
            library.dialect(), selection, resolution.tokens(), BaseFontSize.DEFAULT_PIXELS, own);
      }
      case TOKENS_STUDIO -> {
        ResolvedTokens resolved = resolver.resolve(selection);
        double px = BaseFontSize.of(baseFontSize, resolved, selection.setNames(), own);
        yield new TokenValues(library.dialect(), selection, resolved, px, own);
      }
    };
  }
}

package sluice.convert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.resolve.MergedTokens;
import sluice.resolve.ResolvedToken;
import sluice.resolve.ThemeCombinations;
import sluice.resolve.ThemeSelection;
import sluice.resolve.TokenResolver;
import sluice.resolve.penpot.PenpotResolver;
import sluice.token.Dialect;
import sluice.token.SetStatus;
import sluice.token.Theme;
import sluice.token.Token;
import sluice.token.TokenLibrary;
import sluice.token.TokenSet;

/// What the tokens of a set come to where the set counts: under the themes that hold where nothing
/// is chosen if they enable it, else under the first combination that does.
///
/// A token is worked out as the set declares it, also where a later set declares another.
final class StudioValues {
  /// Before the name of a token that is worked out beside one of the same name.
  private static final String BESIDE = "\u0000";

  private final TokenLibrary library;
  private final List<ThemeSelection> selections = new ArrayList<>();

  StudioValues(TokenLibrary library) {
    this.library = library;
    selections.add(ThemeSelection.standing(library));
    for (List<Theme> themes : ThemeCombinations.of(library.themes())) {
      if (!themes.isEmpty()) {
        selections.add(ThemeSelection.ofThemes(library, themes));
      }
    }
  }

  /// Each token of a set with its value, by its place among the tokens of the set.
  IdentityHashMap<Token, ResolvedToken> of(TokenSet set) {
    ThemeSelection selection = where(set.name());
    IdentityHashMap<Token, ResolvedToken> values = new IdentityHashMap<>();
    if (library.dialect() == Dialect.PENPOT) {
      ofPenpot(set, selection, values);
      return values;
    }
    List<Token> tokens = new ArrayList<>(MergedTokens.of(library, selection).tokens());
    int first = tokens.size();
    for (Token token : set.tokens()) {
      tokens.add(
          new Token(
              BESIDE + token.name(),
              token.type(),
              token.value(),
              null,
              token.modifier(),
              token.set(),
              token.location()));
    }
    List<ResolvedToken> resolved = TokenResolver.resolve(tokens).all();
    for (int i = 0; i < set.tokens().size(); i++) {
      put(values, set.tokens().get(i), resolved.get(first + i));
    }
    return values;
  }

  private void ofPenpot(
      TokenSet set, ThemeSelection selection, IdentityHashMap<Token, ResolvedToken> values) {
    TokenLibrary last = withLast(set);
    List<String> active =
        last.sets().stream()
            .map(TokenSet::name)
            .filter(name -> name.equals(set.name()) || isActive(name, selection))
            .toList();
    Map<String, ResolvedToken> byName = new HashMap<>();
    for (ResolvedToken token :
        PenpotResolver.resolve(last, ThemeSelection.ofSets(last, active)).all()) {
      byName.put(token.name(), token);
    }
    set.tokens().forEach(token -> put(values, token, byName.get(token.name())));
  }

  private static void put(
      IdentityHashMap<Token, ResolvedToken> values, Token token, @Nullable ResolvedToken value) {
    if (value != null) {
      values.put(token, value);
    }
  }

  /// The library with a set behind all others.
  private TokenLibrary withLast(TokenSet set) {
    List<TokenSet> sets = new ArrayList<>(library.sets());
    sets.remove(set);
    sets.add(set);
    return TokenLibrary.penpot(sets, library.themes(), List.of(), List.of());
  }

  private ThemeSelection where(String set) {
    for (ThemeSelection selection : selections) {
      if (isActive(set, selection)) {
        return selection;
      }
    }
    return selections.getFirst();
  }

  private static boolean isActive(String set, ThemeSelection selection) {
    return selection.statuses().getOrDefault(set, SetStatus.DISABLED) != SetStatus.DISABLED;
  }
}

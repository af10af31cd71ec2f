package sluice.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.testkit.vector.ProjectFiles;
import sluice.token.SetStatus;
import sluice.token.Theme;
import sluice.token.Token;
import sluice.token.TokenJson;
import sluice.token.TokenLibrary;
import sluice.token.TokenSet;
import sluice.token.TokenValue;
import sluice.token.source.TokenSource;

final class CombinationResolverTest {
  private static final int SEED = 41_000;
  private static final int SMALL_STACK_BYTES = 128 * 1024;

  @Test
  void everyCombination_comesOutAsByItself() {
    for (int round = 0; round < 4_000; round++) {
      int seed = SEED + round;
      assertSharedEqualsFresh(RandomLibrary.of(seed), new Random(seed), "seed " + seed);
    }
  }

  @Test
  void designsystemet_comesOutAsByItself() {
    assertSharedEqualsFresh(designsystemet(), new Random(1), "designsystemet");
  }

  private static void assertSharedEqualsFresh(TokenLibrary library, Random random, String where) {
    List<List<Theme>> combinations = new ArrayList<>(ThemeCombinations.of(library.themes()));
    Collections.shuffle(combinations, random);
    CombinationResolver shared = new CombinationResolver(library);
    for (List<Theme> combination : combinations) {
      ThemeSelection selection = ThemeSelection.ofThemes(library, combination);

      List<ResolvedToken> resolved = shared.resolve(selection).all();

      List<ResolvedToken> fresh = TokenResolver.resolve(MergedTokens.of(library, selection)).all();
      assertEquals(fresh.size(), resolved.size(), where);
      for (int i = 0; i < fresh.size(); i++) {
        assertEquals(
            fresh.get(i),
            resolved.get(i),
            () -> where + " " + combination.stream().map(Theme::label).toList());
      }
    }
  }

  @Test
  void tokenThatNoThemeTouches_isResolvedOnce() {
    TokenLibrary library =
        library(
            set("core", "base", "4", "twice", "{base} * 2", "bg", "{grey}"),
            set("light", "grey", "#fff"),
            set("dark", "grey", "#000"));
    CombinationResolver resolver = new CombinationResolver(library);

    ResolvedTokens light = resolver.resolve(selection(library, "light"));
    ResolvedTokens dark = resolver.resolve(selection(library, "dark"));
    ResolvedTokens lightAgain = resolver.resolve(selection(library, "light", "core"));

    assertSame(light.find("twice"), dark.find("twice"));
    assertNotSame(light.find("bg"), dark.find("bg"));
    assertSame(light.find("bg"), lightAgain.find("bg"));
    assertEquals(new TokenValue.Text("#000"), find(dark, "bg").value());
  }

  @Test
  void compositeMergedOfTheSameTwoSets_isResolvedOnce() {
    TokenLibrary library =
        new TokenLibrary(
            List.of(
                new TokenSet("one", List.of(parts("t", "a", "{x}", "one"))),
                new TokenSet("two", List.of(parts("t", "b", "2px", "two"))),
                set("three", "x", "3px"),
                set("four", "y", "4px")),
            List.of(),
            List.of(),
            Map.of());
    CombinationResolver resolver = new CombinationResolver(library);

    ResolvedToken first = find(resolver.resolve(selection(library, "one", "two", "three")), "t");
    ResolvedToken second =
        find(resolver.resolve(selection(library, "one", "two", "three", "four")), "t");

    assertSame(first, second);
    assertEquals(
        Map.of("a", new TokenValue.Text("3px"), "b", new TokenValue.Text("2px")),
        ((TokenValue.Parts) first.value()).parts());
  }

  @Test
  void themesThatComeToTheSameSets_giveTheSameResult() {
    TokenLibrary library = library(set("core", "a", "1"), set("light", "b", "{gone}"));
    CombinationResolver resolver = new CombinationResolver(library);
    ThemeSelection enabled = selection(library, "light");
    ThemeSelection source =
        new ThemeSelection(
            List.of(),
            Map.of("core", SetStatus.DISABLED, "light", SetStatus.SOURCE),
            enabled.order());

    assertSame(resolver.resolve(enabled), resolver.resolve(source));
  }

  @Test
  void failedToken_isReportedForItsOwnCombinationOnly() {
    TokenLibrary library =
        library(
            set("core", "bg", "{grey}"),
            set("light", "grey", "{gone}"),
            set("dark", "grey", "#000"));
    CombinationResolver resolver = new CombinationResolver(library);

    ResolvedToken dark = find(resolver.resolve(selection(library, "dark")), "bg");
    ResolvedToken light = find(resolver.resolve(selection(library, "light")), "bg");

    assertFalse(dark.failed());
    assertTrue(light.failed());
    assertNotNull(light.problem());
    assertEquals(ProblemCode.TOKEN_MISSING, light.problem().code());
  }

  @Test
  void chainOfTenThousandUnderTwoThemes_needsNoStack() throws Exception {
    List<Token> chain = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      chain.add(TokenJson.text("t" + i, "{t" + (i + 1) + "}"));
    }
    TokenLibrary library =
        new TokenLibrary(
            List.of(
                new TokenSet("core", chain),
                set("light", "t10000", "4px"),
                set("dark", "t10000", "8px")),
            List.of(),
            List.of(),
            Map.of());
    CombinationResolver resolver = new CombinationResolver(library);

    for (String round : List.of("4px", "8px", "4px")) {
      ThemeSelection selection = selection(library, round.equals("4px") ? "light" : "dark");
      ResolvedTokens resolved = onSmallStack(resolver, selection);
      assertEquals(new TokenValue.Text(round), find(resolved, "t0").value());
    }
  }

  /// Characters that were written for an outcome count again where it is used again, so that the
  /// limit is met by the same token as without sharing.
  @Test
  void limitOfAllCharacters_holdsForEachCombination() {
    List<Token> tokens = new ArrayList<>();
    tokens.add(TokenJson.text("long", "x".repeat(1_000_000)));
    for (int i = 0; i < 40; i++) {
      tokens.add(TokenJson.text("t" + i, i + " {long}"));
    }
    List<Token> more = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      more.add(TokenJson.text("m" + i, i + " {long}"));
    }
    TokenLibrary library =
        new TokenLibrary(
            List.of(
                new TokenSet("core", tokens),
                new TokenSet("few", List.of(TokenJson.text("m0", "0 {long}"))),
                new TokenSet("many", more)),
            List.of(),
            List.of(),
            Map.of());
    CombinationResolver resolver = new CombinationResolver(library);

    for (String set : List.of("few", "many", "few")) {
      ThemeSelection selection =
          new ThemeSelection(
              List.of(),
              Map.of("core", SetStatus.ENABLED, set, SetStatus.ENABLED),
              List.of("core", set));
      List<ResolvedToken> fresh = TokenResolver.resolve(MergedTokens.of(library, selection)).all();

      assertEquals(fresh, resolver.resolve(selection).all());
      assertEquals(set.equals("many"), fresh.stream().anyMatch(ResolvedToken::failed));
    }
  }

  @Test
  void moreOutcomesThanAreKept_comeOutRightAllTheSame() {
    List<TokenSet> sets = new ArrayList<>();
    sets.add(set("core", "user", "{base} * 2"));
    int count = Declaration.OUTCOMES_MAX + 10;
    for (int i = 0; i < count; i++) {
      sets.add(set("s" + i, "base", Integer.toString(i)));
    }
    TokenLibrary library = new TokenLibrary(sets, List.of(), List.of(), Map.of());
    CombinationResolver resolver = new CombinationResolver(library);

    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < count; i++) {
        ResolvedTokens resolved = resolver.resolve(selection(library, "core", "s" + i));
        assertEquals(new TokenValue.Num(2 * i), find(resolved, "user").value());
      }
    }
  }

  private static ResolvedTokens onSmallStack(CombinationResolver resolver, ThemeSelection selection)
      throws InterruptedException, ExecutionException {
    FutureTask<ResolvedTokens> task = new FutureTask<>(() -> resolver.resolve(selection));
    new Thread(null, task, "small", SMALL_STACK_BYTES).start();
    return Objects.requireNonNull(task.get());
  }

  private static TokenLibrary designsystemet() {
    return TokenSource.read(ProjectFiles.sample("tokens/designsystemet/files"), new ProblemTally());
  }

  private static ThemeSelection selection(TokenLibrary library, String... enabled) {
    Map<String, SetStatus> statuses = new LinkedHashMap<>();
    for (TokenSet set : library.sets()) {
      statuses.put(
          set.name(),
          List.of(enabled).contains(set.name()) ? SetStatus.ENABLED : SetStatus.DISABLED);
    }
    return new ThemeSelection(
        List.of(), statuses, SetOrder.of(List.copyOf(statuses.keySet()), statuses));
  }

  private static TokenLibrary library(TokenSet... sets) {
    return new TokenLibrary(List.of(sets), List.of(), List.of(), Map.of());
  }

  private static TokenSet set(String name, String... namesAndValues) {
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      tokens.add(
          new Token(
              namesAndValues[i],
              "other",
              new TokenValue.Text(namesAndValues[i + 1]),
              null,
              null,
              name,
              null));
    }
    return new TokenSet(name, tokens);
  }

  private static Token parts(String name, String part, String value, String set) {
    return new Token(
        name,
        "other",
        new TokenValue.Parts(Map.of(part, new TokenValue.Text(value))),
        null,
        null,
        set,
        null);
  }

  private static ResolvedToken find(ResolvedTokens tokens, String name) {
    ResolvedToken token = tokens.find(name);
    assertNotNull(token);
    return token;
  }
}

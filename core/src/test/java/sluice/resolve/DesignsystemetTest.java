package sluice.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.problem.ProblemTally;
import sluice.testkit.vector.ProjectFiles;
import sluice.token.Theme;
import sluice.token.TokenLibrary;
import sluice.token.TokenValue;
import sluice.token.source.TokenSource;

/// A real Tokens Studio folder: the design tokens of Designsystemet.
final class DesignsystemetTest {

  @Test
  void everyCombinationOfThemes_resolvesWithoutProblems() {
    TokenLibrary library = read();

    List<List<Theme>> combinations = ThemeCombinations.of(library.themes());

    assertEquals(96, combinations.size());
    for (List<Theme> combination : combinations) {
      ResolvedTokens resolved =
          TokenResolver.resolve(
              MergedTokens.of(library, ThemeSelection.ofThemes(library, combination)));
      for (ResolvedToken token : resolved.all()) {
        assertFalse(
            token.problem() != null,
            () -> combination.stream().map(Theme::label).toList() + " " + token.problem());
      }
    }
  }

  @Test
  void mathsOverReferences_areWorkedOut() {
    TokenLibrary library = read();

    ResolvedTokens resolved =
        TokenResolver.resolve(
            MergedTokens.of(
                library,
                ThemeSelection.choose(library, List.of("Size/medium", "Dark"), List.of())));

    ResolvedToken size = resolved.find("_size.18");
    assertNotNull(size);
    assertEquals(new TokenValue.Num(72), size.value());
    assertNotNull(size.token().location());
    assertTrue(size.token().location().toString().contains("size/global.json:"));
  }

  private static TokenLibrary read() {
    ProblemTally problems = new ProblemTally();
    TokenLibrary library =
        TokenSource.read(ProjectFiles.sample("tokens/designsystemet/files"), problems);
    assertTrue(problems.isEmpty(), () -> problems.examples().toString());
    return library;
  }
}

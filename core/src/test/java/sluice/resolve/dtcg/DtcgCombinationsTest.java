package sluice.resolve.dtcg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.problem.ProblemTally;
import sluice.problem.SluiceException;
import sluice.resolve.ResolvedToken;
import sluice.resolve.ThemeCombinations;
import sluice.resolve.ThemeSelection;
import sluice.testkit.vector.ProjectFiles;
import sluice.token.Theme;
import sluice.token.TokenLibrary;
import sluice.token.source.TokenSource;

/// One combination after the other gives what each gives alone: values, problems, remarks.
final class DtcgCombinationsTest {
  @TempDir private Path folder;

  private static TokenLibrary read(Path document) {
    return TokenSource.read(document, new ProblemTally());
  }

  private TokenLibrary library(String text) throws IOException {
    return read(Files.writeString(folder.resolve("t.resolver.json"), text));
  }

  /// Compares every combination, and says how many tokens came out as the same object again.
  private static long compare(TokenLibrary library) {
    DtcgCombinations together = new DtcgCombinations(Objects.requireNonNull(library.dtcg()));
    java.util.Set<ResolvedToken> seen =
        java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
    long again = 0;
    for (List<Theme> themes : ThemeCombinations.of(library.themes())) {
      ThemeSelection selection = ThemeSelection.ofThemes(library, themes);
      DtcgResolution alone =
          DtcgResolver.resolve(Objects.requireNonNull(library.dtcg()), selection);
      DtcgResolution shared = together.resolve(selection);
      assertEquals(alone.tokens().all(), shared.tokens().all());
      assertEquals(alone.problems(), shared.problems());
      assertEquals(alone.remarks(), shared.remarks());
      for (ResolvedToken token : shared.tokens().all()) {
        again += seen.add(token) ? 0 : 1;
      }
    }
    return again;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "primer/files/github-primer",
        "figma-sds/files/figma-sds",
        "spectrum/files/adobe-spectrum"
      })
  void realLibraries_giveTheSame(String sample) {
    long again = compare(read(ProjectFiles.sample("tokens/" + sample + ".resolver.json")));

    assertTrue(again > 100, () -> again + " tokens were not worked out again");
  }

  @Test
  void aliasInTheBase_followsTheContext() throws IOException {
    TokenLibrary library =
        library(
            """
            {"version": "2025.10",
             "sets": {"s": {"sources": [{"n": {"$type": "number", "fix": {"$value": 1}, "alias": {"$value": "{n.v}"},
                                               "chain": {"$value": "{n.alias}"}, "gone": {"$value": "{n.w}"}}}]}},
             "modifiers": {"m": {"contexts": {"p": [{"n": {"v": {"$value": 2}, "w": {"$value": 3}}}],
                                              "q": [{"n": {"$deprecated": true, "v": {"$value": 4}}}],
                                              "r": [{"n": {"v": {"$value": 2}, "w": {"$value": 3}}}]}}},
             "resolutionOrder": [{"$ref": "#/sets/s"}, {"$ref": "#/modifiers/m"}]}
            """);

    compare(library);
    DtcgCombinations together = new DtcgCombinations(Objects.requireNonNull(library.dtcg()));
    List<DtcgResolution> results = new ArrayList<>();
    for (List<Theme> themes : ThemeCombinations.of(library.themes())) {
      results.add(together.resolve(ThemeSelection.ofThemes(library, themes)));
    }
    assertSame(results.get(0).tokens().find("n.fix"), results.get(2).tokens().find("n.fix"));
    assertTrue(Objects.requireNonNull(results.get(1).tokens().find("n.gone")).failed());
  }

  /// Small libraries in which everything refers to everything: groups that pass on types and extend
  /// each other, pointers, circles, names that are a token here and a group there.
  @Test
  void randomLibraries_giveTheSame() throws IOException {
    long again = 0;
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      String text = RandomLibrary.resolverDocument(random);
      TokenLibrary library = library(text);
      try {
        again += compare(library);
      } catch (SluiceException e) {
        throw new AssertionError("seed " + seed + "\n" + text, e);
      } catch (AssertionError e) {
        throw new AssertionError("seed " + seed + "\n" + text, e);
      }
    }
    long count = again;
    assertTrue(count > 1_000, () -> count + " tokens were not worked out again");
  }

  /// Makes resolver documents with one set and two modifiers.
  private static final class RandomLibrary {
    private static final List<String> NAMES = List.of("a", "b", "c", "d");

    private final Random random;

    private RandomLibrary(Random random) {
      this.random = random;
    }

    static String resolverDocument(Random random) {
      RandomLibrary library = new RandomLibrary(random);
      return """
      {"version": "2025.10", "sets": {"s": {"sources": [%s, %s]}},
       "modifiers": {"m": {"contexts": {"p": [%s], "q": [%s], "r": []}},
                     "n": {"contexts": {"x": [%s], "y": [%s]}}},
       "resolutionOrder": [{"$ref": "#/sets/s"}, {"$ref": "#/modifiers/m"}, {"$ref": "#/modifiers/n"}]}
      """
          .formatted(
              library.group(3),
              library.group(2),
              library.group(2),
              library.group(2),
              library.group(2),
              library.group(2));
    }

    private boolean in(int percent) {
      return random.nextInt(100) < percent;
    }

    private String path(String separator) {
      StringBuilder path = new StringBuilder(NAMES.get(random.nextInt(NAMES.size())));
      for (int i = random.nextInt(3); i > 0; i--) {
        path.append(separator).append(NAMES.get(random.nextInt(NAMES.size())));
      }
      return path.toString();
    }

    private String group(int depth) {
      List<String> members = new ArrayList<>();
      if (in(50)) {
        members.add("\"$type\": \"" + (in(80) ? "number" : "dimension") + "\"");
      }
      if (in(10)) {
        members.add("\"$deprecated\": " + (in(50) ? "true" : "\"old\""));
      }
      if (depth < 3 && in(12)) {
        members.add("\"$extends\": \"{" + path(".") + "}\"");
      }
      for (String name : NAMES) {
        if (in(60)) {
          members.add("\"" + name + "\": " + (depth > 0 && in(45) ? group(depth - 1) : token()));
        }
      }
      return "{" + String.join(", ", members) + "}";
    }

    private String token() {
      String type = in(30) ? ", \"$type\": \"number\"" : "";
      String extra = in(10) ? ", \"$extensions\": {\"x\": 1}" : "";
      int kind = random.nextInt(100);
      String value =
          kind < 40
              ? Integer.toString(random.nextInt(5))
              : kind < 80
                  ? "\"{" + path(".") + "}\""
                  : kind < 90
                      ? "{\"$ref\": \"#/" + path("/") + "\"}"
                      : "{\"value\": 1, \"unit\": \"px\"}";
      return "{\"$value\": " + value + type + extra + "}";
    }
  }
}

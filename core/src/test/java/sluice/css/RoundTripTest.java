package sluice.css;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.Sluice;
import sluice.TokenChoice;
import sluice.TokenCombinations;
import sluice.TokenValues;
import sluice.convert.Conversion;
import sluice.convert.Conversion.Target;
import sluice.convert.ConvertedFile;
import sluice.problem.Problem;
import sluice.problem.ProblemTally;
import sluice.resolve.ResolvedToken;
import sluice.testkit.vector.ProjectFiles;
import sluice.token.Theme;

/// A library, converted and converted back, has the same values under every combination of themes:
/// those of all tokens of which nothing is told, and that do not depend on such a token. Values are
/// compared as CSS, where the notations of both dialects are one.
final class RoundTripTest {
  private static final Pattern NAMED = Pattern.compile("^token \"(.+?)\" of set");
  private static final Pattern REFERENCE = Pattern.compile("\\{([^{}]+)}|#/([^\"]+)");

  @TempDir private Path folder;

  private Path write(Conversion conversion, String name) throws IOException {
    Path target = folder.resolve(name);
    for (ConvertedFile file : conversion.files()) {
      Path path = target.resolve(file.path());
      Files.createDirectories(Objects.requireNonNull(path.getParent()));
      Files.writeString(path, file.text());
    }
    return target;
  }

  private static Conversion convert(Path path, Target target) {
    return Sluice.convertTokens(List.of(path), target, new ProblemTally());
  }

  private static Set<String> told(Conversion conversion) {
    Set<String> names = new HashSet<>();
    for (Problem problem : conversion.problems()) {
      Matcher name = NAMED.matcher(problem.what());
      if (name.find()) {
        names.add(name.group(1));
      }
    }
    return names;
  }

  private static TokenCombinations combinations(Path path) {
    return Sluice.resolveEveryCombination(
        new TokenChoice(List.of(path), List.of(), List.of(), TokenChoice.BASE_FONT_SIZE));
  }

  private static Set<String> labels(TokenValues values) {
    Set<String> labels = new TreeSet<>();
    for (Theme theme : values.themes()) {
      labels.add((theme.group() == null ? "theme" : theme.group()) + "/" + theme.name());
    }
    return labels;
  }

  /// What the tokens of a combination are in CSS, by name.
  private static Map<String, List<Property>> css(TokenValues values) {
    Map<String, List<Property>> css = new HashMap<>();
    TokenProperties writer = new TokenProperties(References.NONE, new ArrayList<>());
    for (ResolvedToken token : values.resolved().all()) {
      if (values.isListed(token) && !token.failed()) {
        List<Property> properties = new ArrayList<>();
        for (Property property : writer.of(token)) {
          properties.add(new Property(property.part(), alike(property.value())));
        }
        css.put(token.name(), properties);
      }
    }
    return css;
  }

  /// Nothing is nothing in every unit, and hexadecimal digits have no case.
  private static String alike(String css) {
    return css.replaceAll("(?<![\\w.])0px", "0").toLowerCase(java.util.Locale.ROOT);
  }

  private static void addDependents(TokenValues values, Set<String> told) {
    boolean isMore = true;
    while (isMore) {
      isMore = false;
      for (ResolvedToken token : values.resolved().all()) {
        if (!told.contains(token.name()) && dependsOn(token, told)) {
          told.add(token.name());
          isMore = true;
        }
      }
    }
  }

  private static boolean dependsOn(ResolvedToken token, Set<String> told) {
    Matcher reference = REFERENCE.matcher(sluice.TokensJson.of(token.token().value()));
    while (reference.find()) {
      String name =
          reference.group(1) != null
              ? reference.group(1)
              : reference.group(2).replaceAll("/\\$value.*", "").replace('/', '.');
      if (told.contains(name)) {
        return true;
      }
    }
    return false;
  }

  /// How many tokens were compared, all combinations together.
  private int roundTrip(Path source, Target there, Target back) throws IOException {
    Conversion first = convert(source, there);
    Path converted = write(first, "there");
    Path entry = there == Target.DTCG ? converted.resolve("tokens.resolver.json") : converted;
    Conversion second = convert(entry, back);
    Path returned = write(second, "back");
    Set<String> told = told(first);
    told.addAll(told(second));
    Map<Set<String>, TokenValues> after = new HashMap<>();
    combinations(back == Target.DTCG ? returned.resolve("tokens.resolver.json") : returned)
        .forEach(values -> after.put(labels(values), values));

    int compared = 0;
    for (TokenValues before : combinations(source)) {
      // A group of one theme is no choice, and gone afterwards.
      TokenValues now =
          after.entrySet().stream()
              .filter(one -> labels(before).containsAll(one.getKey()))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElseThrow();
      Set<String> excluded = new HashSet<>(told);
      addDependents(before, excluded);
      Map<String, List<Property>> expected = css(before);
      Map<String, List<Property>> actual = css(now);
      expected.keySet().removeAll(excluded);
      actual.keySet().removeAll(excluded);
      for (Map.Entry<String, List<Property>> token : expected.entrySet()) {
        assertEquals(token.getValue(), actual.get(token.getKey()), token.getKey());
      }
      assertEquals(expected.keySet(), actual.keySet());
      compared += expected.size();
    }
    return compared;
  }

  /// @param compared tokens compared, of all combinations together
  @ParameterizedTest
  @CsvSource({
    "primer/files/github-primer.resolver.json, 16400",
    "figma-sds/files/figma-sds.resolver.json, 558",
    "spectrum/files/adobe-spectrum.resolver.json, 5480",
  })
  void dtcgToTokensStudioAndBack(String sample, int compared) throws IOException {
    Path source = ProjectFiles.sample("tokens/" + sample);

    assertEquals(compared, roundTrip(source, Target.TOKENS_STUDIO, Target.DTCG));
  }

  @Test
  void tokensStudioToDtcgAndBack() throws IOException {
    Path source = ProjectFiles.sample("tokens/designsystemet/files");

    assertEquals(43_680, roundTrip(source, Target.DTCG, Target.TOKENS_STUDIO));
  }

  @Test
  void ourOwnLibrary_toDtcgAndBack() throws IOException {
    Path source = ProjectFiles.root().resolve("samples/demo/tokens.json");

    assertEquals(50, roundTrip(source, Target.DTCG, Target.TOKENS_STUDIO));
  }
}

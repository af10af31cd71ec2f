package sluice.resolve.dtcg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.problem.ProblemTally;
import sluice.resolve.ResolvedToken;
import sluice.resolve.ResolvedTokens;
import sluice.resolve.ThemeSelection;
import sluice.testkit.vector.ProjectFiles;
import sluice.token.Dialect;
import sluice.token.TokenJson;
import sluice.token.TokenLibrary;
import sluice.token.source.TokenSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Real token sets, against what Terrazzo makes of them under every combination of contexts.
final class DtcgRealSetsTest {

  /// @param invalid how many tokens of the first combination break a rule of the report, so that
  ///   they have no value here: the types `string` and `custom-string`, `em`, a hex of three
  ///   digits, a typography without letter spacing
  @ParameterizedTest
  @CsvSource({
    "spectrum, adobe-spectrum, 4, 177",
    "figma-sds, figma-sds, 2, 19",
    "primer, github-primer, 12, 19"
  })
  void everyToken_saysTheSame(String folder, String document, int combinations, int invalid) {
    Path sample = ProjectFiles.sample("tokens/" + folder);
    JsonNode expected = read(sample.resolve("expected.terrazzo.json"));
    TokenLibrary library =
        TokenSource.read(
            sample.resolve("files").resolve(document + ".resolver.json"), new ProblemTally());

    Map<String, JsonNode> base = new LinkedHashMap<>();
    addAll(base, expected.at("/base/tokens"));
    assertEquals(invalid, compare(library, expected.get("base"), base));
    for (JsonNode other : expected.get("others")) {
      Map<String, JsonNode> tokens = new LinkedHashMap<>(base);
      other.get("removed").forEach(name -> tokens.remove(name.asString()));
      addAll(tokens, other.get("changed"));
      compare(library, other, tokens);
    }
    assertEquals(combinations, 1 + expected.get("others").size());
  }

  private static void addAll(Map<String, JsonNode> tokens, JsonNode members) {
    members.properties().forEach(token -> tokens.put(token.getKey(), token.getValue()));
  }

  /// How many tokens have no value; all others say the same.
  private static long compare(
      TokenLibrary library, JsonNode combination, Map<String, JsonNode> expected) {
    List<String> contexts = new ArrayList<>();
    combination
        .get("input")
        .properties()
        .forEach(choice -> contexts.add(choice.getKey() + "=" + choice.getValue().asString()));
    ThemeSelection selection = ThemeSelection.choose(library, contexts, List.of());
    ResolvedTokens resolved =
        DtcgResolver.resolve(Objects.requireNonNull(library.dtcg()), selection).tokens();

    assertEquals(expected.size(), resolved.all().size(), contexts.toString());
    expected.forEach((name, theirs) -> {
      ResolvedToken ours = resolved.find(name);
      ours = ours == null ? resolved.find(name + ".$root") : ours;
      assertNotNull(ours, name);
      // Of an alias of the number 0 Terrazzo leaves the reference.
      if (!ours.failed() && !theirs.get("value").asString("").startsWith("{")) {
        String type = Objects.requireNonNull(ours.token().type());
        assertEquals(
            NormalForm.of(type, TokenJson.value(theirs.get("value"))),
            NormalForm.of(type, ours.value()),
            () -> contexts + ": " + name);
      }
    });
    return resolved.all().stream().filter(ResolvedToken::failed).count();
  }

  @Test
  void filesThatAreNotValid_areReadToTheirEnd() throws IOException {
    Path folder = ProjectFiles.sample("tokens/gitlab/files");
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(file -> file.toString().endsWith(".tokens.json")).sorted().toList();
    }
    ProblemTally problems = new ProblemTally();

    TokenLibrary library =
        TokenSource.readAll(files, new TokenSource.Telling(Dialect.DTCG, Dialect.DTCG), problems)
            .all()
            .getFirst();
    ResolvedTokens resolved =
        DtcgResolver.resolve(
                Objects.requireNonNull(library.dtcg()), ThemeSelection.standing(library))
            .tokens();

    assertEquals(1_116, resolved.all().size());
    assertTrue(resolved.all().stream().anyMatch(token -> !token.failed()));
    for (ResolvedToken token : resolved.all()) {
      assertEquals(token.failed(), token.problem() != null && token.problem().why() != null);
    }
  }

  private static JsonNode read(Path file) {
    return JsonMapper.builder().build().readTree(file.toFile());
  }
}

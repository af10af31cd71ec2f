package sluice.resolve.dtcg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.problem.Problem;
import sluice.problem.SluiceException;
import sluice.resolve.ResolvedToken;
import sluice.resolve.color.DtcgColorSpace;
import sluice.resolve.color.DtcgColorSpace.Srgb;
import sluice.testkit.vector.VectorSuite;
import sluice.testkit.vector.VectorSuite.Area;
import sluice.testkit.vector.Vectors;
import sluice.token.TokenJson;
import sluice.token.TokenValue;
import tools.jackson.databind.JsonNode;

/// Facts about the Format, Color and Resolver modules of DTCG 2025.10, and those of Terrazzo, which
/// implements them; where the two disagree the report is right.
public final class DtcgVectors {
  private static final double LAB_TOLERANCE = 2e-4;

  private DtcgVectors() {}

  /// Every suite.
  public static List<VectorSuite> suites() {
    return List.of(
        equal("spec-format-valid", "documents and their values", DtcgVectors::valid),
        equal("spec-format-reject", "documents with an error", DtcgVectors::reject),
        equal("spec-resolver-valid", "resolver documents and their values", DtcgVectors::resolver),
        equal(
            "spec-resolver-reject",
            "resolver documents with an error",
            DtcgVectors::resolverReject),
        equal("color-spaces", "colour spaces, to 1e-4", DtcgVectors::color),
        differing("terrazzo-types", "values by type"),
        differing("terrazzo-beyond-spec-types", "types the report does not have"),
        differing("terrazzo-alias", "references"),
        differing("terrazzo-extends", "groups that extend others"),
        VectorSuite.of(
            "dtcg/terrazzo-resolver",
            Area.DTCG,
            "resolver documents, valid or not",
            DtcgVectors::terrazzoResolver),
        equal("terrazzo-alias-to-pointer", "braces as pointers", DtcgVectors::pointer));
  }

  private static VectorSuite equal(String name, String asserts, VectorSuite.StrictCheck check) {
    return VectorSuite.equal("dtcg/" + name, Area.DTCG, asserts, check);
  }

  private static VectorSuite differing(String name, String asserts) {
    return VectorSuite.of("dtcg/" + name, Area.DTCG, asserts, DtcgVectors::terrazzo);
  }

  private static DtcgFiles files(JsonNode input) throws IOException {
    DtcgFiles files = new DtcgFiles();
    for (JsonNode file : input.get("files")) {
      files.source(
          file.get("file").asString(),
          file.has("text") ? file.get("text").asString() : file.get("json").toPrettyString());
    }
    return files;
  }

  private static void valid(Vectors.Case fact) throws IOException {
    try (DtcgFiles files = files(fact.input())) {
      DtcgFiles.Outcome outcome = files.resolve();

      assertEquals(List.of(), outcome.errors());
      Map<String, Map.Entry<String, TokenValue>> expected = new LinkedHashMap<>();
      fact.expected()
          .get("tokens")
          .properties()
          .forEach(token ->
              expected.put(
                  token.getKey(),
                  Map.entry(
                      token.getValue().get("type").asString(),
                      TokenJson.value(token.getValue().get("value")))));
      Map<String, Map.Entry<String, TokenValue>> actual = new LinkedHashMap<>();
      for (ResolvedToken token : outcome.resolution().tokens().all()) {
        actual.put(
            token.name(), Map.entry(Objects.requireNonNull(token.token().type()), token.value()));
      }
      assertEquals(expected, actual);
      remarks(fact.expected(), outcome.resolution());
    }
  }

  private static void remarks(JsonNode expected, DtcgResolution resolution) {
    DtcgRemarks none = new DtcgRemarks(null, null);
    expected
        .path("deprecated")
        .properties()
        .forEach(said ->
            assertEquals(
                TokenJson.value(said.getValue()),
                resolution.remarks().getOrDefault(said.getKey(), none).deprecated()));
    expected
        .path("extensions")
        .properties()
        .forEach(said ->
            assertEquals(
                TokenJson.value(said.getValue()),
                resolution.remarks().getOrDefault(said.getKey(), none).extensions()));
    expected
        .path("descriptions")
        .properties()
        .forEach(said -> {
          ResolvedToken token = resolution.tokens().find(said.getKey());
          assertNotNull(token);
          assertEquals(said.getValue().asString(null), token.token().description());
        });
  }

  private static void reject(Vectors.Case fact) throws IOException {
    List<Problem> errors = errors(fact.input());

    assertFalse(errors.isEmpty(), "accepted");
    String at = fact.expected().path("at").asString("");
    assertTrue(
        at.isEmpty() || errors.stream().anyMatch(error -> error.what().contains("\"" + at + "\"")),
        () -> at + ": " + errors);
    for (Problem error : errors) {
      assertNotNull(error.where());
      assertNotNull(error.why());
    }
  }

  private static List<Problem> errors(JsonNode input) throws IOException {
    try (DtcgFiles files = files(input)) {
      return files.resolve().errors();
    } catch (SluiceException e) {
      return List.of(e.problem());
    }
  }

  private static DtcgFiles.@Nullable Outcome resolve(JsonNode input) throws IOException {
    try (DtcgFiles files = new DtcgFiles()) {
      files.source("t.resolver.json", input.get("resolver").toPrettyString());
      for (Map.Entry<String, JsonNode> file : input.path("files").properties()) {
        files.other(file.getKey(), file.getValue().toPrettyString());
      }
      List<String> contexts = new ArrayList<>();
      for (Map.Entry<String, JsonNode> choice : input.path("inputs").properties()) {
        if (!choice.getValue().isString()) {
          // What is not a text cannot be said: contexts are chosen by text alone.
          return null;
        }
        contexts.add(choice.getKey() + "=" + choice.getValue().asString());
      }
      return files.resolve(contexts.toArray(String[]::new));
    }
  }

  private static void resolver(Vectors.Case fact) throws IOException {
    DtcgFiles.Outcome outcome = resolve(fact.input());

    assertNotNull(outcome);
    assertEquals(List.of(), outcome.errors());
    Map<String, TokenValue> expected = new LinkedHashMap<>();
    fact.expected()
        .get("tokens")
        .properties()
        .forEach(token -> expected.put(token.getKey(), TokenJson.value(token.getValue())));
    Map<String, TokenValue> actual = new LinkedHashMap<>();
    outcome.resolution().tokens().all().forEach(token -> actual.put(token.name(), token.value()));
    assertEquals(expected, actual);
  }

  private static void resolverReject(Vectors.Case fact) throws IOException {
    try {
      DtcgFiles.Outcome outcome = resolve(fact.input());
      assertTrue(outcome == null || !outcome.errors().isEmpty(), "accepted");
    } catch (SluiceException e) {
      assertNotNull(e.problem().why());
    }
  }

  private static void color(Vectors.Case fact) {
    JsonNode input = fact.input();
    DtcgColorSpace from = DtcgColorSpace.of(input.get("colorSpace").asString());
    assertNotNull(from);
    double[] components = numbers(input.get("components"));
    Srgb srgb = from.toSrgb(components);
    if (input.has("to")) {
      DtcgColorSpace to = DtcgColorSpace.of(input.get("to").asString());
      assertNotNull(to);
      close(numbers(fact.expected().get("components")), to.fromSrgb(srgb));
      return;
    }
    close(
        numbers(fact.expected().get("srgb")), new double[] {srgb.red(), srgb.green(), srgb.blue()});
    assertEquals(fact.expected().get("inSrgbGamut").asBoolean(), srgb.isInGamut());
    assertEquals(fact.expected().get("hexClipped").asString(), srgb.hex());
  }

  private static double[] numbers(JsonNode list) {
    double[] numbers = new double[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = list.get(i).asDouble(0);
    }
    return numbers;
  }

  private static void close(double[] expected, double[] actual) {
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], LAB_TOLERANCE);
    }
  }

  private static Set<String> terrazzo(Vectors.Case fact) throws IOException {
    if (fact.input().get("files").get(0).has("text")) {
      assertFalse(errors(fact.input()).isEmpty());
      return Set.of("dtcg-yaml");
    }
    if (fact.expected().has("error")) {
      assertFalse(errors(fact.input()).isEmpty(), "accepted");
      return Set.of();
    }
    try (DtcgFiles files = files(fact.input())) {
      DtcgFiles.Outcome outcome = files.resolve();
      Set<String> stricter = stricter(outcome.errors());
      fact.expected()
          .get("tokens")
          .properties()
          .forEach(token -> terrazzo(token, outcome.resolution(), stricter));
      return stricter;
    }
  }

  private static void terrazzo(
      Map.Entry<String, JsonNode> expected, DtcgResolution resolution, Set<String> stricter) {
    ResolvedToken token = resolution.tokens().find(expected.getKey());
    token = token == null ? resolution.tokens().find(expected.getKey() + ".$root") : token;
    assertNotNull(token, expected.getKey());
    if (token.failed()) {
      assertFalse(stricter.isEmpty(), () -> expected.getKey());
    } else {
      assertEquals(
          TokenJson.value(expected.getValue().get("$value")),
          NormalForm.of(Objects.requireNonNull(token.token().type()), token.value()));
    }
  }

  /// The differences that errors are of; an error that is of none is a mistake.
  private static Set<String> stricter(List<Problem> errors) {
    Set<String> differences = new java.util.TreeSet<>();
    for (Problem error : errors) {
      String why = error.why() == null ? "" : error.why();
      if (error.what().contains("$type")) {
        differences.add("dtcg-types");
      } else if (why.contains("typography")
          || why.contains("allowed: a number")
          || why.contains("type number")) {
        differences.add("dtcg-typography");
      } else if (why.contains("braces stand for a whole token")) {
        differences.add("dtcg-braces");
      } else {
        throw new AssertionError(error);
      }
    }
    return differences;
  }

  private static Set<String> terrazzoResolver(Vectors.Case fact) throws IOException {
    boolean isValid = fact.expected().get("valid").asBoolean();
    Problem error = null;
    try {
      resolve(fact.input());
    } catch (SluiceException e) {
      error = e.problem();
    }
    if (isValid && error != null) {
      assertTrue(error.what().contains("leads nowhere"), error.what());
      return Set.of("dtcg-missing-set");
    }
    assertEquals(isValid, error == null);
    return Set.of();
  }

  private static void pointer(Vectors.Case fact) {
    List<String> names = CurlyReference.parse(fact.input().asString());

    String pointer = null;
    if (names != null) {
      StringBuilder text = new StringBuilder("#");
      names.forEach(name -> text.append('/').append(name.replace("~", "~0").replace("/", "~1")));
      pointer = text.append("/$value").toString();
    }
    assertEquals(fact.expected().path("ref").asString(null), pointer);
  }
}

package sluice.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.Sluice;
import sluice.convert.Conversion;
import sluice.convert.ConvertedFile;
import sluice.problem.ProblemTally;
import sluice.testkit.vector.ProjectFiles;
import sluice.testkit.vector.Vectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The published schemas accept what the report allows and reject what it forbids, but for rules
/// that no schema can follow.
final class DtcgSchemaTest {
  /// Where references lead, circles, types from elsewhere.
  private static final Set<String> BEYOND_A_SCHEMA =
      Set.of(
          "spec-no-type",
          "spec-alias-missing",
          "spec-alias-to-group-with-root",
          "spec-alias-to-itself",
          "spec-alias-circle-of-three",
          "spec-alias-circle-through-composite",
          "spec-alias-wrong-type",
          "spec-alias-wrong-subtype-in-composite",
          "spec-extends-missing",
          "spec-extends-token",
          "spec-extends-circle");

  /// The same, names that are there twice, and inputs, which are no part of the document.
  private static final Set<String> BEYOND_A_RESOLVER_SCHEMA =
      Set.of(
          "res-circular-sets",
          "res-set-references-itself",
          "res-inline-duplicate-name",
          "res-input-missing-required",
          "res-input-number",
          "res-input-three-errors-at-once",
          "res-alias-broken-in-one-context",
          "res-circle-only-in-one-context");

  private static JsonSchema schema(String name) throws IOException {
    Path file = ProjectFiles.root().resolve("docs").resolve("reference").resolve(name);
    return new JsonSchema(JsonMapper.shared().readTree(Files.readString(file)));
  }

  private static List<JsonNode> documents(Vectors.Case fact) {
    List<JsonNode> documents = new ArrayList<>();
    if (fact.input().has("resolver")) {
      documents.add(fact.input().get("resolver"));
    } else {
      for (JsonNode file : fact.input().get("files")) {
        if (file.has("json")) {
          documents.add(file.get("json"));
        }
      }
    }
    return documents;
  }

  private static Set<String> accepted(String suite, JsonSchema schema) {
    Set<String> accepted = new TreeSet<>();
    for (Vectors.Case fact : Vectors.load(suite).cases()) {
      if (documents(fact).stream().allMatch(schema::accepts)) {
        accepted.add(fact.id());
      }
    }
    return accepted;
  }

  @ParameterizedTest
  @ValueSource(strings = {"dtcg.schema.json format", "dtcg-resolver.schema.json resolver"})
  void schema_saysWhatTheReportSays(String names) throws IOException {
    String[] name = names.split(" ", -1);
    JsonSchema schema = schema(name[0]);
    boolean isFormat = name[1].equals("format");
    Vectors valid = Vectors.load("dtcg/spec-" + name[1] + "-valid");

    assertEquals(valid.cases().size(), accepted("dtcg/spec-" + name[1] + "-valid", schema).size());
    assertEquals(
        new TreeSet<>(isFormat ? BEYOND_A_SCHEMA : BEYOND_A_RESOLVER_SCHEMA),
        accepted("dtcg/spec-" + name[1] + "-reject", schema));
  }

  @Test
  void whatConvertWrites_isValid() throws IOException {
    Path tokens = ProjectFiles.root().resolve("samples/demo/tokens.json");
    Conversion conversion =
        Sluice.convertTokens(List.of(tokens), Conversion.Target.DTCG, new ProblemTally());

    for (ConvertedFile file : conversion.files()) {
      JsonSchema schema =
          schema(
              file.path().endsWith(".resolver.json")
                  ? "dtcg-resolver.schema.json"
                  : "dtcg.schema.json");
      assertTrue(schema.accepts(JsonMapper.shared().readTree(file.text())), file.path());
    }
    assertTrue(conversion.files().size() > 2);
  }

  @Test
  void validator_refusesAKeywordItDoesNotKnow() {
    JsonSchema schema = new JsonSchema(JsonMapper.shared().readTree("{\"dependentSchemas\": {}}"));

    assertThrows(
        IllegalArgumentException.class, () -> schema.accepts(JsonMapper.shared().readTree("{}")));
    assertFalse(
        new JsonSchema(JsonMapper.shared().readTree("{\"type\": \"object\"}"))
            .accepts(JsonMapper.shared().readTree("[]")));
  }
}

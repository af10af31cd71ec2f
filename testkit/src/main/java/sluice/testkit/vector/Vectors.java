package sluice.testkit.vector;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// One suite of test facts: `vectors/<name>.json`.
///
/// @param root the whole file, for shared fixtures
/// @param cases in file order
public record Vectors(JsonNode root, List<Case> cases) {
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  /// One fact.
  ///
  /// @param id unique in its suite
  /// @param input what the rule is given
  /// @param expected what must come out
  /// @param whole the case with all its members
  public record Case(String id, JsonNode input, JsonNode expected, JsonNode whole) {}

  /// What a test does with one fact.
  @FunctionalInterface
  public interface Check {
    /// Fails by throwing.
    void run(Case fact) throws Exception;
  }

  /// Loads `vectors/<name>.json`, for example `tokens-studio/resolver`.
  public static Vectors load(String name) {
    return read(ProjectFiles.root().resolve("vectors").resolve(name + ".json"));
  }

  /// Loads a suite from any file.
  public static Vectors read(Path file) {
    JsonNode root = MAPPER.readTree(file.toFile());
    List<Case> cases = new ArrayList<>();
    for (JsonNode fact : root.get("cases")) {
      cases.add(new Case(fact.get("id").asString(), fact.get("input"), fact.get("expected"), fact));
    }
    if (cases.isEmpty()) {
      throw new IllegalStateException("no cases in " + file);
    }
    return new Vectors(root, List.copyOf(cases));
  }

  /// One dynamic test for each fact.
  public Stream<DynamicTest> tests(Check check) {
    return cases.stream().map(fact -> DynamicTest.dynamicTest(fact.id(), () -> check.run(fact)));
  }
}

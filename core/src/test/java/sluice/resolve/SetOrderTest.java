package sluice.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import sluice.testkit.vector.Vectors;
import sluice.token.SetStatus;
import tools.jackson.databind.JsonNode;

/// Tokens Studio, themes and sets: merge order.
final class SetOrderTest {

  /// `activeTokenSet` is the set open in the plugin's editor, which we have not: the facts that
  /// name one hold after it is moved last.
  @TestFactory
  Stream<DynamicTest> vectors() {
    return Vectors.load("tokens-studio/token-set-order")
        .tests(fact -> {
          List<String> order =
              new ArrayList<>(
                  SetOrder.of(
                      texts(fact.input().get("fileOrder")),
                      statuses(fact.input().path("usedSets")),
                      statuses(fact.input().path("overallConfig"))));

          String edited = fact.input().path("activeTokenSet").asString("");
          if (order.remove(edited)) {
            order.add(edited);
          }
          assertEquals(texts(fact.expected().get("tokenSetsOrder")), order);
        });
  }

  static Map<String, SetStatus> statuses(JsonNode object) {
    Map<String, SetStatus> statuses = new LinkedHashMap<>();
    object
        .properties()
        .forEach(entry ->
            statuses.put(
                entry.getKey(),
                SetStatus.valueOf(entry.getValue().asString().toUpperCase(Locale.ROOT))));
    return statuses;
  }

  static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asString()));
    return texts;
  }
}

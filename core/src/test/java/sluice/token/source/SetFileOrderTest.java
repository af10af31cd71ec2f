package sluice.token.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import sluice.testkit.vector.Vectors;
import sluice.token.TokenSet;
import tools.jackson.databind.JsonNode;

/// Tokens Studio, containers: `$metadata.tokenSetOrder`.
final class SetFileOrderTest {

  /// Without a list the vectors show one of several upstream behaviours; ours is the folder's: by
  /// code unit.
  @TestFactory
  Stream<DynamicTest> vectors() {
    return Vectors.load("tokens-studio/token-set-file-order")
        .tests(fact -> {
          List<TokenSet> sets = new ArrayList<>();
          fact.input()
              .get("sets")
              .forEach(name -> sets.add(new TokenSet(name.asString(), List.of())));

          List<TokenSet> sorted =
              SetFileOrder.sort(sets, texts(fact.input().path("tokenSetOrder")));

          assertEquals(
              texts(fact.expected().get("order")), sorted.stream().map(TokenSet::name).toList());
        });
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asString()));
    return texts;
  }
}

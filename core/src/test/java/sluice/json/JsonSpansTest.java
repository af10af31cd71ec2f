package sluice.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonSpansTest {
  private static final int DOCUMENTS = 40;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{ \"a b\" : [ 1 , -2.50e1 ] , \"\" : { } } | {\"a b\":[1,-2.50e1],\"\":{}}",
        "[ \" \\\" \" , \" \\\\\" , \"\\u0020 \" , \" é€ \" ] | "
            + "[\" \\\" \",\" \\\\\",\"\\u0020 \",\" é€ \"]",
        "[1,\"x\"] | [1,\"x\"]",
      })
  void compact_leavesOutWhiteSpaceBetweenParts_andNoOther(String json, String compact) {
    assertEquals(compact, JsonSpans.compact(json));
    assertEquals(compact, JsonSpans.compact(json.replace(" : ", "\t:\r\n").replace(" , ", "\n, ")));
  }

  @Test
  void compactedDocument_saysTheSame_andIsStill() {
    for (int seed = 0; seed < DOCUMENTS; seed++) {
      String json = new String(new RandomJson(seed, false).bytes(), UTF_8);
      String compact = JsonSpans.compact(json);

      assertEquals(JsonTree.write(JsonTree.read(json)), JsonTree.write(JsonTree.read(compact)));
      assertEquals(compact, JsonSpans.compact(compact));
    }
  }

  @Test
  void depth_isThatOfTheDeepestContainer() {
    assertEquals(1, depth("{}"));
    assertEquals(1, depth("[]"));
    assertEquals(3, depth("{\"a\":[{}],\"b\":[]}"));
    assertEquals(0, depth("\"{[\""));
    assertEquals(0, depth("12"));
  }

  private static int depth(String json) {
    return JsonSpans.depth(json.getBytes(UTF_8), 0);
  }

  @Test
  void aValueAtTheVeryEnd_endsThere() {
    for (String json :
        new String[] {"-1.5e3", "true", "null", "\"\\\\\"", "[\"]\"]", "{\"}\":{}}"}) {
      byte[] bytes = (" " + json).getBytes(UTF_8);

      assertEquals(bytes.length, JsonSpans.endOfValue(bytes, 1), json);
    }
  }

  @Test
  void spansOfAnyDocument_areWhereItsPartsLie() {
    for (int seed = 0; seed < DOCUMENTS; seed++) {
      RandomJson json = new RandomJson(seed, false);
      assertLies(json.bytes(), json.root());
    }
  }

  private static void assertLies(byte[] bytes, RandomJson.Value value) {
    assertEquals(value.to(), JsonSpans.endOfValue(bytes, value.from()));
    if (value.kind() == '[') {
      ArraySpans spans = new ArraySpans(bytes, value.from());
      assertEquals(value.items().size(), spans.count());
      for (int i = 0; i < spans.count(); i++) {
        assertEquals(value.items().get(i).from(), spans.from(i));
        assertEquals(value.items().get(i).to(), spans.to(i));
      }
    } else if (value.kind() == '{') {
      assertMembersLie(bytes, value);
    }
    value.items().forEach(item -> assertLies(bytes, item));
  }

  private static void assertMembersLie(byte[] bytes, RandomJson.Value object) {
    ObjectSpans spans = new ObjectSpans(bytes, object.from());
    List<String> keys = object.keys().stream().map(RandomJson.Key::text).toList();
    assertEquals(keys.size(), spans.count());
    assertEquals(object.from(), spans.from());
    for (int i = 0; i < spans.count(); i++) {
      RandomJson.Key key = object.keys().get(i);
      assertEquals(key.from(), spans.keyFrom(i));
      assertEquals(key.from() + key.size() + 2, spans.keyTo(i));
      assertEquals(object.items().get(i).from(), spans.valueFrom(i));
      assertEquals(object.items().get(i).to(), spans.valueTo(i));
      assertEquals(key.text(), spans.key(i));
      assertTrue(spans.is(i, key.text()));
      assertFalse(spans.is(i, key.text() + "x"));
      assertEquals(keys.lastIndexOf(key.text()), spans.find(key.text()));
    }
    assertEquals(-1, spans.find("no such key"));
    assertEquals(keys.isEmpty() ? "" : object.keys().getLast().indent(), spans.indent());
  }

  @Test
  void aBlankAfterTheLastColon_isSeen() {
    assertTrue(new ObjectSpans("{\"a\":1,\"b\": 2}".getBytes(UTF_8), 0).isSpaced());
    assertFalse(new ObjectSpans("{\"a\": 1,\"b\":2}".getBytes(UTF_8), 0).isSpaced());
    assertFalse(new ObjectSpans("{ }".getBytes(UTF_8), 0).isSpaced());
  }

  @Test
  void manyMembersAndItems_areAllFound() {
    List<String> members = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      members.add("\"k" + i + "\":" + i);
    }
    byte[] object = ("{" + String.join(",", members) + "}").getBytes(UTF_8);
    byte[] array = Arrays.toString(new int[100]).getBytes(UTF_8);

    ObjectSpans spans = new ObjectSpans(object, 0);
    for (int i = 0; i < 100; i++) {
      assertEquals(i, spans.find("k" + i));
      assertEquals("k" + i, spans.key(i));
    }
    assertEquals(100, spans.count());
    assertEquals(100, new ArraySpans(array, 0).count());
    assertEquals(298, new ArraySpans(array, 0).from(99));
  }
}

package sluice.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonUpdateTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // what says the same keeps its spelling
        "{\"a\":1.0} | {\"a\":1} | {\"a\":1.0}",
        "{\"a\" : 1e1 } | {\"a\":10} | {\"a\" : 1e1 }",
        // replaced, with what is around it untouched
        "{ \"a\":1 ,\"b\":\"x\\/y\"} | {\"a\":2,\"b\":\"x/y\"} | { \"a\":2 ,\"b\":\"x\\/y\"}",
        "{\"a\":[1,2.50,3]} | {\"a\":[1,2.5,4]} | {\"a\":[1,2.50,4]}",
        // added behind the last, removed with its comma
        "{\"a\":1} | {\"a\":1,\"b\":2} | {\"a\":1,\"b\":2}",
        "{} | {\"b\":2} | {\"b\":2}",
        "{\"a\":1,\"b\":2,\"c\":3} | {\"a\":1,\"c\":3} | {\"a\":1,\"c\":3}",
        "{\"a\":1,\"b\":2} | {\"b\":2} | {\"b\":2}",
        "{\"a\":1,\"b\":2} | {\"a\":1} | {\"a\":1}",
        "{\"a\":1} | {} | {}",
        // a new member takes the place of a removed one
        "{\"a\":1,\"b\":2} | {\"c\":9,\"b\":2} | {\"c\":9,\"b\":2}",
        "{\"a\":1,\"b\":2,\"c\":3} | {\"b\":2,\"d\":4} | {\"d\":4,\"b\":2}",
        // keys that occur twice go together
        "{\"a\":1,\"b\":2,\"a\":3} | {\"b\":2} | {\"b\":2}",
        // lists grow and shrink at their end
        "{\"a\":[1]} | {\"a\":[1,{\"x\":2}]} | {\"a\":[1,{\"x\":2}]}",
        "{\"a\":[1,2,3]} | {\"a\":[1]} | {\"a\":[1]}",
        "{\"a\":[]} | {\"a\":[1]} | {\"a\":[1]}",
        "{\"a\":[1,2]} | {\"a\":[]} | {\"a\":[]}",
        // another kind of value
        "{\"a\":null} | {\"a\":{\"x\":[true]}} | {\"a\":{\"x\":[true]}}",
      })
  void bytesThatNeedNotChange_stay(String before, String wanted, String after) {
    assertEquals(after, updated(before, wanted));
  }

  @Test
  void newValues_areLaidOutLikeWhatIsAroundThem() {
    String before = "{\n  \"a\": [\n    {\n      \"x\": 1\n    }\n  ],\n  \"b\": []\n}";
    String wanted =
        "{\"a\":[{\"x\":1,\"y\":{\"z\":2}},{\"w\":3}],\"b\":[{\"v\":[4]}],\"c\":{\"u\":5}}";
    String after =
        """
        {
          "a": [
            {
              "x": 1,
              "y": {
                "z": 2
              }
            },
            {
              "w": 3
            }
          ],
          "b": [
            {
              "v": [
                4
              ]
            }
          ],
          "c": {
            "u": 5
          }
        }\
        """;

    assertEquals(after, updated(before, wanted));
  }

  @Test
  void changes_saysWhatStoodThere() {
    JsonUpdate update =
        update("{\"a\":[{\"x\":1.0,\"y\":2}],\"b\":3}", "{\"a\":[{\"x\":4}],\"c\":5}");

    assertEquals(
        List.of("a.0.x 1.0 4", "a.0.y 2 null", "c null 5", "b 3 null"),
        update.changes().stream()
            .map(change ->
                change.path()
                    + " "
                    + change.before()
                    + " "
                    + (change.after() == null ? null : JsonTree.write(change.after())))
            .toList());
  }

  /// Whatever is there and whatever is wanted, the result says what is wanted, and making it say
  /// the same again changes nothing.
  @Test
  void anyValue_becomesAnyOther() {
    Random random = new Random(7);
    for (int i = 0; i < 5_000; i++) {
      JsonValue.Obj before = object(random, 3);
      JsonValue.Obj wanted =
          random.nextBoolean() ? object(random, 3) : (JsonValue.Obj) mutated(before, random);
      String text = spelt(before, random, 0);

      String result = updated(text, JsonTree.write(wanted));

      JsonValue read = JsonTree.read(result);
      assertTrue(JsonUpdate.same(wanted, read), text + " -> " + wanted + " became " + result);
      assertEquals(result, updated(result, JsonTree.write(wanted)));
    }
  }

  private static String updated(String before, String wanted) {
    return new String(update(before, wanted).result(), StandardCharsets.UTF_8);
  }

  private static JsonUpdate update(String before, String wanted) {
    byte[] bytes = before.getBytes(StandardCharsets.UTF_8);
    JsonValue.Obj old = (JsonValue.Obj) JsonTree.read(before);
    Map<String, @Nullable JsonValue> members =
        new LinkedHashMap<>(((JsonValue.Obj) JsonTree.read(wanted)).members());
    for (String key : old.members().keySet()) {
      members.putIfAbsent(key, null);
    }
    JsonUpdate update = new JsonUpdate(bytes, bytes.length, true);
    update.root(new ObjectSpans(bytes, 0), old::member, members);
    return update;
  }

  private static JsonValue value(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 4 : 6)) {
      case 0 -> {
        int number = random.nextInt(4);
        yield new JsonValue.Num(number, String.valueOf(number));
      }
      case 1 -> new JsonValue.Str(List.of("", "a", "é\"\\", "{[,").get(random.nextInt(4)));
      case 2 -> new JsonValue.Bool(random.nextBoolean());
      case 3 -> new JsonValue.Null();
      case 4 -> object(random, depth - 1);
      default -> {
        List<JsonValue> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          items.add(value(random, depth - 1));
        }
        yield new JsonValue.Arr(items);
      }
    };
  }

  private static JsonValue.Obj object(Random random, int depth) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      members.put("k" + random.nextInt(6), value(random, depth));
    }
    return new JsonValue.Obj(members);
  }

  private static JsonValue mutated(JsonValue value, Random random) {
    if (value instanceof JsonValue.Obj(Map<String, JsonValue> old)) {
      Map<String, JsonValue> members = new LinkedHashMap<>();
      old.forEach((key, member) -> {
        if (random.nextInt(6) > 0) {
          members.put(key, mutated(member, random));
        }
      });
      if (random.nextInt(4) == 0) {
        members.put("new", value(random, 1));
      }
      return new JsonValue.Obj(members);
    }
    if (value instanceof JsonValue.Arr(List<JsonValue> items)) {
      return new JsonValue.Arr(items.stream().map(item -> mutated(item, random)).toList());
    }
    return random.nextInt(5) == 0 ? value(random, 0) : value;
  }

  /// A value with white space anywhere and numbers spelt in odd ways.
  private static String spelt(JsonValue value, Random random, int depth) {
    String gap = List.of("", " ", "\n" + "  ".repeat(depth + 1)).get(random.nextInt(3));
    return switch (value) {
      case JsonValue.Obj(Map<String, JsonValue> members) -> {
        List<String> parts = new ArrayList<>();
        members.forEach((key, member) ->
            parts.add(gap + "\"" + key + "\"" + ":" + gap + spelt(member, random, depth + 1)));
        yield "{" + String.join(gap + ",", parts) + gap + "}";
      }
      case JsonValue.Arr(List<JsonValue> items) ->
          "["
              + String.join(
                  gap + ",",
                  items.stream().map(item -> gap + spelt(item, random, depth + 1)).toList())
              + gap
              + "]";
      case JsonValue.Num(_, String text) -> text + List.of("", ".0", "e0").get(random.nextInt(3));
      default -> JsonTree.write(value);
    };
  }
}

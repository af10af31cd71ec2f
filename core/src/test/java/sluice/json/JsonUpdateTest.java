package sluice.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
        // blanks behind colons as in the neighbourhood, and only there
        "{\"a\": null} | {\"a\":{\"x\":[true]}} | {\"a\": {\"x\": [true]}}",
        "{\"a\":1 } | {\"a\":{\"x\":2}} | {\"a\":{\"x\":2} }",
        "{\"a\": [1]} | {\"a\":[1,{\"x\":2}]} | {\"a\": [1,{\"x\": 2}]}",
        "{\"a\":[1, 2]} | {\"a\":[1,2,{\"x\":2}]} | {\"a\":[1, 2,{\"x\":2}]}",
        "{\"a\":[ 1]} | {\"a\":[{\"x\":2}]} | {\"a\":[ {\"x\": 2}]}",
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

  @Test
  void changesOfLists_areNotedItemByItem() {
    JsonUpdate update = update("{\"a\":[1,2,3],\"b\":[4]}", "{\"a\":[9],\"b\":[4,5,6]}");

    assertEquals(
        List.of("a.0 1 9", "a.1 2 null", "a.2 3 null", "b.1 null 5", "b.2 null 6"),
        update.changes().stream()
            .map(change ->
                change.path()
                    + " "
                    + change.before()
                    + " "
                    + (change.after() == null ? null : JsonTree.write(change.after())))
            .toList());
    assertEquals(5, update.changeCount());
  }

  @Test
  void changesNotRecorded_areCounted() {
    byte[] bytes = "{\"a\":[1,2],\"b\":3}".getBytes(StandardCharsets.UTF_8);
    JsonValue.Obj old = (JsonValue.Obj) JsonTree.read(bytes, 0);
    JsonUpdate update = new JsonUpdate(bytes, bytes.length, false);

    update.root(
        new ObjectSpans(bytes, 0),
        old::member,
        Map.of("a", JsonTree.read("[9]"), "c", JsonTree.read("4")));

    assertEquals(3, update.changeCount());
    assertEquals(List.of(), update.changes());
  }

  @Test
  void replacements_areEnoughToTakeTheResultBack() {
    Random random = new Random(8);
    for (int i = 0; i < 500; i++) {
      JsonValue.Obj before = object(random, 3);
      String text = spelt(before, random, 0);
      JsonUpdate update = update(text, JsonTree.write(mutated(before, random)));
      String result = new String(update.result(), StandardCharsets.ISO_8859_1);

      StringBuilder back = new StringBuilder();
      int shift = 0;
      int taken = 0;
      for (JsonUpdate.Replacement replacement : update.replacements()) {
        back.append(result, taken, replacement.from() + shift);
        byte[] old = replacement.old().getBytes(StandardCharsets.UTF_8);
        back.append(new String(old, StandardCharsets.ISO_8859_1));
        taken = replacement.from() + shift + replacement.size();
        shift += replacement.size() - old.length;
      }
      back.append(result, taken, result.length());

      byte[] bytes = back.toString().getBytes(StandardCharsets.ISO_8859_1);
      assertEquals(text, new String(bytes, StandardCharsets.UTF_8));
    }
  }

  @Test
  void replacements_lieInOrder() {
    JsonUpdate update = update("{\"a\":1,\"b\":\"é\",\"c\":3}", "{\"c\":33,\"b\":\"€\",\"a\":1}");

    assertEquals(
        List.of(new JsonUpdate.Replacement(11, "\"é\"", 5), new JsonUpdate.Replacement(20, "3", 2)),
        update.replacements());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1 | 1.0 | true",
        "1 | 2 | false",
        "1 | \"1\" | false",
        "\"a\" | \"\\u0061\" | true",
        "{\"a\":1,\"b\":2} | {\"b\":2e0,\"a\":1} | true",
        "{\"a\":1,\"b\":2} | {\"a\":1,\"b\":3} | false",
        "{\"a\":1} | {\"b\":1} | false",
        "{\"a\":1} | {\"a\":1,\"b\":2} | false",
        "[1,[2]] | [1,[2]] | true",
        "[1,[2]] | [1,[3]] | false",
        "[1] | [1,1] | false",
        "[] | {} | false",
        "null | false | false",
        "null | null | true",
      })
  void sayingTheSame_isAboutValues_notSpelling(String one, String other, boolean same) {
    assertEquals(same, JsonUpdate.same(JsonTree.read(one), JsonTree.read(other)));
    assertEquals(same, JsonUpdate.same(JsonTree.read(other), JsonTree.read(one)));
  }

  @Test
  void nothing_isTheSameAsNothingOnly() {
    assertTrue(JsonUpdate.same(null, null));
    assertFalse(JsonUpdate.same(null, new JsonValue.Null()));
    assertFalse(JsonUpdate.same(new JsonValue.Null(), null));
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

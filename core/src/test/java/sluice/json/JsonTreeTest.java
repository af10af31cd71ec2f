package sluice.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTreeTest {
  @Test
  void ofTwoMembersWithOneKey_theLastCounts_inTheFirstOnesPlace() {
    JsonValue read = JsonTree.read("{ \"a\" : 1.50, \"b\":[ ], \"\\u0061\" : true }");

    assertEquals("{\"a\":true,\"b\":[]}", JsonTree.write(read));
  }

  @Test
  void anObjectWithManyMembers_findsEachOfThem() {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < 1_000; i++) {
      text.append(i == 0 ? "" : ",").append("\"k").append(i % 900).append("\":").append(i);
    }
    JsonValue.Obj read = (JsonValue.Obj) JsonTree.read(text.append('}').toString());

    assertEquals(900, read.size());
    assertEquals("k899", read.key(899));
    assertEquals(new JsonValue.Num(999, "999"), read.member("k99"));
    assertEquals(new JsonValue.Num(899, "899"), read.member("k899"));
    assertNull(read.member("k900"));
  }

  @Test
  void objectsAreEqual_whateverTheOrderOfTheirMembers() {
    JsonValue.Obj made =
        new JsonValue.Obj(
            Map.of(
                "type", new JsonValue.Str("SOLID"),
                "x", new JsonValue.Arr(List.of(new JsonValue.Null(), new JsonValue.Bool(false)))));

    assertEquals(made, JsonTree.read("{\"x\":[null,false],\"type\":\"SOLID\"}"));
    assertEquals(made.hashCode(), JsonTree.read(JsonTree.write(made)).hashCode());
  }

  @Test
  void depthIsCounted_whereverBracketsAreText() {
    byte[] bytes = " [{\"[[\\\"[\":[[]]},[]] ".getBytes(StandardCharsets.US_ASCII);

    assertEquals(4, JsonSpans.depth(bytes, 1));
    assertEquals(0, JsonSpans.depth("\"[\"".getBytes(StandardCharsets.US_ASCII), 0));
    assertThrows(
        JsonTree.TooDeepException.class, () -> JsonTree.read("[".repeat(JsonTree.NESTING_MAX + 1)));
  }

  @Test
  void depthAtTheBound_isRead_andWhatWasClosedDoesNotCount() {
    String deepest = "[".repeat(JsonTree.NESTING_MAX) + "]".repeat(JsonTree.NESTING_MAX);
    String wide = "[" + "{},[],[1],{\"a\":[1,2]},".repeat(JsonTree.NESTING_MAX) + "0]";

    assertEquals(deepest, JsonTree.write(JsonTree.read(deepest)));
    assertEquals(wide, JsonTree.write(JsonTree.read(wide)));
  }
}

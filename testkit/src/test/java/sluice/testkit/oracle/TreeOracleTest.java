package sluice.testkit.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sluice.testkit.oracle.TreeOracle.FoundNode;
import sluice.testkit.oracle.TreeOracle.Span;

class TreeOracleTest {
  @Test
  void equalDocuments_differNowhere_whateverTheKeyOrder() {
    assertEquals(
        List.of(), differences("{\"a\":1,\"b\":[true,null]}", "{\"b\":[true,null],\"a\":1.0}"));
  }

  @Test
  void differencesAreListedAsPointers() {
    List<String> found =
        differences(
            "{\"a\":{\"x\":1,\"gone\":0},\"b\":[1,2,3],\"s/l~\":\"q\"}",
            "{\"a\":{\"x\":2,\"new\":0},\"b\":[1,5],\"s/l~\":7}");

    assertEquals(List.of("/a/x", "/a/gone", "/a/new", "/b/1", "/b/2", "/s~1l~0"), found);
  }

  @Test
  void nodesAreFoundWithPointerPathAndParents() {
    String json =
        """
        {"document":{"id":"0:0","name":"Document","type":"DOCUMENT","children":[
          {"id":"1:1","name":"Page","type":"CANVAS","children":[
            {"id":"1:2","name":"Card","type":"FRAME"}]}]}}
        """;

    Map<String, FoundNode> nodes = TreeOracle.nodes(TreeOracle.read(bytes(json)));

    assertEquals(List.of("0:0", "1:1", "1:2"), List.copyOf(nodes.keySet()));
    FoundNode document = List.copyOf(nodes.values()).getFirst();
    FoundNode card = List.copyOf(nodes.values()).getLast();
    assertEquals("/document/children/0/children/0", card.pointer());
    assertEquals(List.of("Page", "Card"), card.path());
    assertEquals("1:1", card.parentId());
    assertNull(document.parentId());
  }

  @Test
  void bareSubtreeAndDoubleIds() {
    assertEquals(1, TreeOracle.nodes(TreeOracle.read(bytes("{\"id\":\"1:1\"}"))).size());
    assertThrows(
        IllegalArgumentException.class,
        () ->
            TreeOracle.nodes(
                TreeOracle.read(bytes("{\"id\":\"1\",\"children\":[{\"id\":\"1\"}]}"))));
  }

  @Test
  void bytesOutsideTheSpansMustBeEqual() {
    byte[] before = bytes("{\"a\": 10, \"b\": 20}");
    List<Span> spans = List.of(new Span(6, 2), new Span(15, 2));

    assertEquals("", check(before, spans, "{\"a\": 7, \"b\": 200}", List.of(1, 3)));
    assertTrue(check(before, spans, "{\"a\":7, \"b\": 200}", List.of(1, 3)).contains("byte 5"));
    assertTrue(check(before, spans, "{\"a\": 7, \"b\": 200}\n", List.of(1, 3)).contains("bytes"));
    assertTrue(check(before, spans, "{\"a\": 7", List.of(1, 3)).contains("byte 8"));
    assertEquals(
        "", check(before, List.of(new Span(17, 0)), "{\"a\": 10, \"b\": 20,\"c\":1}", List.of(6)));
  }

  private static String check(byte[] before, List<Span> spans, String after, List<Integer> sizes) {
    return TreeOracle.differenceOutside(before, spans, bytes(after), sizes);
  }

  private static List<String> differences(String first, String second) {
    return TreeOracle.differences(TreeOracle.read(bytes(first)), TreeOracle.read(bytes(second)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

package sluice.format.figma;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeBoxTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "{\"x\":-1,\"y\":2.5,\"width\":3,\"height\":1e2} | -1 | 2.5 | 3 | 100",
        "{ \"height\" : 4 , \"width\" : 3 , \"y\" : 2 , \"x\" : 1 } | 1 | 2 | 3 | 4",
        "{\"x\":1,\"y\":2,\"width\":3,\"height\":4,\"more\":5} | 1 | 2 | 3 | 4",
        "{\"x\":9,\"x\":1,\"y\":2,\"width\":3,\"height\":4} | 1 | 2 | 3 | 4",
        "{\"x\":1,\"x\":2,\"width\":3,\"height\":4} | 2 | NaN | 3 | 4",
        "{\"\\u0078\":1,\"y\":2,\"width\":3,\"height\":4} | 1 | 2 | 3 | 4",
        "{\"x\":1,\"y\":2,\"width\":3} | 1 | 2 | 3 | NaN",
        "{\"x\":null,\"y\":2,\"width\":3,\"height\":4} | NaN | 2 | 3 | 4",
        "{\"w\":1,\"h\":2,\"wider\":3,\"higher\":4} | NaN | NaN | NaN | NaN",
        "{} | NaN | NaN | NaN | NaN",
        "null | NaN | NaN | NaN | NaN",
      })
  void box_isWhatItsMembersSay(String json, double x, double y, double width, double height) {
    byte[] bytes = (json + " ").getBytes(StandardCharsets.UTF_8);

    NodeBox box = NodeBox.of(bytes, 0);

    assertEquals(new NodeBox(x, y, width, height), box);
  }
}

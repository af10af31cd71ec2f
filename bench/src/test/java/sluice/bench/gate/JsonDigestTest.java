package sluice.bench.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonDigestTest {
  @TempDir Path folder;

  @Test
  void text_ignoresWhiteSpaceAndEscapesOnly() throws IOException {
    Path one = file("one", "{\"a\": \"\\u2019\", \"b\": 1.0}");

    assertEquals(
        JsonDigest.ofText(one), JsonDigest.ofText(file("two", "{\"a\":\"\u2019\",\"b\":1.0}")));
    assertNotEquals(
        JsonDigest.ofText(one), JsonDigest.ofText(file("number", "{\"a\":\"\u2019\",\"b\":1}")));
    assertNotEquals(
        JsonDigest.ofText(one), JsonDigest.ofText(file("order", "{\"b\":1.0,\"a\":\"\u2019\"}")));
  }

  @Test
  void values_ignoreOrderAndSpellingToo() throws IOException {
    Path one = file("one", "{\"a\": [1, 2], \"b\": 0.30000001192092896}");

    assertEquals(
        JsonDigest.ofValues(one), JsonDigest.ofValues(file("two", "{\"b\":0.3,\"a\":[1.0,2]}")));
    assertNotEquals(
        JsonDigest.ofValues(one), JsonDigest.ofValues(file("items", "{\"b\":0.3,\"a\":[2,1]}")));
    assertNotEquals(
        JsonDigest.ofValues(one), JsonDigest.ofValues(file("key", "{\"c\":0.3,\"a\":[1,2]}")));
    assertNotEquals(
        JsonDigest.ofValues(one), JsonDigest.ofValues(file("value", "{\"b\":0.4,\"a\":[1,2]}")));
  }

  @Test
  void gate_failsWhenOneOutputOrCountDiffers() throws IOException {
    Gate outputs = new Gate();
    outputs.add("one", file("one", "{\"a\":1}"), "1 change");
    outputs.add("two", file("two", "{\"a\":2}"), "1 change");
    Gate counts = new Gate();
    counts.add("one", file("one", "{\"a\":1}"), "1 change");
    counts.add("two", file("two", "{\"a\": 1}"), "2 changes");
    Gate equal = new Gate();
    equal.add("one", file("one", "{\"a\":1}"), "1 change");
    equal.add("two", file("two", "{\"a\": 1}"), "1 change");

    assertThrows(Gate.DifferentOutputs.class, () -> outputs.check("here"));
    assertThrows(Gate.DifferentOutputs.class, () -> counts.check("here"));
    equal.check("here");
  }

  private Path file(String name, String json) throws IOException {
    return Files.writeString(folder.resolve(name), json);
  }
}

package sluice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Words that decide how a node is treated mean the same when they are written with escapes (RFC
/// 8259 section 7).
final class EscapedWordsTest {
  @TempDir private Path folder;

  private RunReport applied(String node, String tokens) throws Exception {
    Path document = folder.resolve("document.json");
    Path library = folder.resolve("tokens.json");
    Files.writeString(document, node);
    Files.writeString(library, tokens);
    return Sluice.apply(document)
        .tokens(library)
        .output(folder.resolve("out.json"))
        .start()
        .await();
  }

  @Test
  void typeWithEscapes_takesTokens() throws Exception {
    RunReport report =
        applied(
            "{\"id\":\"1:1\",\"type\":\"VECTO\\u0052\",\"opacity\":1,\"sharedPluginData\":{\"tokens\":{\"opacity\":\"\\\"half\\\"\"}}}",
            "{\"core\":{\"half\":{\"value\":\"0.5\",\"type\":\"opacity\"}}}");

    assertEquals(1, report.counts().nodesChanged());
    assertEquals(0, report.counts().nodesSkipped());
  }

  /// The limits of a layer inside an instance are not written.
  @ParameterizedTest
  @CsvSource({"1:2, 1", "I1:2;3:4, 0", "\\u00491:2;3:4, 0"})
  void idWithEscapes_tellsWhetherTheNodeIsPartOfAnInstance(String id, int changed)
      throws Exception {
    RunReport report =
        applied(
            "{\"id\":\"%s\",\"type\":\"FRAME\",\"layoutMode\":\"VERTICAL\",\"minWidth\":1,\"sharedPluginData\":{\"tokens\":{\"minWidth\":\"\\\"w\\\"\"}}}"
                .formatted(id),
            "{\"core\":{\"w\":{\"value\":\"8\",\"type\":\"sizing\"}}}");

    assertEquals(changed, report.counts().nodesChanged());
  }
}

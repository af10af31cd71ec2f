package sluice.cli.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.testkit.generate.FigmaDocumentGenerator;
import sluice.testkit.generate.FigmaDocumentOptions;
import sluice.testkit.generate.KeyOrder;
import sluice.testkit.memory.ChildJvm;

/// A document of any size and form goes through the program, with the options the launcher gives to
/// Java, in a process that stays as small as is said. Documents come in through a pipe, so they
/// exist nowhere else.
final class FigmaMemoryProofTest {
  private static final long MILLION = 1_000_000;

  @TempDir private Path folder;

  private MeasuredRun extreme(String name, ChildJvm.Feed document)
      throws IOException, InterruptedException {
    Path tokens = folder.resolve("tokens.json");
    Files.writeString(tokens, HugeDocument.TOKENS);
    return MeasuredRun.ofInput(name, folder, document, tokens).staysSmall();
  }

  private MeasuredRun generated(String name, FigmaDocumentOptions options)
      throws IOException, InterruptedException {
    FigmaDocumentGenerator generator = new FigmaDocumentGenerator(options);
    Path tokens = folder.resolve("tokens.json");
    generator.library().write(tokens);
    return MeasuredRun.ofInput(name, folder, generator::write, tokens).staysSmall();
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 4_500})
  void framesInEachOther(int frames) throws Exception {
    extreme("deep: %,d frames".formatted(frames), HugeDocument.deep(frames))
        .comesTo(frames + 2, frames, 0, 0);
  }

  @Test
  void oneFrameWithManyChildren() throws Exception {
    extreme("wide", HugeDocument.wide(100_000, HugeDocument.HALF)).comesTo(100_003, 100_000, 0, 0);
  }

  /// Its fields are more than is held of a node, which the message says, and what to do.
  @Test
  void oneNodeWithATextOf50Megabytes() throws Exception {
    MeasuredRun run =
        extreme("a text of 50 MB", HugeDocument.longText(50_000_000, HugeDocument.HALF));

    run.comesTo(5, 2, 0, 1);
    assertEquals(1, run.metrics().get("problems").get("limit-exceeded").asInt(), run.talk());
    assertTrue(run.talk().contains("the node's own fields are too large"), run.talk());
    assertTrue(run.talk().contains("help   "), run.talk());
  }

  @Test
  void everyNodeFails() throws Exception {
    extreme("all nodes fail", HugeDocument.wide(60_000, HugeDocument.MALFORMED))
        .comesTo(60_003, 0, 0, 60_000);
  }

  /// The long forms.
  @Tag("long")
  @Test
  void aMillionChildren() throws Exception {
    extreme("wide", HugeDocument.wide(1_000_000, HugeDocument.HALF))
        .comesTo(MILLION + 3, MILLION, 0, 0);
  }

  @Tag("long")
  @Test
  void aMillionProblems() throws Exception {
    MeasuredRun run =
        extreme("a million problems", HugeDocument.wide(1_000_000, HugeDocument.MISSING));

    run.comesTo(MILLION + 3, 0, MILLION, 0);
    assertEquals(MILLION, run.metrics().get("problems").get("token-missing").asLong());
  }

  @Tag("long")
  @Test
  void aMillionNodesFail() throws Exception {
    extreme("all nodes fail", HugeDocument.wide(1_000_000, HugeDocument.MALFORMED))
        .comesTo(MILLION + 3, 0, 0, MILLION);
  }

  @Tag("long")
  @Test
  void textWithoutTokens_passesWhateverItsSize() throws Exception {
    extreme("a text of 500 MB, no tokens", HugeDocument.longText(500_000_000, "{}"))
        .comesTo(5, 2, 0, 0);
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(longs = {1_000, 10_000, 100_000, 1_000_000, 10_000_000})
  void anyNumberOfNodes(long nodes) throws Exception {
    MeasuredRun run = generated("%,d nodes".formatted(nodes), FigmaDocumentOptions.of(nodes, 7));

    assertEquals(nodes, run.number("nodes"));
    assertTrue(run.number("nodesChanged") > nodes / 3);
  }

  @Tag("long")
  @Test
  void aMillionNodes_keysInAnyOrder() throws Exception {
    MeasuredRun run =
        generated(
            "1,000,000 nodes, shuffled keys",
            FigmaDocumentOptions.of(MILLION, 7).withKeyOrder(KeyOrder.SHUFFLED));

    assertEquals(MILLION, run.number("nodes"));
  }

  @Tag("long")
  @Test
  void tenThousandCombinations() throws Exception {
    MeasuredRun run =
        generated(
            "10,000 combinations", FigmaDocumentOptions.of(300_000, 7).withCombinations(10_000));

    assertTrue(run.number("combinations") >= 10_000, run.metrics().toString());
  }
}

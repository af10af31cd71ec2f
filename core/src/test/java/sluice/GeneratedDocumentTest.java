package sluice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sluice.discover.CombinationTable;
import sluice.document.Scope;
import sluice.pipeline.Mode;
import sluice.pipeline.PipelineSettings;
import sluice.testkit.generate.FigmaDocumentGenerator;
import sluice.testkit.generate.FigmaDocumentOptions;
import sluice.testkit.generate.KeyOrder;
import sluice.testkit.memory.ChildJvm;

/// Properties that must hold on documents of any size and key order.
class GeneratedDocumentTest {
  /// What the whole process may take at most, in bytes.
  private static final long RESIDENT_BYTES_MAX = 95_000_000;

  /// Nodes of a large document; the long form is that of `-Plong`.
  private static final int LARGE_NODES = Integer.getInteger("memory.nodes", 15_000);

  private static final int NODES = 2_000;

  @TempDir Path folder;

  /// The program whose memory is measured: the documents are applied one after another.
  static final class ApplyMain {
    private ApplyMain() {}

    public static void main(String[] args) throws Exception {
      RunReport report =
          Sluice.apply(Path.of(args[0]))
              .tokens(Path.of(args[1]))
              .theme("Dark")
              .trimHeap(true)
              .output(Path.of(args[2]))
              .start()
              .await();
      System.out.println(report.counts().nodesChanged());
    }
  }

  @ParameterizedTest
  @EnumSource(KeyOrder.class)
  void applyingTwice_changesNothing_andRememberingNeverMatters(KeyOrder order) throws Exception {
    Path document = folder.resolve("document.json");
    Path tokens = folder.resolve("tokens.json");
    generate(FigmaDocumentOptions.of(NODES, 7).withKeyOrder(order), document, tokens);
    Path once = folder.resolve("once.json");
    Path again = folder.resolve("again.json");
    Path forgetful = folder.resolve("forgetful.json");

    apply(document, tokens, once, true);
    apply(document, tokens, forgetful, false);
    RunReport second = apply(once, tokens, again, true);

    assertEquals(-1, Files.mismatch(once, forgetful));
    assertEquals(0, second.counts().changes());
    assertEquals(-1, Files.mismatch(once, again));
  }

  @Test
  void progress_neverGoesBack_andEndsAtTheEnd() throws Exception {
    Path document = folder.resolve("document.json");
    Path tokens = folder.resolve("tokens.json");
    generate(FigmaDocumentOptions.of(NODES, 7), document, tokens);
    for (KeyOrder order : KeyOrder.values()) {
      for (Scope scope :
          List.of(new Scope.WholeDocument(), new Scope.Nodes(List.of(firstNode(document))))) {
        generate(FigmaDocumentOptions.of(NODES, 7).withKeyOrder(order), document, tokens);
        List<Progress> seen = new ArrayList<>();

        Sluice.apply(document)
            .tokens(tokens)
            .theme("Dark")
            .dryRun()
            .scope(scope)
            .onProgress(seen::add)
            .start()
            .await();

        for (int i = 1; i < seen.size(); i++) {
          assertNothingGoesBack(seen.get(i - 1), seen.get(i));
        }
        Progress last = seen.getLast();
        assertEquals(Progress.Phase.RESOLVE, seen.getFirst().phase());
        assertEquals(Progress.Phase.APPLY, last.phase());
        assertEquals(last.bytesTotal(), last.bytesDone());
        assertTrue(last.bytesTotal() >= Files.size(document));
        assertEquals(NODES, last.nodes());
        assertEquals(NODES, last.nodesTotal());
        assertTrue(last.nodesTotalKnown());
      }
    }
  }

  private static String firstNode(Path document) throws Exception {
    Matcher id =
        Pattern.compile("\"id\": ?\"(\\d+:[1-9]\\d*)\"").matcher(Files.readString(document));
    assertTrue(id.find());
    return id.group(1);
  }

  private static void assertNothingGoesBack(Progress before, Progress after) {
    assertTrue(after.elapsedNanos() >= before.elapsedNanos());
    int phases = after.phase().compareTo(before.phase());
    assertTrue(phases >= 0);
    if (phases == 0) {
      assertTrue(after.bytesDone() >= before.bytesDone(), before + " " + after);
      assertTrue(after.bytesTotal() >= before.bytesTotal(), before + " " + after);
      assertTrue(after.nodes() >= before.nodes(), before + " " + after);
      assertTrue(after.changes() >= before.changes(), before + " " + after);
    } else {
      assertEquals(before.bytesTotal(), before.bytesDone(), "the first phase is done");
    }
  }

  /// Five times the nodes, the same memory. Millions are the matter of the command's memory proofs.
  @Test
  void memory_doesNotGrowWithTheDocument() throws Exception {
    List<Long> peaks = new ArrayList<>();
    for (KeyOrder order : List.of(KeyOrder.FIGMA, KeyOrder.SHUFFLED)) {
      for (int nodes : new int[] {LARGE_NODES, 5 * LARGE_NODES}) {
        Path document = folder.resolve("document.json");
        Path tokens = folder.resolve("tokens.json");
        generate(FigmaDocumentOptions.of(nodes, 3).withKeyOrder(order), document, tokens);

        ChildJvm.Outcome outcome =
            ChildJvm.of(
                    ApplyMain.class,
                    document.toString(),
                    tokens.toString(),
                    folder.resolve("out.json").toString())
                .withFlags(
                    "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms16m", "-Xmn6m", "-Xmx512m")
                .run();

        assertEquals(0, outcome.exitCode(), outcome.err());
        assertTrue(Long.parseLong(outcome.out().strip()) > nodes / 2);
        outcome.peakResidentBytes().ifPresent(peaks::add);
      }
    }
    for (long peak : peaks) {
      assertTrue(peak < RESIDENT_BYTES_MAX, "resident set " + peaks);
    }
  }

  /// The sum of all buffers and the young generation is heap enough for a library of usual size.
  @Test
  void theMemoryBudget_isEnough() throws Exception {
    Path document = folder.resolve("document.json");
    Path tokens = folder.resolve("tokens.json");
    generate(FigmaDocumentOptions.of(LARGE_NODES, 3), document, tokens);
    PipelineSettings settings =
        Mode.STREAMING.settings(
            Runtime.getRuntime().availableProcessors(),
            MemoryBudget.CHUNK_SIZE_NODES,
            MemoryBudget.QUEUE_LIMIT_NODES);
    long youngAndLibraryBytes = 10L * 1024 * 1024;
    long heapBytes =
        MemoryBudget.totalBytes(settings, CombinationTable.ENTRIES_MAX, true)
            + youngAndLibraryBytes;

    ChildJvm.Outcome outcome =
        ChildJvm.of(
                ApplyMain.class,
                document.toString(),
                tokens.toString(),
                folder.resolve("out.json").toString())
            .withFlags("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx" + heapBytes, "-Xmn6m")
            .run();

    assertEquals(0, outcome.exitCode(), outcome.err());
    System.out.println("heap of " + heapBytes + " bytes is enough for " + LARGE_NODES + " nodes");
  }

  private static void generate(FigmaDocumentOptions options, Path document, Path tokens)
      throws Exception {
    FigmaDocumentGenerator generator = new FigmaDocumentGenerator(options);
    generator.write(document);
    generator.library().write(tokens);
  }

  private static RunReport apply(Path document, Path tokens, Path output, boolean remember)
      throws Exception {
    return Sluice.apply(document)
        .tokens(tokens)
        .theme("Dark")
        .rememberCombinations(remember)
        .output(output)
        .start()
        .await();
  }
}

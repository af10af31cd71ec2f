package sluice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sluice.pipeline.Mode;
import sluice.testkit.generate.FigmaDocumentGenerator;
import sluice.testkit.generate.FigmaDocumentOptions;
import sluice.testkit.generate.KeyOrder;
import sluice.testkit.memory.ChildJvm;

/// What a run holds beside the idle process, measured in a process of its own. The documents' token
/// library, 300 tokens, is included.
final class WorkingSetTest {
  /// Enough for every table of a mode to be full; the long form is that of `-Plong`.
  private static final int LARGE_NODES = Integer.getInteger("memory.nodes", 15_000);

  @TempDir private Path folder;

  /// The program that is measured: prints the mode and the working set in bytes.
  static final class ApplyMain {
    private ApplyMain() {}

    public static void main(String[] args) throws Exception {
      ApplyRequest request =
          Sluice.apply(Path.of(args[0]))
              .tokens(Path.of(args[1]))
              .theme("Dark")
              .measureWorkingSet(true)
              .changes(Path.of(args[2] + ".changes"))
              .output(Path.of(args[2]));
      if (args.length > 3) {
        request.mode(Mode.valueOf(args[3])).workers(8);
      }
      RunReport report = request.start().await();
      System.out.println(report.mode() + " " + report.workingSetBytes());
    }
  }

  /// The same for a run that only looks, at every value.
  static final class FindingsMain {
    private FindingsMain() {}

    public static void main(String[] args) throws Exception {
      RunReport report =
          Sluice.apply(Path.of(args[0]))
              .tokens(Path.of(args[1]))
              .theme("Dark")
              .measureWorkingSet(true)
              .dryRun()
              .findings(Path.of(args[2]), true)
              .mode(Mode.valueOf(args[3]))
              .workers(8)
              .start()
              .await();
      System.out.println(report.mode() + " " + report.workingSetBytes());
    }
  }

  private void assertWithin(Mode mode, int nodes, KeyOrder order, String... forced)
      throws Exception {
    assertWithin(ApplyMain.class, mode, nodes, order, forced);
  }

  private void assertWithin(Class<?> main, Mode mode, int nodes, KeyOrder order, String... forced)
      throws Exception {
    Path document = folder.resolve("document.json");
    Path tokens = folder.resolve("tokens.json");
    FigmaDocumentGenerator generator =
        new FigmaDocumentGenerator(FigmaDocumentOptions.of(nodes, 3).withKeyOrder(order));
    generator.write(document);
    generator.library().write(tokens);
    String[] args = new String[3 + forced.length];
    args[0] = document.toString();
    args[1] = tokens.toString();
    args[2] = folder.resolve("out.json").toString();
    System.arraycopy(forced, 0, args, 3, forced.length);

    ChildJvm.Outcome outcome = ChildJvm.of(main, args).run();

    assertEquals(0, outcome.exitCode(), outcome.err());
    String said = outcome.out().strip();
    int space = said.indexOf(' ');
    assertEquals(mode.name(), said.substring(0, space));
    long bytes = Long.parseLong(said.substring(space + 1));
    System.out.printf("%s, %,d nodes, %s: holds %,d bytes%n", mode, nodes, order, bytes);
    assertTrue(bytes > 0);
    assertTrue(bytes <= MemoryBudget.workingSetBytesMax(mode), mode + " holds " + bytes);
  }

  @Test
  void modeThatTheNumberOfNodesChooses_keepsItsBound() throws Exception {
    assertWithin(Mode.DIRECT, 999, KeyOrder.FIGMA);
    assertWithin(Mode.BATCHING, 10_000, KeyOrder.FIGMA);
    assertWithin(Mode.STREAMING, LARGE_NODES, KeyOrder.FIGMA);
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void modeAskedForOnALargeDocumentInOddOrder_keepsItsBound(Mode mode) throws Exception {
    assertWithin(mode, LARGE_NODES, KeyOrder.SHUFFLED, mode.name());
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void findings_keepTheBoundOfTheirMode(Mode mode) throws Exception {
    assertWithin(FindingsMain.class, mode, LARGE_NODES, KeyOrder.FIGMA, mode.name());
  }
}

package sluice.bench.architecture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import sluice.RunReport;
import sluice.Sluice;
import sluice.TokenChoice;
import sluice.TokenValues;
import sluice.document.RunCounts;

/// The child process of one run: `ArchitectureMain ARCHITECTURE DOCUMENT TOKENS THEME OUTPUT`.
public final class ArchitectureMain {
  private ArchitectureMain() {}

  /// Runs and writes the counts to standard output.
  public static void main(String[] args) throws IOException, InterruptedException {
    Architecture architecture = Architecture.of(args[0]);
    Path document = Path.of(args[1]);
    Path tokens = Path.of(args[2]);
    String theme = args[3];
    Path output = Path.of(args[4]);
    ArchitectureCounts counts =
        switch (architecture) {
          case CURRENT, PHASE_1, PHASE_2 ->
              new CollectingRun(architecture, values(tokens, theme)).run(document, output);
          case PHASE_3 -> streaming(document, tokens, theme, output);
        };
    System.out.println(counts.line());
  }

  private static TokenValues values(Path tokens, String theme) {
    return Sluice.resolve(
        new TokenChoice(List.of(tokens), List.of(theme), List.of(), TokenChoice.BASE_FONT_SIZE));
  }

  private static ArchitectureCounts streaming(Path document, Path tokens, String theme, Path output)
      throws InterruptedException {
    RunReport report =
        Sluice.apply(document)
            .tokens(tokens)
            .theme(theme)
            .output(output)
            .trimHeap(true)
            .start()
            .await();
    RunCounts counts = report.counts();
    return new ArchitectureCounts(
        counts.nodes(),
        counts.nodesWithTokens(),
        counts.nodesChanged(),
        counts.changes(),
        counts.cacheMisses(),
        0);
  }
}

package sluice.bench.micro;

import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import sluice.TokenValues;
import sluice.apply.FontCatalog;
import sluice.discover.CombinationTable;
import sluice.document.RunCounts;
import sluice.finding.NodeLines;
import sluice.format.figma.FigmaFormat;
import sluice.format.figma.FigmaPass;
import sluice.format.figma.property.ApplySettings;

/// How long does a document take on one thread, read and worked on, nothing written; and what does
/// remembering combinations of tokens spare? One operation is the document of [Fixture], 10,000
/// nodes. `workedOut` counts the lists of tokens whose meaning was worked out.
///
/// `bench/run micro --only ApplyBench`
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ApplyBench {
  private static final int CHUNK_SIZE_NODES = 1_000;

  private final byte[] document = Fixture.document();
  private final TokenValues values = Fixture.values();

  /// Lists worked out in one operation.
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Counts {
    private long operations;
    private long lists;

    /// Lists worked out for each document.
    public long workedOut() {
      return operations == 0 ? 0 : lists / operations;
    }

    void add(RunCounts counts) {
      operations++;
      lists += counts.cacheMisses();
    }
  }

  /// Combinations are remembered, as in every run.
  @Benchmark
  public long remembering(Counts counts) {
    return changes(CombinationTable.ENTRIES_MAX, counts);
  }

  /// Every node's tokens are worked out.
  @Benchmark
  public long forgetting(Counts counts) {
    return changes(0, counts);
  }

  private long changes(int combinationsMax, Counts counts) {
    FigmaPass pass =
        FigmaFormat.pass(
            new FigmaPass.Settings(
                "document",
                values.resolved(),
                values.setOrder(),
                new ApplySettings(values.baseFontSizePx(), FontCatalog.assumeAll(), false),
                null,
                null,
                CHUNK_SIZE_NODES,
                combinationsMax,
                combinationsMax > 0),
            new ByteArrayInputStream(document),
            null,
            new FigmaPass.Target(
                null,
                null,
                NodeLines.CHANGES,
                null,
                null,
                e -> {
                  throw new UncheckedIOException("nothing is written", e);
                }));
    FigmaPass.Chunk chunk = pass.newChunk();
    boolean more = true;
    while (more) {
      more = pass.read(chunk);
      pass.work(chunk);
      pass.write(chunk);
    }
    pass.finish();
    counts.add(pass.counts());
    return pass.counts().changes();
  }
}

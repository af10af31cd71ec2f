package sluice.bench.micro;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import sluice.TokenValues;
import sluice.apply.AppliedTokenReader;
import sluice.apply.NodeTokens;
import sluice.discover.CombinationTable;
import sluice.json.JsonTree;
import sluice.json.JsonValue;
import sluice.testkit.oracle.TreeOracle;
import sluice.token.AppliedToken;
import tools.jackson.databind.JsonNode;

/// What does remembering combinations spare by itself? One operation finds out what the tokens of
/// every node of [Fixture] say, about 6,000 lists; `lookups` counts the tokens looked up for that.
///
/// `bench/run micro --only LookupBench`
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LookupBench {
  private final TokenValues values = Fixture.values();
  private final List<byte[]> lists = new ArrayList<>();

  /// Collects the lists of all nodes, in document order.
  public LookupBench() {
    JsonNode document = TreeOracle.read(Fixture.document());
    TreeOracle.nodes(document)
        .values()
        .forEach(node -> {
          JsonNode tokens = node.json().path("sharedPluginData").path("tokens");
          if (tokens.isObject()) {
            lists.add(tokens.toString().getBytes(StandardCharsets.UTF_8));
          }
        });
  }

  /// Tokens looked up in one operation.
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Counts {
    private long operations;
    private long tokens;

    /// Tokens looked up for each document.
    public long lookups() {
      return operations == 0 ? 0 : tokens / operations;
    }
  }

  /// Each different list once; the table starts empty.
  @Benchmark
  public void remembering(Counts counts, Blackhole sink) {
    counts.operations++;
    CombinationTable<NodeTokens> table = new CombinationTable<>(CombinationTable.ENTRIES_MAX);
    for (byte[] list : lists) {
      sink.consume(table.get(list, 0, list.length, () -> workOut(list, counts)));
    }
  }

  /// Each list as it comes.
  @Benchmark
  public void forgetting(Counts counts, Blackhole sink) {
    counts.operations++;
    for (byte[] list : lists) {
      sink.consume(workOut(list, counts));
    }
  }

  private NodeTokens workOut(byte[] list, Counts counts) {
    Map<String, String> stored = new LinkedHashMap<>();
    if (JsonTree.read(list, 0) instanceof JsonValue.Obj(Map<String, JsonValue> entries)) {
      entries.forEach((key, value) -> {
        if (value instanceof JsonValue.Str(String text)) {
          stored.put(key, text);
        }
      });
    }
    List<AppliedToken> applied = AppliedTokenReader.read(stored).applied();
    counts.tokens += applied.size();
    return NodeTokens.of(applied, values.resolved());
  }
}

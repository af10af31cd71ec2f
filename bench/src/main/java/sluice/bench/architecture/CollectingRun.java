package sluice.bench.architecture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import sluice.TokenValues;
import sluice.apply.AppliedTokenReader;
import sluice.apply.FontCatalog;
import sluice.apply.NodeTokens;
import sluice.format.figma.property.ApplySettings;
import sluice.format.figma.property.FigmaPlan;
import sluice.token.AppliedToken;

/// A run that collects all nodes before it applies anything: [Architecture#CURRENT],
/// [Architecture#PHASE_1] and [Architecture#PHASE_2].
final class CollectingRun {
  private static final int POOL_LIMIT = 1_000;
  private static final int BATCH_SIZE_NODES = 1_000;

  private final Architecture architecture;
  private final TokenValues values;
  private final LongAdder workedOut = new LongAdder();
  private final LongAdder lookups = new LongAdder();
  private final @Nullable Cache cache;
  private long nodesWithTokens;
  private long nodesChanged;
  private long changes;

  /// What is remembered of combinations: for each list of tokens what it says, for each list and
  /// type of node what it does.
  private record Cache(
      Map<Map<String, String>, NodeTokens> tokens,
      Map<PlanKey, FigmaPlan> plans,
      ApplySettings settings) {}

  private record PlanKey(Map<String, String> stored, String type, boolean partOfInstance) {}

  CollectingRun(Architecture architecture, TokenValues values) {
    this.architecture = architecture;
    this.values = values;
    this.cache =
        architecture == Architecture.PHASE_2
            ? new Cache(new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), settings())
            : null;
  }

  ArchitectureCounts run(Path in, Path out) throws IOException, InterruptedException {
    DesignDocument document = DesignDocument.read(in);
    List<DesignNode> all = document.findAll();
    boolean limited = architecture != Architecture.CURRENT;
    try (WorkerPool pool = new WorkerPool(limited ? POOL_LIMIT : Integer.MAX_VALUE)) {
      if (cache == null) {
        update(find(all, pool), pool);
      } else {
        for (int from = 0; from < all.size(); from += BATCH_SIZE_NODES) {
          int to = Math.min(all.size(), from + BATCH_SIZE_NODES);
          update(find(all.subList(from, to), pool), pool);
        }
      }
    }
    document.write(out);
    return new ArchitectureCounts(
        all.size(), nodesWithTokens, nodesChanged, changes, workedOut.sum(), lookups.sum());
  }

  /// First round: what tokens each node carries.
  private List<FoundNode> find(List<DesignNode> nodes, WorkerPool pool)
      throws InterruptedException {
    List<CompletableFuture<Optional<FoundNode>>> promises = new ArrayList<>();
    for (DesignNode node : nodes) {
      promises.add(
          pool.schedule(
              () -> CompletableFuture.completedFuture(null),
              () -> Optional.ofNullable(FoundNode.of(node))));
    }
    List<FoundNode> found = new ArrayList<>();
    for (Optional<FoundNode> node : joined(promises)) {
      node.ifPresent(found::add);
    }
    return found;
  }

  /// Second round: applies the tokens of each.
  private void update(List<FoundNode> found, WorkerPool pool) throws InterruptedException {
    List<CompletableFuture<NodeUpdate>> promises = new ArrayList<>();
    for (FoundNode node : found) {
      nodesWithTokens++;
      if (node.takesTokens()) {
        NodeUpdate[] update = new NodeUpdate[1];
        promises.add(
            pool.schedule(
                () -> {
                  update[0] = begin(node);
                  return steps(update[0], pool);
                },
                () -> Objects.requireNonNull(update[0])));
      }
    }
    for (NodeUpdate update : joined(promises)) {
      nodesChanged += update.changeCount() > 0 ? 1 : 0;
      changes += update.changeCount();
    }
  }

  /// Waits for all, then gives all results.
  private static <T> List<T> joined(List<CompletableFuture<T>> promises) {
    CompletableFuture.allOf(promises.toArray(CompletableFuture<?>[]::new)).join();
    return promises.stream().map(CompletableFuture::join).toList();
  }

  private CompletableFuture<Void> steps(NodeUpdate update, WorkerPool pool) {
    CompletableFuture<Void> step = CompletableFuture.completedFuture(null);
    for (int i = 0; i < NodeUpdate.STEPS; i++) {
      int index = i;
      if (cache == null) {
        step = step.thenRunAsync(() -> update.step(index), pool.threads());
      } else {
        update.step(index);
      }
    }
    return step;
  }

  private NodeUpdate begin(FoundNode found) {
    String type = found.node().text("type");
    boolean partOfInstance = found.node().text("id").startsWith("I");
    if (cache == null) {
      NodeTokens tokens = workOut(found.stored());
      return new NodeUpdate(
          found, tokens, FigmaPlan.compile(tokens, type, partOfInstance, settings()));
    }
    NodeTokens tokens = cache.tokens.computeIfAbsent(found.stored(), this::workOut);
    FigmaPlan plan =
        cache.plans.computeIfAbsent(
            new PlanKey(found.stored(), type, partOfInstance),
            _ -> FigmaPlan.compile(tokens, type, partOfInstance, cache.settings));
    return new NodeUpdate(found, tokens, plan);
  }

  private NodeTokens workOut(Map<String, String> stored) {
    List<AppliedToken> applied = AppliedTokenReader.read(stored).applied();
    workedOut.increment();
    lookups.add(applied.size());
    return NodeTokens.of(applied, values.resolved());
  }

  private ApplySettings settings() {
    return new ApplySettings(values.baseFontSizePx(), FontCatalog.assumeAll(), false);
  }
}

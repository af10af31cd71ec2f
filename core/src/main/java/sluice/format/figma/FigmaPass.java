package sluice.format.figma;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sluice.discover.ScopeRanges;
import sluice.document.RunCounts;
import sluice.emit.LineFile;
import sluice.emit.OrderedSplices;
import sluice.format.DocumentPass;
import sluice.format.figma.property.ApplySettings;
import sluice.problem.ProblemTally;
import sluice.problem.SluiceException;
import sluice.resolve.ResolvedTokens;

/// One pass over a Figma document that applies tokens.
///
/// The three functions of a chunk touch different things: reading the scanner, work the chunk
/// alone, writing the splices, lines and counts.
public final class FigmaPass implements DocumentPass<FigmaPass.Chunk> {
  private final FigmaReader reader;
  private final NodeWork work;
  private final int chunkSizeNodes;
  private final Target target;
  private final ProblemTally problems = new ProblemTally();
  private long nodes;
  private long nodesWithTokens;
  private long nodesChanged;
  private long nodesUnchanged;
  private long nodesSkipped;
  private long nodesFailed;
  private long changes;
  private long cacheHits;
  private long cacheMisses;
  private volatile long bytesDone;

  /// Nodes that travel together.
  public static final class Chunk {
    final FigmaChunk content = new FigmaChunk();

    Chunk() {}
  }

  /// What a pass is made of.
  ///
  /// @param document what the person calls the document
  /// @param tokens the resolved tokens
  /// @param settings how tokens are applied
  /// @param scope the parts to apply tokens to, or null for all
  /// @param chunkSizeNodes nodes read that make a chunk
  /// @param combinationsMax combinations kept; 0 works each node's out anew
  public record Settings(
      String document,
      ResolvedTokens tokens,
      ApplySettings settings,
      @Nullable ScopeRanges scope,
      int chunkSizeNodes,
      int combinationsMax) {}

  /// Where results go.
  ///
  /// @param splices the copy of the document, or null when only counts are wanted
  /// @param changeLines the change set, or null
  /// @param failed turns an error of writing into the run's problem
  public record Target(
      @Nullable OrderedSplices splices,
      @Nullable LineFile changeLines,
      Function<IOException, SluiceException> failed) {}

  FigmaPass(Settings settings, InputStream in, @Nullable ParentNotes notes, Target target) {
    this.reader = new FigmaReader(in, settings.document(), settings.scope(), notes, null);
    this.work =
        new NodeWork(
            settings.document(),
            settings.tokens(),
            settings.settings(),
            target.changeLines() != null,
            settings.combinationsMax());
    this.chunkSizeNodes = settings.chunkSizeNodes();
    this.target = target;
  }

  @Override
  public Chunk newChunk() {
    return new Chunk();
  }

  @Override
  public boolean read(Chunk chunk) {
    return reader.read(chunk.content, chunkSizeNodes);
  }

  @Override
  public void work(Chunk chunk) {
    work.work(chunk.content);
  }

  @Override
  public void write(Chunk chunk) {
    FigmaChunk content = chunk.content;
    try {
      OrderedSplices splices = target.splices();
      if (splices != null) {
        splice(content, splices);
      }
      LineFile lines = target.changeLines();
      if (lines != null) {
        lines.append(content.changeLines);
      }
    } catch (IOException e) {
      throw target.failed().apply(e);
    }
    count(content);
    content.clear();
  }

  private static void splice(FigmaChunk chunk, OrderedSplices splices) throws IOException {
    for (int i = 0; i < chunk.recordCount(); i++) {
      NodeRecord node = chunk.record(i);
      if (node.kind == NodeRecord.Kind.SLOT_STARTS) {
        splices.openSlot();
        continue;
      }
      boolean ends = node.hasSlot || node.kind == NodeRecord.Kind.SLOT_ENDS;
      if (ends) {
        splices.closeSlot(chunk.splices, node.spliceFrom, node.spliceHeadEnd);
        splices.add(chunk.splices, node.spliceHeadEnd, node.spliceTo);
      } else {
        splices.add(chunk.splices, node.spliceFrom, node.spliceTo);
      }
    }
  }

  private void count(FigmaChunk chunk) {
    nodes += chunk.nodesRead;
    nodesWithTokens += chunk.nodesWithTokens;
    nodesChanged += chunk.nodesChanged;
    nodesUnchanged += chunk.nodesUnchanged;
    nodesSkipped += chunk.nodesSkipped;
    nodesFailed += chunk.nodesFailed;
    changes += chunk.changeCount;
    cacheHits += chunk.cacheHits;
    cacheMisses += chunk.cacheMisses;
    problems.addAll(chunk.problems);
    bytesDone = chunk.readTo;
  }

  @Override
  public void finish() {
    try {
      OrderedSplices splices = target.splices();
      if (splices != null) {
        splices.finish();
      }
      LineFile lines = target.changeLines();
      if (lines != null) {
        lines.flush();
      }
    } catch (IOException e) {
      throw target.failed().apply(e);
    }
  }

  @Override
  public int nodes(Chunk chunk) {
    return Math.toIntExact(chunk.content.nodesRead);
  }

  @Override
  public long bytesDone() {
    return bytesDone;
  }

  /// Whether the document holds no node at all, like a list of variables.
  public boolean withoutNodes() {
    return nodes == 0;
  }

  @Override
  public RunCounts counts() {
    return new RunCounts(
        nodes,
        nodesWithTokens,
        nodesChanged,
        nodesUnchanged,
        nodesSkipped,
        nodesFailed,
        changes,
        work.combinationCount(),
        cacheHits,
        cacheMisses);
  }

  @Override
  public ProblemTally problems() {
    return problems;
  }
}

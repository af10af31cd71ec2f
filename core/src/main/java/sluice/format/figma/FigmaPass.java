package sluice.format.figma;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sluice.discover.ScopeRanges;
import sluice.document.RunCounts;
import sluice.emit.OrderedSplices;
import sluice.finding.NodeLines;
import sluice.format.DocumentPass;
import sluice.format.figma.property.ApplySettings;
import sluice.json.JsonLimits;
import sluice.problem.ProblemTally;
import sluice.problem.SluiceException;
import sluice.resolve.ResolvedTokens;

/// One pass over a Figma document that applies tokens.
///
/// The three functions of a chunk touch different things: reading the scanner, work the chunk
/// alone, writing the splices, lines and counts.
public final class FigmaPass implements DocumentPass<FigmaPass.Chunk> {
  /// What a chunk takes once it has grown: facts of nodes, their records, splices.
  public static final long CHUNK_SIZE_BYTES = 6L * FigmaChunk.SIZE_BYTES_FULL;

  /// What reading takes: the window, and the fields of open nodes.
  public static final long READER_SIZE_BYTES =
      JsonLimits.BUFFER_SIZE_BYTES + FigmaReader.CAPTURE_SIZE_BYTES_MAX;

  /// What remembering outcomes takes at most.
  public static final long MEMO_SIZE_BYTES = OutcomeMemo.SIZE_BYTES_MAX;

  private final FigmaReader reader;
  private final NodeWork work;
  private final @Nullable ImpactWork impact;
  private final Settings settings;
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
  /// @param sets names of the token sets they come from, lowest priority first
  /// @param settings how tokens are applied
  /// @param older tokens before, of a run that tells what `tokens` change against them; or null
  /// @param scope the parts to apply tokens to, or null for all
  /// @param chunkSizeNodes nodes read that make a chunk
  /// @param combinationsMax combinations kept; 0 works each node's out anew
  /// @param remembersOutcomes whether nodes with the same old values share what was worked out
  public record Settings(
      String document,
      ResolvedTokens tokens,
      List<String> sets,
      ApplySettings settings,
      @Nullable Older older,
      @Nullable ScopeRanges scope,
      int chunkSizeNodes,
      int combinationsMax,
      boolean remembersOutcomes) {
    public Settings {
      sets = List.copyOf(sets);
    }

    /// The same for a document in which everything lies elsewhere.
    ///
    /// @param by how much further on
    Settings movedBy(long by) {
      return scope == null
          ? this
          : new Settings(
              document,
              tokens,
              sets,
              settings,
              older,
              scope.movedBy(by),
              chunkSizeNodes,
              combinationsMax,
              remembersOutcomes);
    }
  }

  /// The tokens of the version before.
  ///
  /// @param tokens the resolved tokens
  /// @param sets names of the token sets they come from, lowest priority first
  /// @param settings how they were applied
  public record Older(ResolvedTokens tokens, List<String> sets, ApplySettings settings) {
    public Older {
      sets = List.copyOf(sets);
    }
  }

  /// Where results go.
  ///
  /// @param splices the copy of the document, or null when only counts are wanted
  /// @param changeLines the lines about nodes, or null
  /// @param lines what those lines say
  /// @param source the document at any place, null when there is no change set
  /// @param notes is shown every chunk, for a report; or null
  /// @param failed turns an error of writing into the run's problem
  public record Target(
      @Nullable OrderedSplices splices,
      @Nullable OrderedSplices changeLines,
      NodeLines lines,
      @Nullable SourceBytes source,
      @Nullable ChunkNotes notes,
      Function<IOException, SluiceException> failed) {

    @Nullable NodeLines wantedLines() {
      return changeLines == null ? null : lines;
    }
  }

  FigmaPass(Settings settings, InputStream in, @Nullable ParentNotes notes, Target target) {
    NodeLines lines = target.wantedLines();
    this.reader =
        new FigmaReader(
            in,
            settings.document(),
            settings.scope(),
            notes,
            null,
            lines != null && lines.kind() == NodeLines.Kind.CHANGES,
            lines != null && lines.nearest() != null,
            target.notes() != null);
    this.work =
        new NodeWork(
            settings.document(),
            settings.tokens(),
            settings.sets(),
            settings.settings(),
            target.splices() != null,
            lines,
            target.source(),
            target.notes() != null,
            settings.combinationsMax(),
            settings.remembersOutcomes());
    Older older = settings.older();
    this.impact =
        older == null || lines == null
            ? null
            : new ImpactWork(
                new NodeWork(
                    settings.document(),
                    older.tokens(),
                    older.sets(),
                    older.settings(),
                    false,
                    lines,
                    target.source(),
                    false,
                    settings.combinationsMax(),
                    settings.remembersOutcomes()),
                work);
    this.settings = settings;
    this.target = target;
  }

  /// A pass over a part of a document that this pass has been over, cut out of it.
  ///
  /// @param settings where the scope is in the part
  private FigmaPass(
      FigmaPass whole,
      Settings settings,
      InputStream in,
      @Nullable ParentNotes notes,
      Target target) {
    this.reader =
        new FigmaReader(in, settings.document(), settings.scope(), notes, null, false, false, true);
    this.work = whole.work.again();
    this.impact = null;
    this.settings = settings;
    this.target = target;
  }

  /// A pass over a part of this pass's document, cut out of it; of one that is noted for a report.
  ///
  /// @param movedBy how much further on everything is in the part than in the document
  FigmaPass again(long movedBy, InputStream in, @Nullable ParentNotes notes, Target into) {
    return new FigmaPass(this, settings.movedBy(movedBy), in, notes, into);
  }

  String document() {
    return settings.document();
  }

  @Override
  public Chunk newChunk() {
    return new Chunk();
  }

  @Override
  public boolean read(Chunk chunk) {
    return reader.read(chunk.content, settings.chunkSizeNodes());
  }

  @Override
  public void work(Chunk chunk) {
    if (impact != null) {
      impact.work(chunk.content);
    } else {
      work.fetchFonts(chunk.content);
      work.work(chunk.content);
    }
  }

  @Override
  public void write(Chunk chunk) {
    FigmaChunk content = chunk.content;
    try {
      emit(content);
    } catch (IOException e) {
      throw target.failed().apply(e);
    }
    ChunkNotes noted = target.notes();
    if (noted != null) {
      noted.take(chunk);
    }
    count(content);
    content.clear();
  }

  private void emit(FigmaChunk chunk) throws IOException {
    OrderedSplices splices = target.splices();
    OrderedSplices lines = target.changeLines();
    for (int i = 0; i < chunk.recordCount(); i++) {
      NodeRecord node = chunk.record(i);
      if (node.kind == NodeRecord.Kind.UNIT_ENDS || node.kind == NodeRecord.Kind.PAGE_ENDS) {
        continue;
      }
      boolean starts = node.kind == NodeRecord.Kind.SLOT_STARTS;
      if (splices != null) {
        if (starts && node.hasSlot) {
          splices.openSlot();
        } else if (!starts) {
          int from = node.spliceFrom;
          if (node.hasSlot) {
            splices.closeSlot(chunk.splices, from, node.spliceHeadEnd);
            from = node.spliceHeadEnd;
          }
          splices.add(chunk.splices, from, node.spliceTo);
        }
      }
      if (lines != null) {
        if (starts && node.hasLineSlot) {
          lines.openSlot();
        } else if (!starts && node.hasLineSlot) {
          lines.closeSlot(chunk.changeLines, node.lineFrom, node.lineTo);
        } else if (!starts) {
          lines.add(chunk.changeLines, node.lineFrom, node.lineTo);
        }
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
      OrderedSplices lines = target.changeLines();
      if (lines != null) {
        lines.finish();
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

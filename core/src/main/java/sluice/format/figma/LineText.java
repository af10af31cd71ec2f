package sluice.format.figma;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.apply.NodeTokens;
import sluice.apply.PropertyKey;
import sluice.finding.FindingLine;
import sluice.finding.LineBuffer;
import sluice.finding.NearestTokens;
import sluice.finding.NodeLines;
import sluice.finding.RawValue;
import sluice.json.JsonLines;
import sluice.json.JsonTree;
import sluice.problem.Problem;
import sluice.token.AppliedToken;

/// The lines about the nodes of a chunk, one node after the other. Does nothing where none are
/// wanted.
final class LineText {
  /// The only file of a document that is one.
  private static final String DOCUMENT = "";

  private final FigmaChunk chunk;
  private final byte[] bytes;
  private final NodeLines.@Nullable Kind kind;
  private final @Nullable NearestTokens nearest;
  private final LineBuffer text = new LineBuffer();
  private final LineBuffer place = new LineBuffer();
  private final NodeUndo undo;
  private NodeRecord node;
  private byte @Nullable [] placeBytes;

  /// @param undo how the node's splices are taken back, for a change set
  LineText(FigmaChunk chunk, @Nullable NodeLines lines, NodeUndo undo) {
    this.undo = undo;
    this.chunk = chunk;
    this.bytes = chunk.bytes.bytes();
    this.kind = lines == null ? null : lines.kind();
    this.nearest =
        lines == null || lines.nearest() == null ? null : lines.nearest().apply(DOCUMENT);
    this.node = chunk.record(0);
  }

  void turnTo(NodeRecord next) {
    node = next;
    placeBytes = null;
    text.clear();
  }

  /// Tells what changes.
  void changed(List<AppliedToken> applied, List<Outcome> outcomes) {
    if (kind == NodeLines.Kind.CHANGES) {
      text.add(ChangeLine.of(node, bytes, applied, outcomes, undo));
    } else if (kind == NodeLines.Kind.FINDINGS) {
      for (Outcome outcome : outcomes) {
        if (outcome.changeCount() > 0) {
          stale(outcome.changeText());
        }
      }
    }
  }

  private void stale(byte[] changes) {
    int from = 0;
    while (from < changes.length) {
      int end = JsonLines.lineEnd(changes, from, changes.length);
      FindingLine.stale(place(), changes, from, end, text);
      from = end + 1;
    }
  }

  /// Tells what keeps a token from being applied.
  ///
  /// @param key what it is applied to, or null for the node as a whole
  /// @param combination the node's tokens, or null where they could not be read
  void broken(@Nullable String key, @Nullable Combination combination, Problem problem) {
    FindingLine.broken(place(), key, token(key, combination), problem, text);
  }

  /// Whether problems are told.
  boolean tellsProblems() {
    return kind == NodeLines.Kind.FINDINGS;
  }

  private static @Nullable String token(@Nullable String key, @Nullable Combination combination) {
    if (key == null || combination == null) {
      return null;
    }
    for (AppliedToken applied : combination.applied()) {
      if (applied.property().equals(key)) {
        return applied.token();
      }
    }
    PropertyKey known = PropertyKey.of(key);
    return known == null ? null : combination.tokens().data().get(known);
  }

  /// Tells which tokens the node carries.
  void carries(List<AppliedToken> applied) {
    if (kind != NodeLines.Kind.USAGE) {
      return;
    }
    FindingLine.usage(place(), text);
    for (int i = 0; i < applied.size(); i++) {
      FindingLine.applied(applied.get(i).property(), applied.get(i).token(), i == 0, text);
    }
    FindingLine.endUsage(text);
  }

  /// Tells which values have no token.
  ///
  /// @param facts the node's fields
  /// @param tokens what its tokens say, or null when it carries none
  void untokenised(NodeFacts facts, @Nullable NodeTokens tokens) {
    NearestTokens known = nearest;
    if (known == null) {
      return;
    }
    try {
      for (RawValue value : new RawValues(facts, tokens).all()) {
        FindingLine.untokenised(place(), value, known.find(value), text);
      }
    } catch (JsonTree.TooDeepException _) {
      // No value a token could stand for lies so deep.
    }
  }

  /// Whether values without a token are asked for.
  boolean wantsUntokenised() {
    return nearest != null;
  }

  /// Hands the node's lines on.
  void end() {
    if (!text.isEmpty()) {
      chunk.changeLines.add(node.offset, 0, text.bytes(), text.length());
      node.lineTo = chunk.changeLines.count();
    }
  }

  /// Which node it is; texts are as the document spells them.
  private byte[] place() {
    if (placeBytes == null) {
      place.clear();
      place.add("\"node\":\"").add(bytes, node.idFrom, node.idTo);
      place.add("\",\"type\":\"").add(bytes, node.typeFrom, node.typeTo);
      place.add("\",\"page\":\"").add(bytes, node.pageFrom, node.pageTo);
      place.add("\",\"path\":\"").add(bytes, node.pathFrom, node.pathTo);
      place.add(node.pathTo > node.pathFrom ? " / " : "").add(bytes, node.nameFrom, node.nameTo);
      place.add("\"");
      placeBytes = Arrays.copyOf(place.bytes(), place.length());
    }
    return placeBytes;
  }
}

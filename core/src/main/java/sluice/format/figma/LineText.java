package sluice.format.figma;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sluice.apply.NodeTokens;
import sluice.apply.PropertyKey;
import sluice.finding.FindingLine;
import sluice.finding.NearestTokens;
import sluice.finding.NodeLines;
import sluice.finding.RawValue;
import sluice.json.JsonText;
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
  private final StringBuilder text = new StringBuilder();
  private NodeRecord node;
  private @Nullable String place;

  LineText(FigmaChunk chunk, @Nullable NodeLines lines) {
    this.chunk = chunk;
    this.bytes = chunk.bytes.bytes();
    this.kind = lines == null ? null : lines.kind();
    this.nearest =
        lines == null || lines.nearest() == null ? null : lines.nearest().apply(DOCUMENT);
    this.node = chunk.record(0);
  }

  void turnTo(NodeRecord next) {
    node = next;
    place = null;
    text.setLength(0);
  }

  /// Tells what changes.
  void changed(List<AppliedToken> applied, List<Outcome> outcomes) {
    if (kind == NodeLines.Kind.CHANGES) {
      text.append(ChangeLine.of(node, bytes, applied, outcomes));
    } else if (kind == NodeLines.Kind.FINDINGS) {
      for (Outcome outcome : outcomes) {
        if (outcome.changeCount() > 0) {
          outcome.changeText().lines().forEach(one -> FindingLine.stale(place(), one, text));
        }
      }
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
    StringBuilder object = new StringBuilder("{");
    for (AppliedToken token : applied) {
      object.append(object.length() == 1 ? "" : ",");
      JsonText.quote(token.property(), object);
      object.append(':');
      JsonText.quote(token.token(), object);
    }
    FindingLine.usage(place(), object.append('}').toString(), text);
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
      chunk.changeLines.add(node.offset, 0, text.toString().getBytes(StandardCharsets.UTF_8));
      node.lineTo = chunk.changeLines.count();
    }
  }

  /// Which node it is; texts are as the document spells them.
  private String place() {
    if (place == null) {
      place =
          "\"node\":\""
              + ChangeLine.text(bytes, node.idFrom, node.idTo)
              + "\",\"type\":\""
              + ChangeLine.text(bytes, node.typeFrom, node.typeTo)
              + "\",\"page\":\""
              + ChangeLine.text(bytes, node.pageFrom, node.pageTo)
              + "\",\"path\":\""
              + ChangeLine.path(node, bytes)
              + '"';
    }
    return Objects.requireNonNull(place);
  }
}

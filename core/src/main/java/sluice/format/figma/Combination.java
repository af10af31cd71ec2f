package sluice.format.figma;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import sluice.apply.NodeTokens;
import sluice.format.figma.property.ApplySettings;
import sluice.format.figma.property.FigmaPlan;
import sluice.token.AppliedToken;

/// One ordered list of applied tokens, resolved once for all nodes that carry it, and what it does
/// to each kind of node. Safe for use by several threads.
final class Combination {
  private final List<AppliedToken> applied;
  private final List<String> malformed;
  private final NodeTokens tokens;
  private final ApplySettings settings;
  private final boolean dependsOnInstance;
  private final AtomicBoolean used = new AtomicBoolean();
  private volatile List<Known> kinds = List.of();

  /// A kind of node met with this combination. There are at most twice as many as types that carry
  /// tokens.
  private record Known(String nodeType, boolean partOfInstance, NodeKind kind) {}

  /// @param applied tokens in stored key order
  /// @param malformed property keys whose stored value names no token because it is malformed
  /// @param tokens what the tokens say
  /// @param settings how the run applies tokens
  Combination(
      List<AppliedToken> applied,
      List<String> malformed,
      NodeTokens tokens,
      ApplySettings settings) {
    this.applied = List.copyOf(applied);
    this.malformed = List.copyOf(malformed);
    this.tokens = tokens;
    this.settings = settings;
    this.dependsOnInstance = FigmaPlan.dependsOnInstance(tokens);
  }

  /// Whether no node has been decided with it before. Asked where combinations are met earlier, so
  /// that the node they were worked out for still counts as the one.
  boolean firstUse() {
    return !used.getAndSet(true);
  }

  List<AppliedToken> applied() {
    return applied;
  }

  List<String> malformed() {
    return malformed;
  }

  NodeTokens tokens() {
    return tokens;
  }

  /// What the combination does to nodes of one type.
  ///
  /// @param nodeType the one string that [NodeTypeNames] has for it
  NodeKind kind(String nodeType, boolean partOfInstance) {
    boolean apart = partOfInstance && dependsOnInstance;
    NodeKind known = find(nodeType, apart);
    return known != null ? known : add(nodeType, apart);
  }

  private @Nullable NodeKind find(String nodeType, boolean partOfInstance) {
    List<Known> seen = kinds;
    for (int i = 0; i < seen.size(); i++) {
      Known known = seen.get(i);
      if (known.partOfInstance == partOfInstance && known.nodeType.equals(nodeType)) {
        return known.kind;
      }
    }
    return null;
  }

  private synchronized NodeKind add(String nodeType, boolean partOfInstance) {
    NodeKind known = find(nodeType, partOfInstance);
    if (known != null) {
      return known;
    }
    NodeKind made = new NodeKind(FigmaPlan.compile(tokens, nodeType, partOfInstance, settings));
    List<Known> more = new ArrayList<>(kinds);
    more.add(new Known(nodeType, partOfInstance, made));
    kinds = List.copyOf(more);
    return made;
  }
}

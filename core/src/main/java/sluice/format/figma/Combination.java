package sluice.format.figma;

import java.util.Arrays;
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
  private final boolean silent;
  private final AtomicBoolean used = new AtomicBoolean();

  /// What was worked out, by number of the type, twice: for nodes anywhere, and for layers inside
  /// an instance. Most combinations are met on one type.
  private volatile Known[] kinds = {};

  private record Known(int place, NodeKind kind) {}

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
    this.silent = malformed.isEmpty() && tokens.missing().isEmpty() && tokens.problems().isEmpty();
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

  /// Whether there is nothing to tell of the tokens themselves.
  boolean isSilent() {
    return silent;
  }

  /// What the combination does to nodes of one type.
  ///
  /// @param nodeType the number that [NodeTypeNames] has for it
  NodeKind kind(int nodeType, boolean partOfInstance) {
    boolean apart = partOfInstance && dependsOnInstance;
    int place = apart ? NodeTypeNames.COUNT + nodeType : nodeType;
    // Read without a lock: a kind never changes, and whoever does not see it yet looks again.
    NodeKind known = find(place);
    return known != null ? known : add(place, NodeTypeNames.name(nodeType), apart);
  }

  private @Nullable NodeKind find(int place) {
    for (Known known : kinds) {
      if (known.place() == place) {
        return known.kind();
      }
    }
    return null;
  }

  private synchronized NodeKind add(int place, String nodeType, boolean partOfInstance) {
    NodeKind known = find(place);
    if (known == null) {
      known = new NodeKind(FigmaPlan.compile(tokens, nodeType, partOfInstance, settings));
      Known[] more = Arrays.copyOf(kinds, kinds.length + 1);
      more[kinds.length] = new Known(place, known);
      kinds = more;
    }
    return known;
  }
}

package sluice.format.figma;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import sluice.apply.NodeTokens;
import sluice.format.figma.property.ApplySettings;
import sluice.format.figma.property.FigmaPlan;
import sluice.token.AppliedToken;

/// One ordered list of applied tokens, resolved once for all nodes that carry it, and what it does
/// to each kind of node. Safe for use by several threads.
///
/// @param applied tokens in stored key order
/// @param malformed property keys whose stored value names no token because it is malformed
/// @param tokens what the tokens say
/// @param settings how the run applies tokens
/// @param kinds kind by node type; at most twice the number of types that carry tokens
record Combination(
    List<AppliedToken> applied,
    List<String> malformed,
    NodeTokens tokens,
    ApplySettings settings,
    ConcurrentHashMap<String, NodeKind> kinds) {

  NodeKind kind(String nodeType, boolean partOfInstance) {
    boolean apart = partOfInstance && FigmaPlan.dependsOnInstance(tokens);
    String name = apart ? "I " + nodeType : nodeType;
    NodeKind known = kinds.get(name);
    if (known != null) {
      return known;
    }
    return kinds.computeIfAbsent(
        name, _ -> new NodeKind(FigmaPlan.compile(tokens, nodeType, apart, settings)));
  }
}

package sluice.report.gather;

/// Nodes and changes of a part of a document, counted as they come.
public final class Counts {
  private long nodes;
  private long nodesWithTokens;
  private long nodesChanged;
  private long changes;
  private double impact;

  /// Counts nodes.
  ///
  /// @param withTokens how many of them carry tokens
  public void nodes(long count, long withTokens) {
    nodes += count;
    nodesWithTokens += withTokens;
  }

  /// Counts what changed on a node.
  ///
  /// @param changed whether the node counts as changed: one that only moves along does not
  /// @param visual its visual impact
  public void changed(boolean changed, long count, double visual) {
    nodesChanged += changed ? 1 : 0;
    changes += count;
    impact += visual;
  }

  /// Adds what was counted elsewhere.
  public void add(Counts other) {
    nodes += other.nodes;
    nodesWithTokens += other.nodesWithTokens;
    nodesChanged += other.nodesChanged;
    changes += other.changes;
    impact += other.impact;
  }

  /// Starts anew.
  public void clear() {
    nodes = 0;
    nodesWithTokens = 0;
    nodesChanged = 0;
    changes = 0;
    impact = 0;
  }

  public long nodes() {
    return nodes;
  }

  public long nodesWithTokens() {
    return nodesWithTokens;
  }

  public long nodesChanged() {
    return nodesChanged;
  }

  public long changes() {
    return changes;
  }

  public double impact() {
    return impact;
  }
}

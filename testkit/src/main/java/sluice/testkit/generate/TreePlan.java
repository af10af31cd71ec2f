package sluice.testkit.generate;

/// Decides the shape of the tree from the top down, one question at a time, without holding it.
///
/// A node knows how many descendants it has to place; the plan says over how many children, and how
/// many descendants each child gets. Every answer follows from the seed, the node's number in
/// document order and the child's place, so it doesn't matter when the question is asked.
final class TreePlan {
  private static final int NODES_PER_TOP_FRAME = 260;
  private static final int CHILDREN_MAX = 220;
  private static final int BRANCHING = 4;
  private static final double WRAPPER_SHARE = 0.3;
  private static final double SPREAD = 4;
  private static final long INSTANCE_DESCENDANTS_MAX = 60;
  private static final double LEVELS_MIN = 1.3;
  private static final double LEAF_SHARE = 0.12;
  private static final long UNBOUNDED = 1L << 50;

  private static final int STREAM_FAN_OUT = 1;
  private static final int STREAM_SHARE = 2;

  private final long seed;
  private final long[] capacity;
  private final double usualDepth;
  private final Seeded random = new Seeded(0);

  TreePlan(long seed, int depthMax) {
    this.seed = seed;
    usualDepth = depthMax / 2.0;
    capacity = new long[depthMax + 2];
    capacity[depthMax] = 1;
    for (int depth = depthMax - 1; depth >= 0; depth--) {
      capacity[depth] = Math.min(UNBOUNDED, 1 + BRANCHING * capacity[depth + 1]);
    }
  }

  /// Number of children of a node.
  ///
  /// @param index number of the node in document order
  /// @param descendants how many nodes there are below it
  int fanOut(int depth, long index, long descendants) {
    if (descendants == 0) {
      return 0;
    }
    random.reset(seed, STREAM_FAN_OUT, index);
    if (depth == 0) {
      return (int) Math.clamp(Math.round(Math.sqrt((double) descendants) / 20), 1, descendants);
    }
    long wanted =
        depth == 1
            ? 1 + Math.round((0.5 + random.unit()) * (double) descendants / NODES_PER_TOP_FRAME)
            : inside(depth, descendants);
    long needed = Math.ceilDiv(descendants, capacity[depth + 1]);
    return Math.toIntExact(Math.min(descendants, Math.max(wanted, needed)));
  }

  /// A single child now and then, otherwise as many as bring the leaves to about the usual depth.
  private long inside(int depth, long descendants) {
    if (random.chance(WRAPPER_SHARE)) {
      return 1;
    }
    double levels = Math.max(LEVELS_MIN, usualDepth - depth + SPREAD * (random.unit() - 0.4));
    return Math.min(CHILDREN_MAX, (long) Math.ceil(Math.pow((double) descendants, 1 / levels)));
  }

  /// Number of nodes in a child's subtree, the child included.
  ///
  /// @param parentDepth depth of the parent
  /// @param parentIndex the parent's number in document order
  /// @param child 0-based place among its siblings
  /// @param children number of siblings not yet placed, this one included
  /// @param left nodes the parent has not yet placed
  long subtreeSize(int parentDepth, long parentIndex, int child, int children, long left) {
    long spare = left - children;
    if (children == 1) {
      return 1 + spare;
    }
    random.reset(seed, STREAM_SHARE, parentIndex * 31 + child);
    long most = parentDepth == 0 ? UNBOUNDED : capacity[parentDepth + 1] - 1;
    long least = Math.max(0, spare - (children - 1) * most);
    boolean leaf = parentDepth > 1 && random.chance(LEAF_SHARE);
    double even = (double) spare / children;
    double factor = parentDepth <= 1 ? 0.3 + 1.4 * random.unit() : -1.8 * Math.log(random.unit());
    long share = leaf ? 0 : Math.round(Math.min(even * factor, (double) spare));
    return 1 + Math.clamp(share, least, Math.min(spare, most));
  }

  /// Type of a node.
  ///
  /// @param descendants how many nodes there are below it
  /// @param insideInstance whether an ancestor is an INSTANCE
  /// @param node the node's own random source
  static NodeKind kind(
      int depth, long descendants, NodeKind parent, boolean insideInstance, Seeded node) {
    if (depth <= 1) {
      return depth == 0 ? NodeKind.DOCUMENT : NodeKind.CANVAS;
    }
    if (parent == NodeKind.COMPONENT_SET) {
      return NodeKind.COMPONENT;
    }
    double draw = node.unit();
    if (descendants == 0) {
      return parent == NodeKind.BOOLEAN_OPERATION ? shape(draw) : leaf(draw);
    }
    if (parent == NodeKind.BOOLEAN_OPERATION || (descendants <= 4 && draw < 0.2)) {
      return NodeKind.BOOLEAN_OPERATION;
    }
    return depth == 2 ? topLevel(draw) : container(draw, insideInstance, descendants);
  }

  private static NodeKind topLevel(double draw) {
    if (draw < 0.76) {
      return draw < 0.7 ? NodeKind.FRAME : NodeKind.SECTION;
    }
    return draw < 0.82
        ? NodeKind.COMPONENT_SET
        : draw < 0.95 ? NodeKind.COMPONENT : NodeKind.INSTANCE;
  }

  private static NodeKind container(double draw, boolean insideInstance, long descendants) {
    if (draw > 0.86 && !insideInstance) {
      return draw < 0.88 ? NodeKind.COMPONENT_SET : NodeKind.COMPONENT;
    }
    if (draw < 0.37 && (insideInstance || descendants <= INSTANCE_DESCENDANTS_MAX)) {
      return NodeKind.INSTANCE;
    }
    return draw < 0.5 ? NodeKind.GROUP : NodeKind.FRAME;
  }

  private static NodeKind shape(double draw) {
    if (draw < 0.6) {
      return NodeKind.VECTOR;
    }
    return draw < 0.8
        ? NodeKind.RECTANGLE
        : draw < 0.97 ? NodeKind.ELLIPSE : NodeKind.REGULAR_POLYGON;
  }

  private static NodeKind leaf(double draw) {
    if (draw < 0.58) {
      return draw < 0.34 ? NodeKind.TEXT : NodeKind.VECTOR;
    }
    if (draw < 0.78) {
      return draw < 0.72 ? NodeKind.RECTANGLE : NodeKind.ELLIPSE;
    }
    if (draw < 0.97) {
      return draw < 0.85 ? NodeKind.LINE : draw < 0.92 ? NodeKind.INSTANCE : NodeKind.FRAME;
    }
    return draw < 0.985 ? NodeKind.STAR : NodeKind.REGULAR_POLYGON;
  }
}

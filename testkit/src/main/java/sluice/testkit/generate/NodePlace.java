package sluice.testkit.generate;

import org.jspecify.annotations.Nullable;

/// Where one node stands in the tree while it is being written; one is kept for each level.
final class NodePlace {
  final NodeFields fields = new NodeFields();
  final JsonText id = new JsonText();
  NodeKind kind = NodeKind.DOCUMENT;

  /// Number of the node in document order, the document being 0.
  long index;

  long descendants;

  /// The innermost INSTANCE among the node and its ancestors.
  @Nullable NodePlace instance;

  /// Which component an INSTANCE shows.
  int component;

  double x;
  double y;
  double width;
  double height;
}

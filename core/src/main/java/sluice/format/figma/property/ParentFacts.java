package sluice.format.figma.property;

import org.jspecify.annotations.Nullable;

/// What a node's edits may depend on of its parent. Asked for only where a token's value makes it
/// matter, because in most files a parent's own fields come after its children.
public interface ParentFacts {

  /// The parent's REST type, such as `FRAME`.
  String type();

  /// Whether its `layoutMode` is there and not `NONE`.
  boolean autoLayout();

  /// Its `absoluteBoundingBox`, or null when it has none.
  @Nullable Box box();

  /// A rectangle in page coordinates, pixels.
  record Box(double x, double y, double width, double height) {}

  /// A parent that is known already.
  record Known(String type, boolean autoLayout, @Nullable Box box) implements ParentFacts {}
}

package sluice.format.figma.property;

import org.jspecify.annotations.Nullable;

/// What a node's edits may depend on of its parent.
///
/// @param type the parent's REST type, such as `FRAME`
/// @param autoLayout whether its `layoutMode` is there and not `NONE`
/// @param box its `absoluteBoundingBox`, or null when it has none
public record ParentFacts(String type, boolean autoLayout, @Nullable Box box) {

  /// A rectangle in page coordinates, pixels.
  public record Box(double x, double y, double width, double height) {}
}

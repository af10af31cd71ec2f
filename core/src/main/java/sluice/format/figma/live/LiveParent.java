package sluice.format.figma.live;

import org.jspecify.annotations.Nullable;

/// What the plugin tells of a node's parent.
///
/// @param type the Plugin API's type, such as `FRAME` or `PAGE`
/// @param layoutMode such as `NONE` or `HORIZONTAL`; null when the type has none
/// @param width pixels; NaN when it isn't told
/// @param height pixels; NaN when it isn't told
public record LiveParent(String type, @Nullable String layoutMode, double width, double height) {

  /// A parent whose size isn't told.
  public LiveParent(String type, @Nullable String layoutMode) {
    this(type, layoutMode, Double.NaN, Double.NaN);
  }
}

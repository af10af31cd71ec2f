package sluice.format.figma.property;

import org.jspecify.annotations.Nullable;
import sluice.json.JsonValue;
import sluice.problem.Problem;

/// What layout would do next, which is never computed here.
final class Layout {
  /// Frames arrange their children anew.
  static final Problem CHILDREN_MOVE =
      Notices.layoutPending(
          "the layers inside still have their old positions",
          "the frame arranges them itself, and layout is not computed here");

  /// A resized or moved layer takes others along.
  static final Problem OTHERS_FOLLOW =
      Notices.layoutPending(
          "layers that depend on the new size or place still have their old ones",
          "layers inside, or beside it in an auto layout frame, follow, and layout is not computed"
              + " here");

  /// A layer that is to fill the frame it lies in.
  static final Problem STRETCH_LATER =
      Notices.layoutPending(
          "the layer that is to stretch still has its old size",
          "the frame around it decides how far if it has auto layout, and layout is not computed"
              + " here");

  /// A text box that fits its text.
  static final Problem TEXT_REFLOWS =
      Notices.layoutPending(
          "the text box still has its old size",
          "it grows and shrinks with its text, which needs the font to measure");

  private Layout() {}

  /// Whether a node arranges its children.
  static boolean isActive(FigmaNode node) {
    return isActive(node.field(FigmaField.LAYOUT_MODE));
  }

  private static boolean isActive(@Nullable JsonValue layoutMode) {
    String mode = Json.text(layoutMode);
    return mode != null && !mode.equals("NONE");
  }

  /// Whether a text's box follows its content.
  static boolean fitsText(@Nullable JsonValue style) {
    String resize = Json.text(Json.member(style, "textAutoResize"));
    return resize != null && (resize.equals("HEIGHT") || resize.equals("WIDTH_AND_HEIGHT"));
  }
}

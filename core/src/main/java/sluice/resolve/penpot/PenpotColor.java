package sluice.resolve.penpot;

import org.jspecify.annotations.Nullable;
import sluice.resolve.color.TinyColor;

/// A resolved colour as a shape stores it.
///
/// @param hex `#rrggbb` in lower case
/// @param opacity 0 to 1, as exact as the text has it
public record PenpotColor(String hex, double opacity) {

  /// The colour of a resolved token's text or of a shadow's part; null for one that Penpot refuses:
  /// no colour of [TinyColor], or hex digits without `#` (`valid-color` of
  /// `frontend/src/app/main/data/tinycolor.cljs`).
  public static @Nullable PenpotColor parse(String text) {
    TinyColor color = TinyColor.parse(text);
    return color == null || (color.isHex() && !text.startsWith("#"))
        ? null
        : new PenpotColor(color.hex(), color.alpha());
  }
}

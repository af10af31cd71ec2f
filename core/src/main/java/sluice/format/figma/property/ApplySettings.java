package sluice.format.figma.property;

import sluice.apply.FontCatalog;

/// How a run applies tokens to Figma nodes.
///
/// @param baseFontSizePx what one `em` or `rem` is worth, pixels
/// @param fonts which fonts there are
/// @param rotate whether rotation tokens are written; off by default because Figma's own unit and
///   direction of the field are not documented
public record ApplySettings(double baseFontSizePx, FontCatalog fonts, boolean rotate) {

  /// 16 px, every font assumed to be there, no rotation.
  public static final ApplySettings DEFAULT = new ApplySettings(16, FontCatalog.assumeAll(), false);
}

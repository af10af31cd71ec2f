package sluice.format.figma.property;

import sluice.apply.FontCatalog;

/// How a run applies tokens to Figma nodes.
///
/// @param baseFontSizePx what one `em` or `rem` is worth, pixels
/// @param fonts which fonts there are
/// @param rotate whether rotation tokens are written; off by default because Figma's own unit and
///   direction of the field are not documented
/// @param terms in whose terms nodes are read and written
/// @param paints the paints of the run's colours
/// @param families the families of properties met in the run
public record ApplySettings(
    double baseFontSizePx,
    FontCatalog fonts,
    boolean rotate,
    Terms terms,
    PaintTable paints,
    FamilyTable families) {

  /// 16 px, every font assumed to be there, no rotation.
  public static final ApplySettings DEFAULT = new ApplySettings(16, FontCatalog.assumeAll(), false);

  /// Settings of a new run.
  public ApplySettings(double baseFontSizePx, FontCatalog fonts, boolean rotate) {
    this(baseFontSizePx, fonts, rotate, Terms.REST, new PaintTable(Terms.REST), new FamilyTable());
  }

  /// The same for nodes of an open file. Rotation is written there: the Plugin API documents it.
  public ApplySettings inPluginTerms() {
    return new ApplySettings(
        baseFontSizePx, fonts, true, Terms.PLUGIN, new PaintTable(Terms.PLUGIN), new FamilyTable());
  }
}

/// Colours inside token values: text to a normal form, to a modified colour, to a paint, to a
/// gradient.
///
/// Invariants: nothing here throws on any text; text that is no colour comes back unchanged or as
/// null, as each entry point says. Start at {@link sluice.resolve.color.ColorText} (5.1), {@link
/// sluice.resolve.color.ColorModification} (5.2), {@link sluice.resolve.color.PaintColor} (5.3) and
/// {@link sluice.resolve.color.GradientText} (5.4); the numbers are sections of the Tokens Studio
/// resolution rules.
///
/// Two readers of colour text exist because the plugin has two: a strict one (`EightBitColor`, hex
/// and old comma syntax) and a CSS Color 4 one (`CssColorSyntax`), and they disagree on what is a
/// colour.
@org.jspecify.annotations.NullMarked
package sluice.resolve.color;

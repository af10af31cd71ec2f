/// Resolved tokens to CSS: a custom property for each value, in a block for each choice of themes.
///
/// Start reading at `CssSheet`, which knows blocks. `TokenProperties` says which properties a token
/// is and what they say, with the rooms of one type each (`ColorCss`, `LengthCss`, `FontCss`,
/// `LayerCss`) behind it; `CssNames` gives every property a name of its own; `References` puts
/// `var()` in place of what another property says too. What CSS cannot say is left out and told,
/// never written as a comment or as something near it.
@org.jspecify.annotations.NullMarked
package sluice.css;

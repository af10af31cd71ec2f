/// A token library to the files of another dialect.
///
/// Start reading at `Conversion`. References stay references wherever the target has them; what the
/// target cannot say is written as near as it can be or left out, and every such place is a
/// problem. `StudioToDtcg` and `DtcgToStudio` know sets and tokens, `DtcgLiteral` and
/// `StudioLiteral` single values, `ResolverText` and `StudioThemes` what says which sets count.
/// Nothing here touches a file system.
@org.jspecify.annotations.NullMarked
package sluice.convert;

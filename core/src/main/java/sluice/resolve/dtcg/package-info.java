/// DTCG 2025.10 sources to values: chosen sources laid over each other, `$extends` applied, then
/// every token read by its type with its references followed (Format, Color and Resolver modules).
///
/// Start reading at `DtcgResolver`. `SourceTree` lays sources over each other, `GroupExtension`
/// applies `$extends`, `References` finds where a reference leads, `TypedReading` checks a value
/// against its type while it puts referenced values in, `DtcgRun` orders the tokens. Everything
/// that may be long (chains of aliases, of pointers, of groups) waits on a stack of its own; only
/// what has a bounded depth is recursive.
@org.jspecify.annotations.NullMarked
package sluice.resolve.dtcg;

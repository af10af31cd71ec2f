/// Token name + theme to value: which sets count, merging, aliases, cycles, maths, colours.
///
/// Start reading at `TokenResolver`. `ThemeSelection` says which sets of a library count,
/// `MergedTokens` makes one list of them, `Resolution` resolves it on an explicit stack of frames
/// (`TextFrame`, `ModifierFrame`, `CompositeFrame`), `FailureReport` puts failures into words.
/// `CombinationResolver` resolves a library under one choice of themes after the other: `SetMerge`
/// merges it for each, `SharedOutcomes` knows which outcomes of earlier ones still hold.
///
/// Does no I/O and starts no thread: the same library and themes always give the same values.
@org.jspecify.annotations.NullMarked
package sluice.resolve;

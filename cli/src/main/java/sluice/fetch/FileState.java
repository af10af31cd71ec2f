package sluice.fetch;

/// Which state of a file an answer is of. Both members are compared, because the version alone has
/// been seen to stay the same across a change.
///
/// @param version digits, as Figma gives them
/// @param touched when it was changed last, as Figma gives it
record FileState(String version, String touched) {}

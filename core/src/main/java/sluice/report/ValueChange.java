package sluice.report;

/// One value that became another.
///
/// @param property the field's name in the document's own terms; of a token as such, its type
/// @param before what it looked like
/// @param after what it looks like
/// @param count how often that happened
public record ValueChange(String property, Look before, Look after, long count) {}

package sluice.format.figma.property;

/// A number a token gives a property.
///
/// @param value never NaN
/// @param source where it comes from
record Setting(double value, Source source) {}

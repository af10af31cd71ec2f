package sluice.finding;

/// The token whose value is nearest to one that has none.
///
/// @param token its name
/// @param value its value, in the same words as the other
/// @param distance 0 for the same; ΔE for colours, the difference for numbers
public record Nearest(String token, String value, double distance) {}

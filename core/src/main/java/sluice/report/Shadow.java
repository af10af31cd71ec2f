package sluice.report;

/// A shadow; pixels.
///
/// @param inner whether it falls inside
public record Shadow(boolean inner, double x, double y, double blur, double spread, Rgba color) {}

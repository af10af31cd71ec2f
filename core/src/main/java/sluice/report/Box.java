package sluice.report;

/// Where something is on its page; pixels.
///
/// @param x left edge
/// @param y top edge
/// @param width extent to the right, at least 0
/// @param height extent downwards, at least 0
public record Box(double x, double y, double width, double height) {}

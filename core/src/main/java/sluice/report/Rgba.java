package sluice.report;

/// A colour of sRGB.
///
/// @param red from 0 to 1, and so the others; not premultiplied
public record Rgba(double red, double green, double blue, double alpha) {}

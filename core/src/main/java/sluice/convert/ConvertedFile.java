package sluice.convert;

/// One file of a conversion.
///
/// @param path relative to the folder of the conversion, with `/`
/// @param text its whole content, with a line end
public record ConvertedFile(String path, String text) {}

package sluice.resolve;

/// The name of a token inside a text: `{color.brand}` or `$color.brand`.
///
/// @param text the reference as written, with its braces or dollar
/// @param name what is between the braces or after the dollar, untrimmed; may be empty, and may
///   hold references itself
/// @param start index of its first UTF-16 unit in the text
/// @param end index after its last
public record Reference(String text, String name, int start, int end) {}

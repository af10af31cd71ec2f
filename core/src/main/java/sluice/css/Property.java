package sluice.css;

/// One custom property of a token.
///
/// @param part what comes behind the token's name, such as `-font-size`; empty for the token's own
/// @param value what stands behind the colon
record Property(String part, String value) {}

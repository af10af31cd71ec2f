package sluice.token;

/// "This property of this node takes this token."
///
/// @param property the dialect's property key, such as `fill`
/// @param token the token's name; the word `none` is a legal name
public record AppliedToken(String property, String token) {}

package sluice.token;

import org.jspecify.annotations.Nullable;

/// What a token does to its own colour after resolving it (`$extensions["studio.tokens"].modify`).
///
/// @param type `lighten`, `darken`, `mix` or `alpha` as written
/// @param value the amount; may hold references and maths
/// @param space the colour space as written, or null when absent
/// @param color the colour to mix with, or null when absent; may hold references
public record ColorModifier(
    String type, TokenValue value, @Nullable String space, @Nullable TokenValue color) {}

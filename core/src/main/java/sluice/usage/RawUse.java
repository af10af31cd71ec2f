package sluice.usage;

/// A value without a token, and how often it is met.
///
/// @param kind what kind of value: `color`, `spacing`, …
/// @param value the value as JSON
/// @param nearest the token nearest to it, empty when there is none
/// @param nearestValue that token's value as JSON, empty when there is none
/// @param distance how far it is off, as JSON, empty when there is none
/// @param count how often the value is met
public record RawUse(
    String kind, String value, String nearest, String nearestValue, String distance, long count) {}

package sluice.fetch;

/// A file that was fetched.
///
/// @param name what it is called in Figma; empty when that is not said
/// @param version its version
/// @param fromCache whether it was at hand already
/// @param parts pages it was put together from, or 0 when it came in one piece
/// @param receivedBytes what came over the network
public record Fetched(
    String name, String version, boolean fromCache, long parts, long receivedBytes) {}

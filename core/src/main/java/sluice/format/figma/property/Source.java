package sluice.format.figma.property;

import sluice.apply.PropertyKey;

/// Where a change comes from.
///
/// @param key the property key
/// @param token the token's name as stored on the node
record Source(PropertyKey key, String token) {}

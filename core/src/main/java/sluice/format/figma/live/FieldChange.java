package sluice.format.figma.live;

import org.jspecify.annotations.Nullable;
import sluice.json.JsonValue;

/// One field of a node that is written.
///
/// @param field the Plugin API's field
/// @param token the name of the token responsible, as stored on the node
/// @param before the value there was, or null when the plugin didn't tell
/// @param after the value written
public record FieldChange(
    String field, String token, @Nullable JsonValue before, JsonValue after) {}

package sluice.format.figma.live;

import sluice.json.JsonValue;

/// An operation for the plugin and the one that takes it back, members as `docs/design/live.md`
/// lists them, in the order the plugin follows them, without `id`. `fonts` is a list of `{family,
/// style}`, to be numbered by whoever makes a frame of it; it is there, and may be empty, when the
/// text's own fonts have to be loaded.
///
/// @param operation `fonts`, `unbind`, `set`
/// @param inverse `expect` (what was written), `fonts`, `styles`, `set`, `ranges`, `bind`
public record LivePatch(JsonValue.Obj operation, JsonValue.Obj inverse) {}

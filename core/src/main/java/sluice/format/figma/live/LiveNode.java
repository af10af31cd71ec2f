package sluice.format.figma.live;

import org.jspecify.annotations.Nullable;
import sluice.json.JsonValue;

/// A node as the plugin sent it.
///
/// @param id the node's id
/// @param type the Plugin API's type, such as `RECTANGLE` or `POLYGON`
/// @param name the layer's name
/// @param partOfInstance whether it is a layer inside an instance
/// @param parent its parent, or null when it isn't told
/// @param data the shared plugin data of the tokens' namespace: keys to stored texts
/// @param current the values it has now, in the terms of the Plugin API, those of [LiveReads] for
///   its keys at least. A text field whose letters differ is `{"$mixed": [{start, end, value}]}`,
///   or `{"$mixed": true}` when there are too many parts; `cornerRadius` and `strokeWeight` are
///   left out when their parts differ
public record LiveNode(
    String id,
    String type,
    String name,
    boolean partOfInstance,
    @Nullable LiveParent parent,
    JsonValue.Obj data,
    JsonValue.Obj current) {}

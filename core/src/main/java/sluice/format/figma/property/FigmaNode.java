package sluice.format.figma.property;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonValue;

/// The facts of one node that its edits depend on.
///
/// @param type the REST type, such as `RECTANGLE`
/// @param partOfInstance whether the node is a layer inside an instance (its id begins with `I`)
/// @param parent its parent, or null for a node whose parent isn't known
/// @param fields the node's fields as they are; only those a family reads need be there
public record FigmaNode(
    String type,
    boolean partOfInstance,
    @Nullable ParentFacts parent,
    Map<FigmaField, JsonValue> fields) {

  /// The value of a field, or null when the node doesn't have it.
  public @Nullable JsonValue field(FigmaField field) {
    return fields.get(field);
  }
}

package sluice.format.figma.property;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonValue;

/// The facts of one node that its edits depend on.
public interface FigmaNode {

  /// The REST type, such as `RECTANGLE`.
  String type();

  /// Its parent, or null for a node whose parent isn't known.
  @Nullable ParentFacts parent();

  /// The value of a field, or null when the node doesn't have it.
  @Nullable JsonValue field(FigmaField field);

  /// A node whose fields are known as trees.
  ///
  /// @param fields the node's fields as they are; only those a family reads need be there
  record Known(
      String type,
      boolean partOfInstance,
      @Nullable ParentFacts parent,
      Map<FigmaField, JsonValue> fields)
      implements FigmaNode {

    @Override
    public @Nullable JsonValue field(FigmaField field) {
      return fields.get(field);
    }
  }
}

package sluice.format.figma.property;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonValue;

/// One change of a node's field, or of a member below it.
///
/// @param field the node's field
/// @param below member names from the field down to what changes; empty for the whole field
/// @param after the new value, or null to remove the member; a member that isn't there yet is
///   added, an object on the way to it that isn't there is created
/// @param token the name of the token responsible, as stored on the node
public record Edit(FigmaField field, List<String> below, @Nullable JsonValue after, String token) {
  public Edit {
    below = List.copyOf(below);
  }
}

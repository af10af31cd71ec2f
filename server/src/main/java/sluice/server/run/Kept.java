package sluice.server.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonValue;
import sluice.server.frame.Frame;
import sluice.server.frame.FrameException;

/// Fields of nodes of instances that had their values when the plugin came to write them, mostly from
/// the main component, which was written before. They were not written, and must not be when the run
/// is taken back: that would make overrides of them.
final class Kept {
  /// The member of an answer, and of its line in the journal.
  static final String NAME = "kept";

  private static final List<String> FIELDWISE = List.of("expect", "set", "ranges", "bind", "styles");

  private final Map<String, List<String>> fields = new HashMap<>();

  /// @param line the line of an answer; null for a patch that was not answered
  Kept(@Nullable Frame line) throws FrameException {
    if (line == null || !(checked(line) instanceof JsonValue.Arr(List<JsonValue> nodes))) {
      return;
    }
    for (JsonValue node : nodes) {
      Frame one = new Frame(NAME, (JsonValue.Obj) node);
      List<String> names = one.textsOrNull("fields");
      fields.put(one.text("id"), names == null ? List.of() : names);
    }
  }

  /// The member of an answer, an empty array when it has none.
  ///
  /// @throws FrameException when it is not what the protocol says
  static JsonValue checked(Frame answer) throws FrameException {
    if (answer.members().member(NAME) == null) {
      return new JsonValue.Arr(List.of());
    }
    List<JsonValue> nodes = answer.items(NAME);
    for (JsonValue node : nodes) {
      if (!(node instanceof JsonValue.Obj members)) {
        throw Frame.malformed("\"kept\" names nodes by objects");
      }
      Frame one = new Frame(NAME, members);
      String _ = one.text("id");
      List<String> _ = one.textsOrNull("fields");
    }
    return new JsonValue.Arr(nodes);
  }

  /// The operation without those fields, or null when nothing is left of it.
  JsonValue.@Nullable Obj without(JsonValue.Obj operation) {
    List<String> names =
        operation.member("id") instanceof JsonValue.Str(String id) ? fields.get(id) : null;
    if (names == null) {
      return operation;
    }
    Map<String, JsonValue> left = new LinkedHashMap<>();
    boolean writes = false;
    for (int i = 0; i < operation.size(); i++) {
      String member = operation.key(i);
      JsonValue value = operation.value(i);
      if (!FIELDWISE.contains(member)) {
        left.put(member, value);
      } else if (value instanceof JsonValue.Obj fieldwise) {
        JsonValue.Obj rest = without(fieldwise, names);
        if (rest.size() > 0) {
          left.put(member, rest);
          writes |= !member.equals("expect");
        }
      }
    }
    return writes ? new JsonValue.Obj(left) : null;
  }

  private static JsonValue.Obj without(JsonValue.Obj fields, List<String> names) {
    Map<String, JsonValue> left = new LinkedHashMap<>();
    List<String> keys = new ArrayList<>(fields.members().keySet());
    for (String key : keys) {
      JsonValue value = fields.member(key);
      if (!names.contains(key) && value != null) {
        left.put(key, value);
      }
    }
    return new JsonValue.Obj(left);
  }
}

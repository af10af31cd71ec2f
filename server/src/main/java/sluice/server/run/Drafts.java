package sluice.server.run;

import java.util.ArrayList;
import java.util.List;
import sluice.json.JsonTree;
import sluice.json.JsonValue;

/// Puts operations into patches.
final class Drafts {
  private Drafts() {}

  /// Adds an operation to the last patch, or to a new one when that is full.
  ///
  /// @param operation may have `fonts`, objects that become numbers in the patch's table
  /// @param inverse what takes it back, as JSON
  /// @return false when it is larger than a patch may be
  static boolean add(List<PatchDraft> drafts, JsonValue.Obj operation, String inverse) {
    int sizeChars = JsonTree.write(operation).length();
    if (sizeChars > PatchDraft.SIZE_CHARS_MAX) {
      return false;
    }
    if (drafts.isEmpty() || !drafts.getLast().hasRoom(sizeChars)) {
      drafts.add(new PatchDraft());
    }
    PatchDraft draft = drafts.getLast();
    draft.add(numbered(operation, draft), inverse);
    return true;
  }

  private static String numbered(JsonValue.Obj operation, PatchDraft draft) {
    if (!(operation.member("fonts") instanceof JsonValue.Arr(List<JsonValue> fonts))) {
      return JsonTree.write(operation);
    }
    List<String> members = new ArrayList<>();
    for (int i = 0; i < operation.size(); i++) {
      String key = operation.key(i);
      String value =
          key.equals("fonts")
              ? fonts.stream().map(JsonTree::write).map(draft::font).toList().toString()
              : JsonTree.write(operation.value(i));
      members.add(JsonTree.write(new JsonValue.Str(key)) + ":" + value);
    }
    return "{" + String.join(",", members) + "}";
  }
}

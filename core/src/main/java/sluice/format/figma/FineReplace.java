package sluice.format.figma;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sluice.json.JsonSpans;
import sluice.json.JsonText;
import sluice.json.JsonTree;
import sluice.json.JsonValue;

/// Replaces a value by another with as few bytes as possible.
///
/// Where old and new have the same shape (the same members, as many elements), only the scalars
/// that differ are replaced, so that white space, key order and the spelling of equal numbers stay,
/// and a version-control diff shows what a token changed and nothing else. Numbers are equal when
/// equal as float32, which is what Figma stores.
final class FineReplace {
  private final byte[] bytes;
  private final int base;
  private final List<ObjectEdit.Splice> splices;

  /// @param base what the offsets of the splices are counted from
  FineReplace(byte[] bytes, int base, List<ObjectEdit.Splice> splices) {
    this.bytes = bytes;
    this.base = base;
    this.splices = splices;
  }

  /// Replaces the value that starts at `from`.
  void value(int from, JsonValue after) {
    switch (after) {
      case JsonValue.Obj object -> object(from, object);
      case JsonValue.Arr array -> array(from, array);
      case JsonValue.Num number -> {
        if (!isNumber(from) || !same(from, number)) {
          whole(from, after);
        }
      }
      case JsonValue.Str(String text) -> {
        int end = JsonSpans.endOfValue(bytes, from);
        if (bytes[from] != '"' || !JsonText.decode(bytes, from + 1, end - 1).equals(text)) {
          whole(from, after);
        }
      }
      case JsonValue.Bool(boolean flag) -> {
        if (bytes[from] != (flag ? 't' : 'f')) {
          whole(from, after);
        }
      }
      case JsonValue.Null() -> {
        if (bytes[from] != 'n') {
          whole(from, after);
        }
      }
    }
  }

  private void object(int from, JsonValue.Obj after) {
    if (bytes[from] != '{') {
      whole(from, after);
      return;
    }
    ObjectRows members = new ObjectRows(bytes, from, from);
    if (members.rows.count() != after.members().size()) {
      whole(from, after);
      return;
    }
    for (String key : after.members().keySet()) {
      if (members.find(key) < 0) {
        whole(from, after);
        return;
      }
    }
    for (Map.Entry<String, JsonValue> member : after.members().entrySet()) {
      value(members.rows.textFrom(members.find(member.getKey())), member.getValue());
    }
  }

  private void array(int from, JsonValue.Arr after) {
    List<Integer> elements = bytes[from] == '[' ? elements(from) : List.of();
    if (elements.isEmpty() || elements.size() != after.items().size()) {
      whole(from, after);
      return;
    }
    for (int i = 0; i < elements.size(); i++) {
      value(elements.get(i), after.items().get(i));
    }
  }

  private List<Integer> elements(int from) {
    List<Integer> starts = new ArrayList<>();
    int at = JsonSpans.skipWhite(bytes, from + 1);
    while (bytes[at] != ']') {
      if (bytes[at] == ',') {
        at = JsonSpans.skipWhite(bytes, at + 1);
      }
      starts.add(at);
      at = JsonSpans.skipWhite(bytes, JsonSpans.endOfValue(bytes, at));
    }
    return starts;
  }

  private boolean isNumber(int from) {
    return bytes[from] == '-' || (bytes[from] >= '0' && bytes[from] <= '9');
  }

  private boolean same(int from, JsonValue.Num after) {
    return JsonTree.read(bytes, from) instanceof JsonValue.Num before
        && (float) before.value() == (float) after.value();
  }

  private void whole(int from, JsonValue after) {
    int end = JsonSpans.endOfValue(bytes, from);
    splices.add(new ObjectEdit.Splice(from - base, end - from, JsonTree.write(after)));
  }
}

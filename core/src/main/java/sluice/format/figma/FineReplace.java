package sluice.format.figma;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonNumber;
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
    if (after instanceof JsonValue.Obj object) {
      object(from, object);
    } else if (after instanceof JsonValue.Arr array) {
      array(from, array);
    } else if (!isSame(from, after)) {
      whole(from, after);
    }
  }

  /// Whether a scalar is there already. No `switch` over the kinds: the first compiler does not see
  /// through one, and this is asked for every number of every value.
  private boolean isSame(int from, JsonValue after) {
    if (after instanceof JsonValue.Num number) {
      return isNumber(from) && same(from, number);
    }
    if (after instanceof JsonValue.Str(String text)) {
      return bytes[from] == '"'
          && JsonText.is(text, bytes, from + 1, JsonSpans.endOfValue(bytes, from) - 1);
    }
    if (after instanceof JsonValue.Bool(boolean flag)) {
      return bytes[from] == (flag ? 't' : 'f');
    }
    return bytes[from] == 'n';
  }

  private void object(int from, JsonValue.Obj after) {
    int[] starts = bytes[from] == '{' ? starts(from, after) : null;
    if (starts == null) {
      whole(from, after);
      return;
    }
    for (int i = 0; i < starts.length; i++) {
      value(starts[i], after.value(i));
    }
  }

  /// Where the values of the new object's members start in the old one, or null unless both have
  /// the same members. Of two members with one key the last counts.
  private int @Nullable [] starts(int from, JsonValue.Obj after) {
    int[] starts = new int[after.size()];
    int found = 0;
    int at = JsonSpans.skipWhite(bytes, from + 1);
    while (bytes[at] != '}') {
      if (bytes[at] == ',') {
        at = JsonSpans.skipWhite(bytes, at + 1);
      }
      int keyEnd = JsonSpans.endOfValue(bytes, at);
      int member = find(after, found, at + 1, keyEnd - 1);
      if (member < 0) {
        return null;
      }
      at = JsonSpans.skipWhite(bytes, JsonSpans.skipWhite(bytes, keyEnd) + 1);
      // No value starts at 0: its object does, or what is around that.
      found += starts[member] == 0 ? 1 : 0;
      starts[member] = at;
      at = JsonSpans.skipWhite(bytes, JsonSpans.endOfValue(bytes, at));
    }
    return found == starts.length ? starts : null;
  }

  /// The new member with the key in `bytes[from..to)`, or -1. Mostly both have one order, so the
  /// search begins where the last one ended.
  private int find(JsonValue.Obj after, int expected, int from, int to) {
    if (expected < after.size() && JsonText.is(after.key(expected), bytes, from, to)) {
      return expected;
    }
    return after.find(JsonText.decode(bytes, from, to));
  }

  private void array(int from, JsonValue.Arr after) {
    int count = after.items().size();
    if (bytes[from] != '[' || count == 0 || !hasElements(from, count)) {
      whole(from, after);
      return;
    }
    int at = JsonSpans.skipWhite(bytes, from + 1);
    for (int i = 0; i < count; i++) {
      value(at, after.items().get(i));
      at = next(at);
    }
  }

  /// Whether the array that starts at `from` has exactly so many elements.
  private boolean hasElements(int from, int count) {
    int at = JsonSpans.skipWhite(bytes, from + 1);
    int seen = 0;
    while (bytes[at] != ']') {
      if (++seen > count) {
        return false;
      }
      at = next(at);
    }
    return seen == count;
  }

  /// The element after the one that starts at `at`, or the end of the array.
  private int next(int at) {
    int end = JsonSpans.skipWhite(bytes, JsonSpans.endOfValue(bytes, at));
    return bytes[end] == ',' ? JsonSpans.skipWhite(bytes, end + 1) : end;
  }

  private boolean isNumber(int from) {
    return bytes[from] == '-' || (bytes[from] >= '0' && bytes[from] <= '9');
  }

  private boolean same(int from, JsonValue.Num after) {
    double before = JsonNumber.parse(bytes, from, JsonNumber.end(bytes, from));
    return (float) before == (float) after.value();
  }

  private void whole(int from, JsonValue after) {
    int end = JsonSpans.endOfValue(bytes, from);
    splices.add(new ObjectEdit.Splice(from - base, end - from, JsonTree.write(after)));
  }
}

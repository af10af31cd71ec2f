package sluice.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Makes a small JSON text say something else and leaves every byte alone that need not change.
///
/// Old and new values are compared member by member and item by item; what says the same keeps its
/// spelling, so `1.0` stays where 1 is wanted. A new member takes the place of a removed one where
/// there is one; otherwise it goes behind the last member, with white space like that one's. A
/// removed member takes its comma along. New values are laid out like what is around them.
public final class JsonUpdate {
  private static final String LEVEL = "  ";

  private static final Comparator<Splice> BY_PLACE =
      Comparator.comparingInt(Splice::from).thenComparingInt(Splice::to);

  private final byte[] bytes;
  private final int count;
  private final boolean records;
  private final List<Splice> splices = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private int changeCount;

  private record Splice(int from, int to, String text) {}

  /// One value that is different now.
  ///
  /// @param path keys and item numbers from the root down, joined by dots
  /// @param before the text that stood there, or null for what is new
  /// @param after the value that stands there, or null for what is gone
  public record Change(String path, @Nullable String before, @Nullable JsonValue after) {}

  /// What one replacement left out.
  ///
  /// @param from where it is in the old text, in bytes
  /// @param old the text left out there
  /// @param size how many bytes were put in its place
  public record Replacement(int from, String old, int size) {}

  /// An update of the valid JSON text in the first bytes of an array.
  ///
  /// @param records whether [#changes] are asked for, or only how many there are
  public JsonUpdate(byte[] bytes, int count, boolean records) {
    this.bytes = bytes;
    this.count = count;
    this.records = records;
  }

  /// Whether two values say the same: numbers by value, objects whatever the order of members.
  public static boolean same(@Nullable JsonValue one, @Nullable JsonValue other) {
    if (one == other) {
      return true;
    }
    if (one instanceof JsonValue.Num number) {
      return other instanceof JsonValue.Num second && number.value() == second.value();
    }
    if (one instanceof JsonValue.Obj members) {
      return other instanceof JsonValue.Obj others && sameMembers(members, others);
    }
    if (one instanceof JsonValue.Arr(List<JsonValue> items)) {
      return other instanceof JsonValue.Arr(List<JsonValue> others) && sameItems(items, others);
    }
    return one != null && one.equals(other);
  }

  private static boolean sameMembers(JsonValue.Obj members, JsonValue.Obj others) {
    if (members.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < members.size(); i++) {
      if (!same(members.value(i), others.member(members.key(i)))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameItems(List<JsonValue> items, List<JsonValue> others) {
    if (items.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < items.size(); i++) {
      if (!same(items.get(i), others.get(i))) {
        return false;
      }
    }
    return true;
  }

  /// Changes members of the object at the root.
  ///
  /// @param members where its members lie
  /// @param old what a member is now, asked only for keys of `wanted`
  /// @param wanted the values of some keys from now on; null for none
  public void root(
      ObjectSpans members,
      Function<String, @Nullable JsonValue> old,
      Map<String, @Nullable JsonValue> wanted) {
    members(members, "", old, wanted);
  }

  /// What is different, in the order in which it was found; empty when it is not recorded.
  public List<Change> changes() {
    return changes;
  }

  /// The replacements [#result] makes, in the order in which they lie: enough to take them back.
  public List<Replacement> replacements() {
    splices.sort(BY_PLACE);
    List<Replacement> all = new ArrayList<>(splices.size());
    for (Splice splice : splices) {
      int size = splice.text().getBytes(StandardCharsets.UTF_8).length;
      all.add(new Replacement(splice.from(), text(splice.from(), splice.to()), size));
    }
    return all;
  }

  /// How many values are different.
  public int changeCount() {
    return changeCount;
  }

  private void note(String prefix, String key, int from, int to, @Nullable JsonValue after) {
    changeCount++;
    if (records) {
      changes.add(new Change(prefix + key, from < 0 ? null : text(from, to), after));
    }
  }

  /// The path of what is inside a member; paths are only made when they are recorded.
  private String below(String prefix, String key) {
    return records ? prefix + key + "." : "";
  }

  /// The text after all changes.
  public byte[] result() {
    splices.sort(BY_PLACE);
    List<byte[]> texts = new ArrayList<>(splices.size());
    int size = count;
    for (Splice splice : splices) {
      byte[] text = splice.text().getBytes(StandardCharsets.UTF_8);
      texts.add(text);
      size += text.length - (splice.to() - splice.from());
    }
    byte[] result = new byte[size];
    int from = 0;
    int to = 0;
    for (int i = 0; i < texts.size(); i++) {
      Splice splice = splices.get(i);
      byte[] text = texts.get(i);
      System.arraycopy(bytes, from, result, to, splice.from() - from);
      to += splice.from() - from;
      System.arraycopy(text, 0, result, to, text.length);
      to += text.length;
      from = splice.to();
    }
    System.arraycopy(bytes, from, result, to, count - from);
    return result;
  }

  private void value(
      int from,
      int to,
      String prefix,
      String key,
      JsonValue old,
      JsonValue wanted,
      ObjectSpans around) {
    if (same(old, wanted)) {
      return;
    }
    if (old instanceof JsonValue.Obj before
        && wanted instanceof JsonValue.Obj after
        && before.size() > 0
        && after.size() > 0) {
      object(from, below(prefix, key), before, after);
    } else if (old instanceof JsonValue.Arr(List<JsonValue> before)
        && wanted instanceof JsonValue.Arr(List<JsonValue> after)
        && !before.isEmpty()
        && !after.isEmpty()) {
      array(from, below(prefix, key), before, after, around);
    } else {
      String text =
          isPlain(wanted)
              ? JsonTree.write(wanted)
              : laidOut(wanted, indentAt(from, around), isSpacedBefore(from));
      splices.add(new Splice(from, to, text));
      note(prefix, key, from, to, wanted);
    }
  }

  private static boolean isPlain(JsonValue value) {
    return !(value instanceof JsonValue.Obj) && !(value instanceof JsonValue.Arr);
  }

  /// White space before a value's neighbours: before the keys of its object, or, in a list, before
  /// the value itself.
  private String indentAt(int from, ObjectSpans around) {
    String before = whiteBefore(from);
    int at = from - before.length();
    return at > 0 && bytes[at - 1] == ':' ? around.indent() : before;
  }

  private void object(int from, String prefix, JsonValue.Obj before, JsonValue.Obj after) {
    Map<String, @Nullable JsonValue> wanted = new LinkedHashMap<>();
    for (int i = 0; i < after.size(); i++) {
      if (!same(before.member(after.key(i)), after.value(i))) {
        wanted.put(after.key(i), after.value(i));
      }
    }
    for (int i = 0; i < before.size(); i++) {
      if (after.find(before.key(i)) < 0) {
        wanted.put(before.key(i), null);
      }
    }
    members(new ObjectSpans(bytes, from), prefix, before::member, wanted);
  }

  private void members(
      ObjectSpans spans,
      String prefix,
      Function<String, @Nullable JsonValue> old,
      Map<String, @Nullable JsonValue> wanted) {
    List<String> removed = List.of();
    List<String> added = List.of();
    for (Map.Entry<String, @Nullable JsonValue> entry : wanted.entrySet()) {
      String key = entry.getKey();
      JsonValue after = entry.getValue();
      int member = spans.find(key);
      JsonValue before = member < 0 ? null : old.apply(key);
      if (before == null) {
        if (after != null) {
          added = with(added, key);
          note(prefix, key, -1, -1, after);
        }
      } else if (after == null) {
        removed = with(removed, key);
        note(prefix, key, spans.valueFrom(member), spans.valueTo(member), null);
      } else {
        value(spans.valueFrom(member), spans.valueTo(member), prefix, key, before, after, spans);
      }
    }
    if (!removed.isEmpty() || !added.isEmpty()) {
      place(spans, removed, added, wanted, spans.indent());
    }
  }

  private static List<String> with(List<String> keys, String key) {
    List<String> more = keys.isEmpty() ? new ArrayList<>() : keys;
    more.add(key);
    return more;
  }

  private void place(
      ObjectSpans spans,
      List<String> removed,
      List<String> added,
      Map<String, @Nullable JsonValue> wanted,
      String indent) {
    boolean[] gone = new boolean[spans.count()];
    int taken = 0;
    for (int member = 0; member < gone.length; member++) {
      boolean goes = false;
      for (int i = 0; i < removed.size() && !goes; i++) {
        goes = spans.is(member, removed.get(i));
      }
      if (goes && taken < added.size()) {
        String text = member(added.get(taken++), wanted, indent, spans.isSpaced());
        splices.add(new Splice(spans.keyFrom(member), spans.valueTo(member), text));
      } else {
        gone[member] = goes;
      }
    }
    removeRuns(spans, gone);
    append(spans, added.subList(taken, added.size()), wanted, indent);
  }

  private void removeRuns(ObjectSpans spans, boolean[] gone) {
    int first = 0;
    while (first < gone.length) {
      if (!gone[first]) {
        first++;
        continue;
      }
      int last = first;
      while (last + 1 < gone.length && gone[last + 1]) {
        last++;
      }
      if (first > 0) {
        splices.add(new Splice(spans.valueTo(first - 1), spans.valueTo(last), ""));
      } else if (last + 1 < gone.length) {
        splices.add(new Splice(spans.keyFrom(0), spans.keyFrom(last + 1), ""));
      } else {
        splices.add(new Splice(spans.keyFrom(0), spans.valueTo(last), ""));
      }
      first = last + 1;
    }
  }

  private void append(
      ObjectSpans spans,
      List<String> added,
      Map<String, @Nullable JsonValue> wanted,
      String indent) {
    if (added.isEmpty()) {
      return;
    }
    boolean empty = spans.count() == 0;
    int at = empty ? spans.from() + 1 : spans.valueTo(spans.count() - 1);
    StringBuilder out = new StringBuilder();
    for (String key : added) {
      out.append(empty ? "" : ",").append(empty ? "" : indent);
      out.append(member(key, wanted, indent, spans.isSpaced()));
      empty = false;
    }
    splices.add(new Splice(at, at, out.toString()));
  }

  private static String member(
      String key, Map<String, @Nullable JsonValue> wanted, String indent, boolean spaced) {
    StringBuilder out = new StringBuilder();
    JsonText.quote(key, out);
    out.append(spaced ? ": " : ":");
    JsonValue value = wanted.get(key);
    if (value != null) {
      layOut(value, indent, spaced, out);
    }
    return out.toString();
  }

  private void array(
      int from, String prefix, List<JsonValue> before, List<JsonValue> after, ObjectSpans around) {
    ArraySpans spans = new ArraySpans(bytes, from);
    int common = Math.min(before.size(), after.size());
    for (int i = 0; i < common; i++) {
      String number = records ? String.valueOf(i) : "";
      value(spans.from(i), spans.to(i), prefix, number, before.get(i), after.get(i), around);
    }
    if (before.size() > common) {
      for (int i = common; i < before.size(); i++) {
        note(prefix, String.valueOf(i), spans.from(i), spans.to(i), null);
      }
      splices.add(new Splice(spans.to(common - 1), spans.to(before.size() - 1), ""));
    } else if (after.size() > common) {
      String indent = whiteBefore(spans.from(0));
      boolean spaced = isSpacedBefore(from) || indent.indexOf('\n') >= 0;
      StringBuilder out = new StringBuilder();
      for (int i = common; i < after.size(); i++) {
        out.append(',').append(indent);
        layOut(after.get(i), indent, spaced, out);
        note(prefix, String.valueOf(i), -1, -1, after.get(i));
      }
      splices.add(new Splice(spans.to(common - 1), spans.to(common - 1), out.toString()));
    }
  }

  /// White space right before a value.
  private String whiteBefore(int at) {
    int from = at;
    while (from > 0 && bytes[from - 1] <= ' ' && bytes[from - 1] > 0) {
      from--;
    }
    return text(from, at);
  }

  /// Whether a blank stands before the value, as it does behind a colon in laid out JSON.
  private boolean isSpacedBefore(int from) {
    return from > 0 && bytes[from - 1] <= ' ' && bytes[from - 1] > 0;
  }

  private static String laidOut(JsonValue value, String indent, boolean spaced) {
    StringBuilder out = new StringBuilder();
    layOut(value, indent, spaced, out);
    return out.toString();
  }

  /// A value on lines of its own where what is around it has them.
  ///
  /// @param indent white space before what stands beside the value
  private static void layOut(JsonValue value, String indent, boolean spaced, StringBuilder out) {
    boolean onLines = indent.indexOf('\n') >= 0;
    String deeper = onLines ? indent + LEVEL : "";
    if (value instanceof JsonValue.Obj object && object.size() > 0) {
      out.append('{');
      for (int i = 0; i < object.size(); i++) {
        out.append(i == 0 ? "" : ",").append(deeper);
        JsonText.quote(object.key(i), out);
        out.append(spaced ? ": " : ":");
        layOut(object.value(i), deeper, spaced, out);
      }
      out.append(onLines ? indent : "").append('}');
    } else if (value instanceof JsonValue.Arr(List<JsonValue> items) && !items.isEmpty()) {
      out.append('[');
      for (int i = 0; i < items.size(); i++) {
        out.append(i == 0 ? "" : ",").append(deeper);
        layOut(items.get(i), deeper, spaced, out);
      }
      out.append(onLines ? indent : "").append(']');
    } else {
      JsonTree.write(value, out);
    }
  }

  private String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }
}

package sluice.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonValue;
import sluice.testkit.oracle.TextTree;

/// What a shape's JSON has to look like when some of its fields say something else: everything that
/// says the same keeps every character, and what is new is laid out like what is around it.
public final class UpdatedText {
  private static final String LEVEL = "  ";

  private UpdatedText() {}

  /// An object with other members.
  ///
  /// @param wanted what some keys say from now on, null for nothing, in the order in which new ones
  ///   are added
  public static String object(TextTree.Node object, Map<String, @Nullable JsonValue> wanted) {
    MemberText text = new MemberText(object);
    boolean spaced = isLastSpaced(object);
    wanted.forEach((key, after) -> {
      TextTree.Node old = object.find(key);
      if (old == null && after != null) {
        text.add(key, laidOut(after, text.indent(), spaced), spaced);
      } else if (old != null && after != null) {
        text.replace(object.indexOf(key), value(old, after, object));
      } else if (old != null) {
        for (int i = 0; i < object.members().size(); i++) {
          if (object.members().get(i).key().equals(key)) {
            text.remove(i);
          }
        }
      }
    });
    return text.text();
  }

  private static boolean isLastSpaced(TextTree.Node object) {
    if (object.members().isEmpty()) {
      return false;
    }
    TextTree.Member last = object.members().getLast();
    return last.value().from() > last.colonFrom() + 1;
  }

  /// @param around the object that the value is in, however deep in lists
  private static String value(TextTree.Node old, JsonValue after, TextTree.Node around) {
    if (says(old, after)) {
      return old.raw();
    }
    if (after instanceof JsonValue.Obj(Map<String, JsonValue> members)
        && !old.members().isEmpty()
        && !members.isEmpty()) {
      Map<String, @Nullable JsonValue> wanted = new LinkedHashMap<>();
      members.forEach((key, member) -> {
        TextTree.Node before = old.find(key);
        if (before == null || !says(before, member)) {
          wanted.put(key, member);
        }
      });
      old.members()
          .forEach(member -> {
            if (!members.containsKey(member.key())) {
              wanted.put(member.key(), null);
            }
          });
      return object(old, wanted);
    }
    if (after instanceof JsonValue.Arr(List<JsonValue> items)
        && !old.items().isEmpty()
        && !items.isEmpty()) {
      return array(old, items, around);
    }
    String before = whiteBefore(old);
    boolean isItem = old.text().charAt(old.from() - before.length() - 1) != ':';
    return laidOut(after, isItem ? before : new MemberText(around).indent(), !before.isEmpty());
  }

  private static String array(TextTree.Node old, List<JsonValue> items, TextTree.Node around) {
    StringBuilder out = new StringBuilder();
    int done = old.from();
    int common = Math.min(old.items().size(), items.size());
    for (int i = 0; i < common; i++) {
      TextTree.Node item = old.items().get(i);
      out.append(old.text(), done, item.from()).append(value(item, items.get(i), around));
      done = item.to();
    }
    String indent = whiteBefore(old.items().getFirst());
    boolean spaced = !whiteBefore(old).isEmpty() || indent.indexOf('\n') >= 0;
    for (int i = common; i < items.size(); i++) {
      out.append(',').append(indent).append(laidOut(items.get(i), indent, spaced));
    }
    return out.append(old.text(), old.items().getLast().to(), old.to()).toString();
  }

  private static String whiteBefore(TextTree.Node value) {
    int from = value.from();
    while (value.text().charAt(from - 1) <= ' ') {
      from--;
    }
    return value.text().substring(from, value.from());
  }

  /// @param indent white space before what stands beside the value
  private static String laidOut(JsonValue value, String indent, boolean spaced) {
    boolean lines = indent.indexOf('\n') >= 0;
    String deeper = lines ? indent + LEVEL : "";
    List<String> parts = new ArrayList<>();
    if (value instanceof JsonValue.Obj(Map<String, JsonValue> members) && !members.isEmpty()) {
      members.forEach((key, member) ->
          parts.add(
              deeper
                  + TextValues.quoted(key)
                  + (spaced ? ": " : ":")
                  + laidOut(member, deeper, spaced)));
      return "{" + String.join(",", parts) + (lines ? indent : "") + "}";
    }
    if (value instanceof JsonValue.Arr(List<JsonValue> items) && !items.isEmpty()) {
      items.forEach(item -> parts.add(deeper + laidOut(item, deeper, spaced)));
      return "[" + String.join(",", parts) + (lines ? indent : "") + "]";
    }
    return TextValues.text(value);
  }

  /// Whether a value says what it is to say: numbers by value, objects whatever the order.
  private static boolean says(TextTree.Node old, JsonValue after) {
    return switch (after) {
      case JsonValue.Num(double number, _) ->
          old.isNumber() && Double.parseDouble(old.raw()) == number;
      case JsonValue.Str(String text) -> old.isString() && old.string().equals(text);
      case JsonValue.Bool(boolean truth) -> old.raw().equals(String.valueOf(truth));
      case JsonValue.Null _ -> old.raw().equals("null");
      case JsonValue.Arr(List<JsonValue> items) -> {
        boolean same = old.isArray() && old.items().size() == items.size();
        for (int i = 0; same && i < items.size(); i++) {
          same = says(old.items().get(i), items.get(i));
        }
        yield same;
      }
      case JsonValue.Obj(Map<String, JsonValue> members) -> {
        boolean same = old.isObject();
        int known = 0;
        for (Map.Entry<String, JsonValue> member : members.entrySet()) {
          TextTree.Node before = old.find(member.getKey());
          same &= before != null && says(before, member.getValue());
          known++;
        }
        yield same && known == old.members().stream().map(TextTree.Member::key).distinct().count();
      }
    };
  }
}

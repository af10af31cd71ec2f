package sluice.format.penpot.shape;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonSpans;
import sluice.json.JsonTree;
import sluice.json.JsonUpdate;
import sluice.json.JsonValue;
import sluice.json.ObjectSpans;

/// One shape as fields that can be read and set; its other bytes stay as they are.
///
/// Fields are read when they are asked for. A field set to what it says already is no change.
public final class Shape {
  private final byte[] bytes;
  private final int count;
  private final ObjectSpans members;
  private final Map<String, JsonValue> read = new HashMap<>();
  private final Map<String, @Nullable JsonValue> wanted = new LinkedHashMap<>();
  private final Map<String, String> tokens = new HashMap<>();
  private String token = "";

  /// A shape from its JSON.
  ///
  /// @param bytes valid JSON, an object
  /// @param count how many bytes of them
  public Shape(byte[] bytes, int count) {
    this.bytes = bytes;
    this.count = count;
    this.members = new ObjectSpans(bytes, JsonSpans.skipWhite(bytes, 0));
  }

  /// A field's value as it is now, or null when it is absent; JSON null counts as absent.
  public @Nullable JsonValue get(String key) {
    JsonValue value = wanted.containsKey(key) ? wanted.get(key) : stored(key);
    return value instanceof JsonValue.Null ? null : value;
  }

  /// A field's value as it is stored, JSON null included.
  public @Nullable JsonValue stored(String key) {
    JsonValue known = read.get(key);
    if (known != null) {
      return known;
    }
    int member = members.find(key);
    if (member < 0) {
      return null;
    }
    JsonValue value = JsonTree.read(bytes, members.valueFrom(member));
    read.put(key, value);
    return value;
  }

  /// Where a field's value lies, as offsets of its first byte and of the byte behind it; null when
  /// it is absent.
  public int @Nullable [] span(String key) {
    int member = members.find(key);
    return member < 0 ? null : new int[] {members.valueFrom(member), members.valueTo(member)};
  }

  /// A field's text, or null when it is absent or no text.
  public @Nullable String text(String key) {
    return Json.textOf(get(key));
  }

  /// The type: `rect`, `frame`, `text`, …; empty when there is none.
  public String type() {
    String type = text("type");
    return type == null ? "" : type;
  }

  /// Whether a field is `true`.
  boolean flag(String key) {
    return get(key) instanceof JsonValue.Bool(boolean value) && value;
  }

  /// Whether it is a frame that lays out its children.
  public boolean hasLayout() {
    String layout = text("layout");
    return type().equals("frame") && ("flex".equals(layout) || "grid".equals(layout));
  }

  /// Whether there are shapes inside.
  public boolean hasChildren() {
    return !Json.items(get("shapes")).isEmpty();
  }

  /// Says on behalf of which token the fields are set from here on.
  void turnTo(String name) {
    token = name;
  }

  void set(String key, JsonValue value) {
    wanted.put(key, value);
    tokens.put(key, token);
  }

  void remove(String key) {
    if (members.find(key) >= 0 || wanted.containsKey(key)) {
      wanted.put(key, null);
      tokens.put(key, token);
    }
  }

  /// Notes that the token at work sets a member somewhere inside a field.
  void setsInside(String field, String member) {
    tokens.put(field + "." + member, token);
  }

  /// Whether a field is set to something else than is stored.
  boolean changes(String key) {
    return wanted.containsKey(key) && !JsonUpdate.same(stored(key), wanted.get(key));
  }

  /// Whether anything is set to something else than is stored.
  boolean isChanged() {
    for (String key : wanted.keySet()) {
      if (changes(key)) {
        return true;
      }
    }
    return false;
  }

  /// The keys that were set, whether or not to something else.
  public Iterable<String> keysSet() {
    return List.copyOf(wanted.keySet());
  }

  /// The changes as an update of the JSON.
  public JsonUpdate update() {
    JsonUpdate update = new JsonUpdate(bytes, count);
    update.root(members, this::stored, wanted);
    return update;
  }

  /// The token on whose behalf something changed.
  ///
  /// @param path as in [JsonUpdate.Change#path]
  public String tokenOf(String path) {
    int dot = path.indexOf('.');
    String field = dot < 0 ? path : path.substring(0, dot);
    if (dot >= 0) {
      for (String part : path.substring(dot + 1).split("\\.", -1)) {
        String inside = tokens.get(field + "." + part);
        if (inside != null) {
          return inside;
        }
      }
    }
    return tokens.getOrDefault(field, "");
  }
}

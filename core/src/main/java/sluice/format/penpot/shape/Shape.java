package sluice.format.penpot.shape;

import java.util.ArrayList;
import java.util.Arrays;
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
  private static final int FIELDS_AT_START = 16;

  private final byte[] bytes;
  private final int count;
  private final ObjectSpans members;
  private @Nullable Field[] fields = new Field[FIELDS_AT_START];
  private int fieldCount;
  private final Map<String, String> tokensInside = new HashMap<>();
  private String token = "";

  /// A field that was asked for.
  private static final class Field {
    final String key;

    /// What is stored, null when it is absent.
    final @Nullable JsonValue stored;

    boolean set;

    /// What it is set to, null to remove it.
    @Nullable JsonValue wanted;

    String token = "";

    Field(String key, @Nullable JsonValue stored) {
      this.key = key;
      this.stored = stored;
    }
  }

  /// A shape from its JSON.
  ///
  /// @param bytes valid JSON, an object
  /// @param count how many bytes of them
  public Shape(byte[] bytes, int count) {
    this.bytes = bytes;
    this.count = count;
    this.members = new ObjectSpans(bytes, JsonSpans.skipWhite(bytes, 0));
  }

  /// A shape has few fields that are asked for, and their keys are constants: looking through them
  /// is faster than hashing.
  private @Nullable Field known(String key) {
    for (int i = 0; i < fieldCount; i++) {
      Field field = fields[i];
      if (field != null && field.key.equals(key)) {
        return field;
      }
    }
    return null;
  }

  private Field field(String key) {
    Field known = known(key);
    if (known != null) {
      return known;
    }
    int member = members.find(key);
    Field made =
        new Field(key, member < 0 ? null : JsonTree.read(bytes, members.valueFrom(member)));
    if (fieldCount == fields.length) {
      fields = Arrays.copyOf(fields, 2 * fieldCount);
    }
    fields[fieldCount++] = made;
    return made;
  }

  /// A field's value as it is now, or null when it is absent; JSON null counts as absent.
  public @Nullable JsonValue get(String key) {
    Field field = field(key);
    JsonValue value = field.set ? field.wanted : field.stored;
    return value instanceof JsonValue.Null ? null : value;
  }

  /// A field's value as it is stored, JSON null included.
  public @Nullable JsonValue stored(String key) {
    return field(key).stored;
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

  /// Ids of the shapes inside, from back to front.
  public List<String> children() {
    List<String> ids = new ArrayList<>();
    for (JsonValue child : Json.items(get("shapes"))) {
      if (child instanceof JsonValue.Str(String id)) {
        ids.add(id);
      }
    }
    return ids;
  }

  /// Whether it is a group that shows only what its first shape covers.
  public boolean isMasked() {
    return flag("maskedGroup");
  }

  /// Says on behalf of which token the fields are set from here on.
  void turnTo(String name) {
    token = name;
  }

  void set(String key, JsonValue value) {
    Field field = field(key);
    field.set = true;
    field.wanted = value;
    field.token = token;
  }

  void remove(String key) {
    Field field = field(key);
    if (field.stored != null || field.set) {
      field.set = true;
      field.wanted = null;
      field.token = token;
    }
  }

  /// Notes that the token at work sets a member somewhere inside a field.
  void setsInside(String field, String member) {
    tokensInside.put(field + "." + member, token);
  }

  /// Whether a field is set to something else than is stored.
  boolean changes(String key) {
    Field field = known(key);
    return field != null && isChanged(field);
  }

  private static boolean isChanged(Field field) {
    return field.set && !JsonUpdate.same(field.stored, field.wanted);
  }

  /// Whether anything is set to something else than is stored.
  boolean isChanged() {
    for (int i = 0; i < fieldCount; i++) {
      Field field = fields[i];
      if (field != null && isChanged(field)) {
        return true;
      }
    }
    return false;
  }

  /// The keys that are set to something else than is stored.
  public List<String> keysChanged() {
    return List.copyOf(changed().keySet());
  }

  private Map<String, @Nullable JsonValue> changed() {
    Map<String, @Nullable JsonValue> changed = new LinkedHashMap<>();
    for (int i = 0; i < fieldCount; i++) {
      Field field = fields[i];
      if (field != null && isChanged(field)) {
        changed.put(field.key, field.wanted);
      }
    }
    return changed;
  }

  /// The changes as an update of the JSON.
  ///
  /// @param records whether each change is recorded
  public JsonUpdate update(boolean records) {
    JsonUpdate update = new JsonUpdate(bytes, count, records);
    update.root(members, this::stored, changed());
    return update;
  }

  /// The token on whose behalf something changed.
  ///
  /// @param path as in [JsonUpdate.Change#path]
  public String tokenOf(String path) {
    int dot = path.indexOf('.');
    String key = dot < 0 ? path : path.substring(0, dot);
    if (dot >= 0) {
      for (String part : path.substring(dot + 1).split("\\.", -1)) {
        String inside = tokensInside.get(key + "." + part);
        if (inside != null) {
          return inside;
        }
      }
    }
    Field field = known(key);
    return field == null ? "" : field.token;
  }
}

package sluice.cli.command;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A JSON object in a test, read by keys that must be there.
///
/// @param members its members
record JsonObject(Map<?, ?> members) {

  static JsonObject read(String text) {
    try {
      return of(SmallJson.read(text));
    } catch (SmallJson.MalformedException e) {
      throw new AssertionError(text, e);
    }
  }

  private static JsonObject of(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return new JsonObject(map);
    }
    throw new AssertionError("no object: " + value);
  }

  boolean has(String key) {
    return members.containsKey(key);
  }

  Object get(String key) {
    return Objects.requireNonNull(members.get(key), key);
  }

  long number(String key) {
    return Long.parseLong(((SmallJson.Scalar) get(key)).text());
  }

  JsonObject object(String key) {
    return of(get(key));
  }

  List<JsonObject> objects(String key) {
    return ((List<?>) get(key)).stream().map(JsonObject::of).toList();
  }
}

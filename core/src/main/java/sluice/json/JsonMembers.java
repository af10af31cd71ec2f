package sluice.json;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The members of an object in written order, never changed.
///
/// A field's objects have a handful of members, and looking through so few is faster than hashing,
/// and costs two arrays. An index is added from [#INDEXED_FROM] members on.
final class JsonMembers extends AbstractMap<String, JsonValue> {
  private static final int INDEXED_FROM = 24;
  private static final int ROOM_AT_START = 6;

  private @Nullable String[] keys = new String[ROOM_AT_START];
  private @Nullable JsonValue[] values = new JsonValue[ROOM_AT_START];
  private int size;
  private @Nullable Map<String, Integer> index;

  JsonMembers() {}

  /// The members of a map, in its order.
  static JsonMembers of(Map<String, JsonValue> members) {
    if (members instanceof JsonMembers known) {
      return known;
    }
    JsonMembers made = new JsonMembers();
    members.forEach(made::add);
    return made;
  }

  /// Adds a member while the object is made; of two with one key the last counts.
  void add(String key, JsonValue value) {
    int known = find(key);
    if (known >= 0) {
      values[known] = value;
      return;
    }
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
      values = Arrays.copyOf(values, size * 2);
    }
    keys[size] = key;
    values[size] = value;
    size++;
    if (index != null) {
      index.put(key, size - 1);
    } else if (size == INDEXED_FROM) {
      Map<String, Integer> made = new HashMap<>();
      for (int i = 0; i < size; i++) {
        made.put(key(i), i);
      }
      index = made;
    }
  }

  String key(int at) {
    String key = keys[at];
    if (key == null) {
      throw new IndexOutOfBoundsException(at);
    }
    return key;
  }

  JsonValue value(int at) {
    JsonValue value = values[at];
    if (value == null) {
      throw new IndexOutOfBoundsException(at);
    }
    return value;
  }

  /// The place of a key, or -1.
  @SuppressWarnings("ReferenceEquality") // a shortcut; the second loop finds what it misses
  int find(String key) {
    if (index != null) {
      Integer known = index.get(key);
      return known == null ? -1 : known;
    }
    // Keys that are usual in fields are shared strings, as those asked for are.
    for (int i = 0; i < size; i++) {
      if (keys[i] == key) {
        return i;
      }
    }
    for (int i = 0; i < size; i++) {
      if (key.equals(keys[i])) {
        return i;
      }
    }
    return -1;
  }

  @Nullable JsonValue member(String key) {
    int at = find(key);
    return at < 0 ? null : values[at];
  }

  @Override
  public @Nullable JsonValue get(@Nullable Object key) {
    return key instanceof String text ? member(text) : null;
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return key instanceof String text && find(text) >= 0;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Set<Entry<String, JsonValue>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return size;
      }

      @Override
      public Iterator<Entry<String, JsonValue>> iterator() {
        return new Iterator<>() {
          private int next;

          @Override
          public boolean hasNext() {
            return next < size;
          }

          @Override
          public Entry<String, JsonValue> next() {
            if (next == size) {
              throw new NoSuchElementException();
            }
            next++;
            return Map.entry(key(next - 1), value(next - 1));
          }
        };
      }
    };
  }
}

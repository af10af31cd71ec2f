package sluice.resolve;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Names of tokens as numbers from 0, so that what belongs to a name can lie in an array.
final class NameIndex {
  /// The number of a name that is not there.
  static final int NONE = -1;

  private final Map<String, Integer> numbers;

  NameIndex(int expected) {
    numbers = LinkedHashMap.newLinkedHashMap(expected);
  }

  /// The number of a name, a new one if it has none yet.
  int add(String name) {
    int next = numbers.size();
    Integer known = numbers.putIfAbsent(name, next);
    return known == null ? next : known;
  }

  /// The number of a name, or [#NONE].
  int of(String name) {
    @Nullable Integer number = numbers.get(name);
    return number == null ? NONE : number;
  }

  /// How many names there are.
  int size() {
    return numbers.size();
  }

  /// All names by number.
  Set<String> names() {
    return numbers.keySet();
  }
}

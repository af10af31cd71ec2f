package sluice.resolve.math;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The variables an expression has set so far.
final class Scope {
  private final Map<String, Value> values;

  Scope() {
    this.values = new HashMap<>();
  }

  private Scope(Map<String, Value> values) {
    this.values = values;
  }

  @Nullable Value get(String name) {
    return values.get(name);
  }

  void set(String name, Value value) {
    values.put(name, value);
  }

  int size() {
    return values.size();
  }

  Scope copy() {
    return new Scope(new HashMap<>(values));
  }
}

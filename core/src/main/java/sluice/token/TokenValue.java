package sluice.token;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A token's value as the JSON it was written in: text may hold references and maths, composites
/// hold further values.
public sealed interface TokenValue {

  /// Text, possibly with references (`{color.brand}`) and maths in it.
  record Text(String text) implements TokenValue {}

  /// A number without a unit.
  record Num(double value) implements TokenValue {}

  /// `true` or `false` as a JSON literal.
  record Bool(boolean value) implements TokenValue {}

  /// JSON `null`.
  record Nothing() implements TokenValue {}

  /// Several layers, such as a stack of shadows.
  record Many(List<TokenValue> items) implements TokenValue {
    public Many {
      items = List.copyOf(items);
    }
  }

  /// A composite: named parts in written order.
  record Parts(Map<String, TokenValue> parts) implements TokenValue {
    public Parts {
      parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }
  }
}

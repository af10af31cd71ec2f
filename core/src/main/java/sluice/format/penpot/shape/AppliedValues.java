package sluice.format.penpot.shape;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.resolve.penpot.PenpotColor;
import sluice.token.TokenValue;

/// The values of the tokens applied to a shape, by attribute. Immutable; safe to share.
public final class AppliedValues {
  private final EnumMap<Attribute, Value> values;

  /// The value of one token.
  ///
  /// @param token its name
  /// @param value what it came to, as `sluice.resolve.penpot` gives it
  /// @param color the same as a colour, null when it is none
  public record Value(String token, TokenValue value, @Nullable PenpotColor color) {
    /// A value that may be a colour.
    public Value(String token, TokenValue value) {
      this(
          token,
          value,
          value instanceof TokenValue.Text(String text) ? PenpotColor.parse(text) : null);
    }
  }

  /// Values by attribute; what could not be resolved is left out.
  public AppliedValues(Map<Attribute, Value> values) {
    this.values = new EnumMap<>(Attribute.class);
    this.values.putAll(values);
  }

  /// The value of an attribute, or null.
  public @Nullable Value get(Attribute attribute) {
    return values.get(attribute);
  }

  /// The values in the order in which they are applied.
  public Map<Attribute, Value> all() {
    return Collections.unmodifiableMap(values);
  }
}

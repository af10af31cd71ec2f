package sluice.finding;

import sluice.resolve.color.Rgba;

/// A value on a node that could come from a token, and does not.
public sealed interface RawValue {
  /// Where it is, a dotted path inside the node in the document format's own words.
  String property();

  /// What kind of value it is.
  ValueKind kind();

  /// The value as people write it: `#rrggbb`, `#rrggbbaa`, a number, a name.
  String text();

  /// A colour.
  record Color(String property, Rgba color) implements RawValue {
    @Override
    public ValueKind kind() {
      return ValueKind.COLOR;
    }

    @Override
    public String text() {
      return ValueWords.hex(color);
    }
  }

  /// A number; lengths are in pixels.
  record Amount(String property, ValueKind kind, double value) implements RawValue {
    @Override
    public String text() {
      return ValueWords.number(value);
    }
  }

  /// A name, such as that of a font.
  record Name(String property, ValueKind kind, String text) implements RawValue {}
}

package sluice.testkit.generate;

import java.util.List;

/// One design token as a library file holds it.
///
/// @param name segments joined by `.`, none of them a whole token's name
/// @param type Tokens Studio's word
/// @param valueJson the value as JSON text
/// @param modifierJson the `modify` extension as JSON text, empty for none
record TokenEntry(String name, String type, String valueJson, String modifierJson) {
  static TokenEntry of(String name, String type, String text) {
    return new TokenEntry(name, type, "\"" + text + "\"", "");
  }

  static TokenEntry composite(String name, String type, String json) {
    return new TokenEntry(name, type, json, "");
  }

  /// One token set.
  ///
  /// @param name may contain `/`
  /// @param tokens in file order
  record InSet(String name, List<TokenEntry> tokens) {
    InSet {
      tokens = List.copyOf(tokens);
    }
  }
}

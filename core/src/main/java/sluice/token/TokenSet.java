package sluice.token;

import java.util.List;

/// Tokens loaded and ordered together.
///
/// @param name the set's name; may hold slashes (`mode/dark`)
/// @param tokens in written order; the same name may occur twice
public record TokenSet(String name, List<Token> tokens) {
  public TokenSet {
    tokens = List.copyOf(tokens);
  }
}

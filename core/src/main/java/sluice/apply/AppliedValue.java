package sluice.apply;

import sluice.token.TokenValue;

/// The value one property key of a node takes.
///
/// @param value the resolved value; for a composition's member that member's value
/// @param token the name stored on the node that brought the value, for reports
public record AppliedValue(TokenValue value, String token) {

  /// Whether the value is the word that clears a property instead of setting it.
  public boolean clears() {
    return value instanceof TokenValue.Text(String text) && text.equals("none");
  }
}

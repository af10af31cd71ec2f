package sluice.cli.command;

import sluice.TokensJson;
import sluice.token.TokenValue;

/// A token's value in a table: text without quotes, everything else as JSON.
final class ValueText {
  private ValueText() {}

  static String of(TokenValue value) {
    return value instanceof TokenValue.Text(String text) ? text : TokensJson.of(value);
  }
}

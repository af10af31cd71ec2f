package sluice.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.token.TokenValue;

/// Compares values as closely as facts are given: numbers to 10⁻⁶, colour channels to 1 of 255.
final class CloseValue {
  private CloseValue() {}

  /// Equal but for the last digits of a number and the last bit of a colour channel.
  static void check(TokenValue expected, TokenValue actual, String where) {
    switch (expected) {
      case TokenValue.Num(double number) when actual instanceof TokenValue.Num(double other) ->
          assertEquals(number, other, 1e-6, where);
      case TokenValue.Text(String text) when actual instanceof TokenValue.Text(String other) -> {
        if (!isCloseColor(text, other)) {
          assertEquals(text, other, where);
        }
      }
      case TokenValue.Many(List<TokenValue> items)
          when actual instanceof TokenValue.Many(List<TokenValue> others)
              && items.size() == others.size() -> {
        for (int i = 0; i < items.size(); i++) {
          check(items.get(i), others.get(i), where + "." + i);
        }
      }
      case TokenValue.Parts parts
          when actual instanceof TokenValue.Parts others
              && parts.parts().keySet().equals(others.parts().keySet()) ->
          parts
              .parts()
              .forEach((key, part) -> {
                TokenValue other = others.parts().get(key);
                assertNotNull(other);
                check(part, other, where + "." + key);
              });
      default -> assertEquals(expected, actual, where);
    }
  }

  private static boolean isCloseColor(String expected, String actual) {
    int[] a = channels(expected);
    int[] b = channels(actual);
    if (a == null || b == null) {
      return false;
    }
    for (int i = 0; i < 4; i++) {
      if (Math.abs(a[i] - b[i]) > 1) {
        return false;
      }
    }
    return true;
  }

  private static int @Nullable [] channels(String hex) {
    if (!hex.matches("#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")) {
      return null;
    }
    int[] channels = {0, 0, 0, 255};
    int digits = hex.length() < 6 ? 1 : 2;
    for (int i = 1; i < hex.length(); i += digits) {
      int channel = Integer.parseInt(hex, i, i + digits, 16);
      channels[(i - 1) / digits] = digits == 1 ? channel * 17 : channel;
    }
    return channels;
  }
}

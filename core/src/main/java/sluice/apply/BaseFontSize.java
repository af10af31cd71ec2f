package sluice.apply;

import java.util.HashSet;
import java.util.Set;
import sluice.resolve.ResolvedToken;
import sluice.resolve.ResolvedTokens;
import sluice.token.NumberText;
import sluice.token.TokenValue;

/// What one `em` or `rem` is worth, in pixels.
public final class BaseFontSize {
  /// The worth when nothing, or nothing sensible, is set.
  public static final double DEFAULT_PX = 16;

  private BaseFontSize() {}

  /// The size a setting stands for: its leading number, or of a reference such as `{font.base}`
  /// that token's value; [#DEFAULT_PX] when that is no number.
  public static double px(String setting, ResolvedTokens tokens) {
    String text = setting;
    Set<String> seen = new HashSet<>();
    while (text.startsWith("{") && text.endsWith("}") && seen.add(text)) {
      ResolvedToken token = tokens.find(text.substring(1, text.length() - 1));
      if (token == null || token.failed()) {
        return DEFAULT_PX;
      }
      text =
          token.value() instanceof TokenValue.Text(String value)
              ? value
              : DocumentationText.of(token.value());
    }
    return px(text);
  }

  /// The leading number of a text, or [#DEFAULT_PX] when it has none.
  public static double px(String text) {
    double px = NumberText.parseFloat(text);
    return Double.isNaN(px) ? DEFAULT_PX : px;
  }
}

package sluice.resolve;

import java.util.function.Supplier;

/// Text that takes another text's place the way JavaScript's `replace` puts it in: `$$` is a dollar
/// sign, `$&` the replaced text, `` $` `` what stands before it and `$'` what stands behind it. All
/// else goes in as it is, `$1` included, for nothing is captured.
public final class Replacement {
  private Replacement() {}

  /// The text that goes in. It is cut off behind `limit` characters, so that a short text of many
  /// patterns can't fill the memory; who calls refuses such a length.
  public static String of(
      String text, String replaced, Supplier<String> before, Supplier<String> after, int limit) {
    int dollar = text.indexOf('$');
    if (dollar < 0) {
      return text;
    }
    StringBuilder expanded = new StringBuilder(text.length());
    int copied = 0;
    while (dollar >= 0 && dollar + 1 < text.length() && expanded.length() <= limit) {
      String instead =
          switch (text.charAt(dollar + 1)) {
            case '$' -> "$";
            case '&' -> replaced;
            case '`' -> before.get();
            case '\'' -> after.get();
            default -> null;
          };
      if (instead != null) {
        expanded.append(text, copied, dollar).append(instead);
        copied = dollar + 2;
      }
      dollar = text.indexOf('$', instead == null ? dollar + 1 : copied);
    }
    return expanded.append(text, copied, text.length()).toString();
  }
}

package sluice.apply;

import java.util.Locale;

/// The line that goes with text.
public enum TextDecoration {
  NONE,
  UNDERLINE,
  STRIKETHROUGH;

  /// The decoration a text stands for, in any spelling; an unknown word is none.
  public static TextDecoration of(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "underline" -> UNDERLINE;
      case "line-through", "strikethrough" -> STRIKETHROUGH;
      default -> NONE;
    };
  }
}

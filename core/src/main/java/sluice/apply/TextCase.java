package sluice.apply;

import java.util.Locale;

/// How letters are capitalised.
public enum TextCase {
  ORIGINAL,
  UPPER,
  LOWER,
  TITLE,
  SMALL_CAPS,
  SMALL_CAPS_FORCED;

  /// The case a text stands for, in any spelling; an unknown word leaves letters as they are.
  public static TextCase of(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "uppercase", "upper" -> UPPER;
      case "lowercase", "lower" -> LOWER;
      case "capitalize", "title" -> TITLE;
      case "small-caps", "small_caps" -> SMALL_CAPS;
      case "all-small-caps", "small_caps_forced" -> SMALL_CAPS_FORCED;
      default -> ORIGINAL;
    };
  }
}

package sluice.cli.terminal;

/// Text from documents and token files, made safe to show: a name cannot move the cursor, change
/// colours or ring the bell.
public final class Printable {
  private static final char REPLACEMENT = '\uFFFD';

  private Printable() {}

  /// Text of one line; line ends count as control characters.
  public static String line(String text) {
    return clean(text, false);
  }

  /// Text of several lines.
  public static String lines(String text) {
    return clean(text, true);
  }

  private static String clean(String text, boolean keepLineEnds) {
    StringBuilder cleaned = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) && !(keepLineEnds && c == '\n')) {
        if (cleaned == null) {
          cleaned = new StringBuilder(text);
        }
        cleaned.setCharAt(i, c == '\t' || c == '\n' ? ' ' : REPLACEMENT);
      }
    }
    return cleaned == null ? text : cleaned.toString();
  }
}

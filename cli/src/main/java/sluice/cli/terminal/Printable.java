package sluice.cli.terminal;

import org.jspecify.annotations.Nullable;
import sluice.problem.Location;
import sluice.problem.Problem;

/// Text from documents and token files, made safe to show: a name cannot move the cursor, change
/// colours, ring the bell, turn the direction of what follows, or begin a line of its own that
/// looks like ours.
public final class Printable {
  private static final char REPLACEMENT = '\uFFFD';
  private static final char LINE_SEPARATOR = '\u2028';
  private static final char PARAGRAPH_SEPARATOR = '\u2029';

  private Printable() {}

  /// Text of one line; line ends count as control characters.
  public static String line(String text) {
    StringBuilder cleaned = null;
    for (int i = 0; i < text.length(); i++) {
      char c = cleaned(text.charAt(i));
      if (c != text.charAt(i)) {
        if (cleaned == null) {
          cleaned = new StringBuilder(text);
        }
        cleaned.setCharAt(i, c);
      }
    }
    return cleaned == null ? text : cleaned.toString();
  }

  /// A problem, each of its parts on one line.
  public static String problem(Problem problem) {
    Location where = problem.where();
    return new Problem(
            problem.code(),
            line(problem.what()),
            where == null ? null : new Location.InWhole(line(where.toString())),
            lineOrNull(problem.why()),
            lineOrNull(problem.help()))
        .render();
  }

  private static @Nullable String lineOrNull(@Nullable String text) {
    return text == null ? null : line(text);
  }

  private static char cleaned(char c) {
    if (c == '\t' || c == '\n' || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR) {
      return ' ';
    }
    return Character.isISOControl(c) || turnsDirection(c) ? REPLACEMENT : c;
  }

  /// Embeddings, overrides and isolates (Unicode Standard Annex 9, explicit formatting). Letters
  /// that are written from right to left need none of them.
  private static boolean turnsDirection(char c) {
    return (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
  }
}

package sluice.problem;

import org.jspecify.annotations.Nullable;

/// One thing that went wrong: what, where, why, and what to do about it.
///
/// @param code the stable kind
/// @param what one line that names the thing, without the place
/// @param where the place, or null when the problem has none (a bad flag)
/// @param why what was seen and what was allowed, or null when `what` says it all
/// @param help what the person can do, or null when nothing sensible can be advised
public record Problem(
    ProblemCode code,
    String what,
    @Nullable Location where,
    @Nullable String why,
    @Nullable String help) {

  /// A problem with nothing but a kind and a sentence.
  public static Problem of(ProblemCode code, String what) {
    return new Problem(code, what, null, null, null);
  }

  /// The same problem at a place.
  public Problem at(Location location) {
    return new Problem(code, what, location, why, help);
  }

  /// The same problem with its reason.
  public Problem because(String reason) {
    return new Problem(code, what, where, reason, help);
  }

  /// The same problem with advice.
  public Problem advising(String advice) {
    return new Problem(code, what, where, why, advice);
  }

  /// The text shown on a terminal: one headline and an indented line each for where, why and help.
  public String render() {
    StringBuilder text = new StringBuilder();
    String level =
        switch (code.severity()) {
          case ERROR -> "error";
          case WARNING -> "warning";
          case INFO -> "info";
        };
    text.append(level).append('[').append(code.text()).append("]: ").append(what);
    appendLine(text, "where", where == null ? null : where.toString());
    appendLine(text, "why", why);
    appendLine(text, "help", help);
    return text.toString();
  }

  private static void appendLine(StringBuilder text, String label, @Nullable String line) {
    if (line != null) {
      text.append("\n  ").append("%-6s ".formatted(label)).append(line);
    }
  }
}

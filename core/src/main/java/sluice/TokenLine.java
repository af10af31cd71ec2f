package sluice;

import java.nio.charset.StandardCharsets;
import sluice.json.JsonText;
import sluice.problem.Problem;
import sluice.resolve.ResolvedToken;

/// One resolved token as one line of JSON, after the comma and line end that separate it from the
/// one before.
final class TokenLine {
  /// Size of the comma and line end in front.
  static final int SEPARATOR_SIZE_BYTES = 2;

  private static final int SIZE_CHARS_FIRST = 256;

  private final StringBuilder text = new StringBuilder(SIZE_CHARS_FIRST);

  private TokenLine() {}

  /// Comma, line end and the object, in UTF-8.
  static byte[] of(ResolvedToken token) {
    TokenLine line = new TokenLine();
    line.write(token);
    return line.text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void write(ResolvedToken resolved) {
    text.append(",\n{\"name\": ");
    JsonText.quote(resolved.name(), text);
    String type = resolved.token().type();
    if (type != null) {
      JsonText.quote(type, text.append(", \"type\": "));
    }
    TokensJson.write(resolved.value(), text.append(", \"value\": "));
    TokensJson.write(resolved.token().value(), text.append(", \"raw\": "));
    JsonText.quote(resolved.token().set(), text.append(", \"set\": "));
    if (resolved.token().location() != null) {
      JsonText.quote(resolved.token().location().toString(), text.append(", \"location\": "));
    }
    text.append(", \"status\": ").append(resolved.failed() ? "\"unresolved\"" : "\"resolved\"");
    Problem problem = resolved.problem();
    if (resolved.failed() && problem != null) {
      JsonText.quote(problem.code().text(), text.append(", \"problem\": "));
      if (problem.why() != null) {
        JsonText.quote(problem.why(), text.append(", \"why\": "));
      }
      if (problem.help() != null) {
        JsonText.quote(problem.help(), text.append(", \"help\": "));
      }
    }
    text.append('}');
  }
}

package sluice;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import sluice.json.JsonText;
import sluice.problem.Problem;
import sluice.resolve.ResolvedToken;
import sluice.token.NumberText;
import sluice.token.Theme;
import sluice.token.TokenValue;

/// Resolved tokens as the JSON that `sluice resolve --format json` writes: one line for each token,
/// in merge order. `docs/reference/cli.md` has the members.
public final class TokensJson {
  private final StringBuilder text = new StringBuilder();
  private boolean first;

  private TokensJson() {}

  /// Writes one JSON object with a line end.
  ///
  /// @param includeAll whether tokens of disabled sets and remarks on groups are there too
  /// @throws IOException what `out` throws
  public static void write(TokenValues values, boolean includeAll, Appendable out)
      throws IOException {
    new TokensJson().writeAll(values, includeAll, out);
  }

  private void writeAll(TokenValues values, boolean includeAll, Appendable out) throws IOException {
    List<Theme> themes = values.selection().themes();
    text.append("{\n\"themes\": ");
    names(themes.stream().map(Theme::label).toList());
    text.append(",\n\"sets\": ");
    names(values.enabledSets());
    text.append(",\n\"tokens\": [");
    String separator = "\n";
    for (ResolvedToken token : values.resolved().all()) {
      if (includeAll || values.isListed(token)) {
        text.append(separator);
        write(token);
        out.append(text);
        text.setLength(0);
        separator = ",\n";
      }
    }
    out.append(text.append("\n]\n}\n"));
  }

  private void names(List<String> names) {
    text.append('[');
    for (int i = 0; i < names.size(); i++) {
      text.append(i == 0 ? "" : ", ");
      JsonText.quote(names.get(i), text);
    }
    text.append(']');
  }

  private void write(ResolvedToken resolved) {
    first = true;
    text.append('{');
    member("name", resolved.name());
    String type = resolved.token().type();
    if (type != null) {
      member("type", type);
    }
    key("value");
    write(resolved.value(), text);
    key("raw");
    write(resolved.token().value(), text);
    member("set", resolved.token().set());
    if (resolved.token().location() != null) {
      member("location", resolved.token().location().toString());
    }
    member("status", resolved.failed() ? "unresolved" : "resolved");
    Problem problem = resolved.problem();
    if (resolved.failed() && problem != null) {
      member("problem", problem.code().text());
    }
    text.append('}');
  }

  private void member(String key, String value) {
    key(key);
    JsonText.quote(value, text);
  }

  private void key(String key) {
    text.append(first ? "" : ", ");
    first = false;
    JsonText.quote(key, text);
    text.append(": ");
  }

  /// A value as compact JSON: numbers as numbers, text as strings, composites as objects and
  /// arrays. A number that JSON has no form for comes out as the text JavaScript gives it.
  static void write(TokenValue value, StringBuilder out) {
    switch (value) {
      case TokenValue.Text(String content) -> JsonText.quote(content, out);
      case TokenValue.Num(double number) -> {
        if (Double.isFinite(number)) {
          out.append(NumberText.of(number));
        } else {
          JsonText.quote(NumberText.of(number), out);
        }
      }
      case TokenValue.Bool(boolean flag) -> out.append(flag);
      case TokenValue.Nothing() -> out.append("null");
      case TokenValue.Many(List<TokenValue> items) -> {
        out.append('[');
        for (int i = 0; i < items.size(); i++) {
          out.append(i == 0 ? "" : ", ");
          write(items.get(i), out);
        }
        out.append(']');
      }
      case TokenValue.Parts(Map<String, TokenValue> parts) -> {
        out.append('{');
        String separator = "";
        for (Map.Entry<String, TokenValue> part : parts.entrySet()) {
          out.append(separator);
          JsonText.quote(part.getKey(), out);
          out.append(": ");
          write(part.getValue(), out);
          separator = ", ";
        }
        out.append('}');
      }
    }
  }

  /// A value as compact JSON text.
  public static String of(TokenValue value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }
}

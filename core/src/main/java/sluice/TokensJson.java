package sluice;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import sluice.json.JsonText;
import sluice.resolve.ResolvedToken;
import sluice.token.NumberText;
import sluice.token.Theme;
import sluice.token.TokenValue;

/// Resolved tokens as the JSON that `sluice resolve --format json` writes: one line for each token,
/// in merge order. `docs/reference/cli.md` has the members.
public final class TokensJson {
  private TokensJson() {}

  /// Writes one JSON object with a line end, in UTF-8.
  ///
  /// @param includeAll whether tokens of disabled sets and remarks on groups are there too
  /// @param out is neither flushed nor closed
  /// @throws IOException what `out` throws
  public static void write(TokenValues values, boolean includeAll, OutputStream out)
      throws IOException {
    write(values, includeAll, TokenLine::of, out);
    out.write('\n');
  }

  /// One object without a line end.
  static void write(
      TokenValues values,
      boolean includeAll,
      Function<ResolvedToken, byte[]> line,
      OutputStream out)
      throws IOException {
    StringBuilder head = new StringBuilder("{\n\"themes\": ");
    names(values.themes().stream().map(Theme::label).toList(), head);
    names(values.enabledSets(), head.append(",\n\"sets\": "));
    head.append(",\n\"tokens\": [\n");
    out.write(head.toString().getBytes(StandardCharsets.UTF_8));
    boolean first = true;
    for (ResolvedToken token : values.resolved().all()) {
      if (includeAll || values.isListed(token)) {
        byte[] bytes = line.apply(token);
        int skipped = first ? TokenLine.SEPARATOR_SIZE_BYTES : 0;
        out.write(bytes, skipped, bytes.length - skipped);
        first = false;
      }
    }
    out.write((first ? "]\n}" : "\n]\n}").getBytes(StandardCharsets.UTF_8));
  }

  private static void names(List<String> names, StringBuilder out) {
    out.append('[');
    for (int i = 0; i < names.size(); i++) {
      out.append(i == 0 ? "" : ", ");
      JsonText.quote(names.get(i), out);
    }
    out.append(']');
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

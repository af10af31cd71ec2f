package sluice.usage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import sluice.json.JsonText;

/// Usage as JSON, a token or value a line.
public final class UsageJson {
  private UsageJson() {}

  /// Writes all of it.
  ///
  /// @param out is not closed
  public static void write(TokenUsage usage, OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder("{\n\"nodesWithTokens\": ").append(usage.nodes());
    text.append(",\n\"tokens\": [");
    String between = "\n";
    for (UsedToken token : usage.tokens()) {
      name(token, text.append(between));
      text.append(", \"type\": ");
      String type = token.type();
      if (type == null) {
        text.append("null");
      } else {
        JsonText.quote(type, text);
      }
      text.append(", \"use\": \"").append(token.use().text()).append('"');
      uses(token, text);
      text.append(", \"referrers\": ").append(token.referrers()).append('}');
      between = ",\n";
      flush(text, out);
    }
    text.append("\n],\n\"unknown\": [");
    between = "\n";
    for (UsedToken token : usage.unknown()) {
      name(token, text.append(between));
      uses(token, text);
      String suggestion = usage.suggestion(token.name());
      if (!suggestion.isEmpty()) {
        JsonText.quote(suggestion, text.append(", \"suggestion\": "));
      }
      text.append('}');
      between = ",\n";
      flush(text, out);
    }
    text.append("\n],\n\"otherUnknown\": ").append(usage.otherUnknown());
    text.append(",\n\"untokenised\": [");
    between = "\n";
    for (RawUse use : usage.untokenised()) {
      JsonText.quote(use.kind(), text.append(between).append("{\"kind\": "));
      text.append(", \"value\": ").append(use.value());
      text.append(", \"count\": ").append(use.count());
      if (!use.nearest().isEmpty()) {
        JsonText.quote(use.nearest(), text.append(", \"nearest\": "));
        text.append(", \"nearestValue\": ").append(use.nearestValue());
        text.append(", \"distance\": ").append(use.distance());
      }
      text.append('}');
      between = ",\n";
      flush(text, out);
    }
    text.append("\n],\n\"untokenisedCount\": ").append(usage.untokenisedCount());
    text.append(",\n\"otherUntokenised\": ").append(usage.otherUntokenised()).append("\n}\n");
    flush(text, out);
  }

  private static void name(UsedToken token, StringBuilder text) {
    JsonText.quote(token.name(), text.append("{\"name\": "));
  }

  private static void uses(UsedToken token, StringBuilder text) {
    text.append(", \"nodes\": ").append(token.nodes());
    text.append(", \"pages\": ").append(token.pages()).append(", \"properties\": {");
    String between = "";
    for (var property : token.properties().entrySet()) {
      JsonText.quote(property.getKey(), text.append(between));
      text.append(": ").append(property.getValue());
      between = ", ";
    }
    text.append('}');
  }

  private static void flush(StringBuilder text, OutputStream out) throws IOException {
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    text.setLength(0);
  }
}

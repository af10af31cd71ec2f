package sluice;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Writes JSON as no tool would: any white space, any escape, any spelling of a number, members
/// left out and members twice.
public final class RandomSpelling {
  private static final Set<String> KEPT =
      Set.of("id", "type", "name", "children", "sharedPluginData", "document", "nodes", "tokens");

  /// Of these, a member may come twice; apply never removes one.
  private static final Set<String> TWICE =
      Set.of("opacity", "characters", "visible", "blendMode", "strokeAlign", "layoutMode");

  private static final String[] WHITE = {"", "", "", " ", "\n", "\r\n\t", "  \n    "};

  private final Random random;
  private final boolean drops;
  private final boolean escapes;
  private final StringBuilder out = new StringBuilder();

  private RandomSpelling(Random random, boolean drops, boolean escapes) {
    this.random = random;
    this.drops = drops;
    this.escapes = escapes;
  }

  /// White space, escapes and numbers as no tool would write them.
  ///
  /// @param drops whether members may be missing or come twice
  public static byte[] of(JsonNode json, Random random, boolean drops) {
    return new RandomSpelling(random, drops, true).write(json);
  }

  /// White space and numbers as no tool would write them, texts as every tool does.
  public static byte[] withPlainTexts(JsonNode json, Random random) {
    return new RandomSpelling(random, false, false).write(json);
  }

  private byte[] write(JsonNode json) {
    if (random.nextInt(4) == 0) {
      out.append('\uFEFF');
    }
    white();
    value(json);
    white();
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void white() {
    out.append(WHITE[random.nextInt(WHITE.length)]);
  }

  private void value(JsonNode json) {
    if (json.isObject()) {
      object(json);
    } else if (json.isArray()) {
      out.append('[');
      white();
      for (int i = 0; i < json.size(); i++) {
        out.append(i == 0 ? "" : ",");
        white();
        value(json.get(i));
        white();
      }
      out.append(']');
    } else if (json.isNumber()) {
      out.append(number(json.toString()));
    } else if (json.isString()) {
      text(json.asString());
    } else {
      out.append(json);
    }
  }

  private void object(JsonNode json) {
    List<Map.Entry<String, JsonNode>> members = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      boolean free = drops && !KEPT.contains(member.getKey());
      if (free && random.nextInt(12) == 0) {
        continue;
      }
      if (free && TWICE.contains(member.getKey()) && random.nextInt(20) == 0) {
        members.add(member);
      }
      members.add(member);
    }
    out.append('{');
    white();
    for (int i = 0; i < members.size(); i++) {
      out.append(i == 0 ? "" : ",");
      white();
      text(members.get(i).getKey());
      white();
      out.append(':');
      white();
      value(members.get(i).getValue());
      white();
    }
    out.append('}');
  }

  private String number(String text) {
    boolean plain = text.indexOf('e') < 0 && text.indexOf('E') < 0;
    if (!plain || random.nextInt(3) > 0) {
      return text;
    }
    boolean whole = text.indexOf('.') < 0;
    return switch (random.nextInt(3)) {
      case 0 -> text + (whole ? ".000" : "00");
      case 1 -> text + "e0";
      default -> text + "E+00";
    };
  }

  private void text(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || (escapes && (Character.isSurrogate(c) || random.nextInt(60) == 0))) {
        out.append("\\u%04X".formatted((int) c));
      } else if (c == '/' && escapes && random.nextBoolean()) {
        out.append("\\/");
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}

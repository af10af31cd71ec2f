package sluice.format.penpot.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonValue;
import sluice.token.NumberText;

/// The outline of a path or boolean shape: an SVG path with absolute `M`, `L`, `C` and `Z`, or a
/// list of commands (Penpot, keys and values).
final class PathContent {
  private static final List<List<String>> PAIRS =
      List.of(List.of("x", "y"), List.of("c1x", "c1y"), List.of("c2x", "c2y"));

  private PathContent() {}

  /// The outline after a map, or null when it holds something else than such commands.
  static @Nullable JsonValue moved(JsonValue content, Motion motion) {
    if (content instanceof JsonValue.Str(String path)) {
      String moved = moved(path, motion);
      return moved == null ? null : new JsonValue.Str(moved);
    }
    if (!(content instanceof JsonValue.Arr(List<JsonValue> commands))) {
      return null;
    }
    List<JsonValue> made = new ArrayList<>(commands.size());
    for (JsonValue command : commands) {
      if (!(command instanceof JsonValue.Obj)) {
        return null;
      }
      Map<String, JsonValue> members = Json.members(command);
      JsonValue params = members.get("params");
      if (params instanceof JsonValue.Obj) {
        members.put("params", movedParams(params, motion));
      }
      made.add(new JsonValue.Obj(members));
    }
    return new JsonValue.Arr(made);
  }

  private static JsonValue movedParams(JsonValue params, Motion motion) {
    Map<String, JsonValue> members = Json.members(params);
    for (List<String> pair : PAIRS) {
      if (members.get(pair.get(0)) instanceof JsonValue.Num(double x, _)
          && members.get(pair.get(1)) instanceof JsonValue.Num(double y, _)) {
        Point moved = motion.of(new Point(x, y));
        members.put(pair.get(0), Json.number(moved.x()));
        members.put(pair.get(1), Json.number(moved.y()));
      }
    }
    return new JsonValue.Obj(members);
  }

  private static @Nullable String moved(String path, Motion motion) {
    StringBuilder out = new StringBuilder(path.length());
    int at = 0;
    double x = Double.NaN;
    boolean first = true;
    while (at < path.length()) {
      char c = path.charAt(at);
      if (c == 'M' || c == 'L' || c == 'C' || c == 'Z' || c == 'z') {
        if (!Double.isNaN(x)) {
          return null;
        }
        out.append(c);
        first = true;
        at++;
      } else if (c == ' ' || c == ',' || c == '\n' || c == '\t' || c == '\r') {
        at++;
      } else {
        int end = numberEnd(path, at);
        double number = end == at ? Double.NaN : NumberText.toNumber(path.substring(at, end));
        if (!Double.isFinite(number)) {
          return null;
        }
        at = end;
        if (Double.isNaN(x)) {
          x = number;
        } else {
          Point moved = motion.of(new Point(x, number));
          out.append(first ? "" : ",").append(NumberText.of(moved.x()));
          out.append(',').append(NumberText.of(moved.y()));
          first = false;
          x = Double.NaN;
        }
      }
    }
    return Double.isNaN(x) ? out.toString() : null;
  }

  /// Where the number ends that starts at `from`, or `from` when none does.
  private static int numberEnd(String path, int from) {
    int at = from;
    boolean dot = false;
    while (at < path.length()) {
      char c = path.charAt(at);
      boolean exponent = at > from && (path.charAt(at - 1) == 'e' || path.charAt(at - 1) == 'E');
      boolean part =
          (c >= '0' && c <= '9')
              || ((c == '-' || c == '+') && (at == from || exponent))
              || (c == '.' && !dot)
              || ((c == 'e' || c == 'E') && at > from);
      if (!part) {
        break;
      }
      dot |= c == '.' || c == 'e' || c == 'E';
      at++;
    }
    return at;
  }
}

package sluice.finding;

import org.jspecify.annotations.Nullable;
import sluice.json.JsonText;
import sluice.problem.Problem;
import sluice.problem.Severity;

/// Writes findings as lines of JSON, each with its line end:
///
/// ```json
/// {"kind":"stale","node":"12:345","type":"FRAME","page":"0:1","path":"Home / Card",
///  "property":"fills","token":"color.bg","actual":[…],"expected":[…]}
/// ```
///
/// The kind comes first, so that lines can be told apart without being read.
public final class FindingLine {
  private FindingLine() {}

  /// Says that a value is another than its token's.
  ///
  /// @param place the members that say which node it is, without braces
  /// @param change the members `property`, `token`, `actual` and `expected`
  public static void stale(String place, String change, StringBuilder out) {
    begin(FindingKind.STALE, place, out);
    out.append(',').append(change).append("}\n");
  }

  /// Says that nothing can come of a token, unless the problem is only worth knowing.
  ///
  /// @param property the key the token is applied to, or null for the node as a whole
  /// @param token the token's name, or null where it is not known
  public static void broken(
      String place,
      @Nullable String property,
      @Nullable String token,
      Problem problem,
      StringBuilder out) {
    if (problem.code().severity() == Severity.INFO) {
      return;
    }
    begin(FindingKind.BROKEN, place, out);
    member("property", property, out);
    member("token", token, out);
    member("problem", problem.code().text(), out);
    member("what", problem.what(), out);
    member("why", problem.why(), out);
    member("help", problem.help(), out);
    out.append("}\n");
  }

  /// Says that a value has no token.
  ///
  /// @param nearest the token nearest to it, or null when there is none
  public static void untokenised(
      String place, RawValue value, @Nullable Nearest nearest, StringBuilder out) {
    begin(FindingKind.UNTOKENISED, place, out);
    member("property", value.property(), out);
    member("value", value.kind().text(), out);
    boolean isNumber = value instanceof RawValue.Number;
    amount("actual", value.text(), isNumber, out);
    if (nearest != null) {
      amount("expected", nearest.value(), isNumber, out);
      member("nearest", nearest.token(), out);
      out.append(",\"distance\":").append(ValueWords.number(nearest.distance()));
    }
    out.append("}\n");
  }

  /// Says which tokens a node carries.
  ///
  /// @param applied an object of property key to token name
  public static void usage(String place, String applied, StringBuilder out) {
    out.append("{\"kind\":\"usage\",").append(place);
    out.append(",\"applied\":").append(applied).append("}\n");
  }

  private static void begin(FindingKind kind, String place, StringBuilder out) {
    out.append("{\"kind\":\"").append(kind.text()).append("\",").append(place);
  }

  private static void member(String key, @Nullable String text, StringBuilder out) {
    if (text != null) {
      out.append(",\"").append(key).append("\":");
      JsonText.quote(text, out);
    }
  }

  private static void amount(String key, String text, boolean isNumber, StringBuilder out) {
    if (isNumber) {
      out.append(",\"").append(key).append("\":").append(text);
    } else {
      member(key, text, out);
    }
  }
}

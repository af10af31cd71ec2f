package sluice.finding;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import sluice.problem.Problem;
import sluice.problem.Severity;

/// Writes findings as lines of JSON, each with its line end:
///
/// ```json
/// {"kind":"stale","node":"12:345","type":"FRAME","page":"0:1","path":"Home / Card",
///  "property":"fills","token":"color.bg","actual":[…],"expected":[…]}
/// ```
///
/// The kind comes first, so that lines can be told apart without being read. Then comes which node
/// it is: members that are the same for all its lines, without braces.
public final class FindingLine {
  private static final byte[] STALE = begin(FindingKind.STALE.text());
  private static final byte[] BROKEN = begin(FindingKind.BROKEN.text());
  private static final byte[] UNTOKENISED = begin(FindingKind.UNTOKENISED.text());
  private static final byte[] USAGE = begin("usage");
  private static final byte[] COMMA = {','};
  private static final byte[] END = {'}', '\n'};

  private FindingLine() {}

  private static byte[] begin(String kind) {
    return ("{\"kind\":\"" + kind + "\",").getBytes(StandardCharsets.US_ASCII);
  }

  /// Says that a value is another than its token's.
  ///
  /// @param change holds the members `property`, `token`, `actual` and `expected`
  /// @param from where they begin in it
  /// @param to where they end
  public static void stale(byte[] place, byte[] change, int from, int to, LineBuffer out) {
    out.add(STALE).add(place).add(COMMA).add(change, from, to).add(END);
  }

  /// Says that nothing can come of a token, unless the problem is only worth knowing.
  ///
  /// @param property the key the token is applied to, or null for the node as a whole
  /// @param token the token's name, or null where it is not known
  public static void broken(
      byte[] place,
      @Nullable String property,
      @Nullable String token,
      Problem problem,
      LineBuffer out) {
    if (problem.code().severity() == Severity.INFO) {
      return;
    }
    out.add(BROKEN).add(place);
    member("property", property, out);
    member("token", token, out);
    member("problem", problem.code().text(), out);
    member("what", problem.what(), out);
    member("why", problem.why(), out);
    member("help", problem.help(), out);
    out.add(END);
  }

  /// Says that a value has no token.
  ///
  /// @param nearest the token nearest to it, or null when there is none
  public static void untokenised(
      byte[] place, RawValue value, @Nullable Nearest nearest, LineBuffer out) {
    out.add(UNTOKENISED).add(place);
    member("property", value.property(), out);
    member("value", value.kind().text(), out);
    boolean isNumber = value instanceof RawValue.Amount;
    amount("actual", value.text(), isNumber, out);
    if (nearest != null) {
      amount("expected", nearest.value(), isNumber, out);
      member("nearest", nearest.token(), out);
      amount("distance", ValueWords.number(nearest.distance()), true, out);
    }
    out.add(END);
  }

  /// Begins to say which tokens a node carries; [#applied] says which, one after the other.
  public static void usage(byte[] place, LineBuffer out) {
    out.add(USAGE).add(place).add(",\"applied\":{");
  }

  /// Says that a node carries a token.
  ///
  /// @param first whether it is the node's first
  public static void applied(String property, String token, boolean first, LineBuffer out) {
    if (!first) {
      out.add(COMMA);
    }
    out.quote(property).add(":").quote(token);
  }

  /// Ends what [#usage] began.
  public static void endUsage(LineBuffer out) {
    out.add("}").add(END);
  }

  private static void member(String key, @Nullable String text, LineBuffer out) {
    if (text != null) {
      out.add(",\"" + key + "\":").quote(text);
    }
  }

  private static void amount(String key, String text, boolean isNumber, LineBuffer out) {
    if (isNumber) {
      out.add(",\"" + key + "\":" + text);
    } else {
      member(key, text, out);
    }
  }
}

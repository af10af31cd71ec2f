package sluice.fidelity;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sluice.apply.FontWeight;
import sluice.resolve.color.PaintColor;
import sluice.resolve.color.Rgba;
import sluice.token.NumberText;
import sluice.token.TokenValue;
import tools.jackson.databind.JsonNode;

/// A value as another engine wrote it, compared with ours. It may say the same in another notation:
/// those it used are told.
final class PeerValue {
  private static final double TOLERANCE = 1e-9;

  /// What rounding to four digits instead of three can come to in a value that is calculated from
  /// one that was rounded.
  private static final double ROUNDING = 0.01;

  private static final Pattern NUMBER =
      Pattern.compile("([+-]?[0-9]*\\.?[0-9]+)([a-z%]*)", Pattern.CASE_INSENSITIVE);

  private final JsonNode value;
  private final Set<Notation> notations = EnumSet.noneOf(Notation.class);

  private PeerValue(JsonNode value) {
    this.value = value;
  }

  static PeerValue of(JsonNode value) {
    return new PeerValue(value);
  }

  /// The ways in which the last comparison found the same thing written differently.
  Set<Notation> notations() {
    return notations;
  }

  /// Whether it says the same as our value.
  boolean isSame(TokenValue ours) {
    return isSame(value, ours);
  }

  private boolean isSame(JsonNode theirs, TokenValue ours) {
    return switch (ours) {
      case TokenValue.Num(double number) -> isSameText(theirs, NumberText.of(number), true);
      case TokenValue.Text(String text) -> isSameText(theirs, text, false);
      case TokenValue.Bool(boolean flag) -> theirs.isBoolean() && theirs.asBoolean() == flag;
      case TokenValue.Nothing() -> theirs.isNull();
      case TokenValue.Many(List<TokenValue> items) -> isSameList(theirs, items);
      case TokenValue.Parts(Map<String, TokenValue> parts) -> isSameParts(theirs, parts);
    };
  }

  private boolean isSameList(JsonNode theirs, List<TokenValue> items) {
    if (!theirs.isArray() || theirs.size() != items.size()) {
      return false;
    }
    for (int i = 0; i < items.size(); i++) {
      if (!isSame(theirs.get(i), items.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean isSameParts(JsonNode theirs, Map<String, TokenValue> parts) {
    if (!theirs.isObject()) {
      return false;
    }
    Map<String, TokenValue> ours = new TreeMap<>();
    parts.forEach((key, part) -> ours.put(theirName(key, theirs), part));
    if (!ours.keySet().equals(new TreeSet<>(theirs.propertyNames()))) {
      return false;
    }
    for (Map.Entry<String, TokenValue> part : ours.entrySet()) {
      if (!isSame(theirs.get(part.getKey()), part.getValue())) {
        return false;
      }
    }
    return true;
  }

  private String theirName(String key, JsonNode theirs) {
    String name = key.equals("x") ? "offsetX" : key.equals("y") ? "offsetY" : key;
    if (!name.equals(key) && theirs.has(name)) {
      notations.add(Notation.OFFSETS);
      return name;
    }
    return key;
  }

  private boolean isSameText(JsonNode theirs, String ours, boolean isNumber) {
    if (!theirs.isString() && !theirs.isNumber()) {
      return false;
    }
    String text = theirs.isNumber() ? NumberText.of(theirs.asDouble()) : theirs.asString();
    if (text.equals(ours)) {
      if (isNumber != theirs.isNumber()) {
        notations.add(Notation.NUMBERS);
      }
      return true;
    }
    Matcher their = NUMBER.matcher(text);
    Matcher our = NUMBER.matcher(ours);
    if (their.matches() && our.matches()) {
      return isSameNumber(number(their), their.group(2), number(our), our.group(2));
    }
    if (their.matches() && FontWeight.ofStyle(ours) == number(their)) {
      notations.add(Notation.WEIGHTS);
      return true;
    }
    Rgba theirColor = PaintColor.parse(text);
    Rgba ourColor = PaintColor.parse(ours);
    if (theirColor != null && ourColor != null && isSame(theirColor, ourColor)) {
      notations.add(Notation.COLOURS);
      return true;
    }
    return false;
  }

  private static double number(Matcher matched) {
    return Double.parseDouble(matched.group(1));
  }

  private boolean isSameNumber(double theirs, String theirUnit, double ours, String ourUnit) {
    boolean isRatio =
        ourUnit.equals("%")
            && (theirUnit.isEmpty() || theirUnit.equals("em"))
            && isClose(theirs, ours / 100);
    if (isRatio) {
      notations.add(Notation.PERCENTAGES);
      return true;
    }
    boolean isPixels = theirUnit.equals("px") && ourUnit.isEmpty();
    if (!isPixels && !theirUnit.equals(ourUnit)) {
      return false;
    }
    if (isPixels) {
      notations.add(Notation.PIXELS);
    }
    if (isClose(theirs, ours)) {
      return true;
    }
    notations.add(Notation.DIGITS);
    return Math.abs(theirs - ours) <= ROUNDING;
  }

  private boolean isClose(double a, double b) {
    return Math.abs(a - b) <= TOLERANCE;
  }

  /// Equal to the nearest of 255, which is what both paint with.
  private static boolean isSame(Rgba a, Rgba b) {
    return Math.abs(a.red() - b.red()) < 0.5 / 255
        && Math.abs(a.green() - b.green()) < 0.5 / 255
        && Math.abs(a.blue() - b.blue()) < 0.5 / 255
        && Math.abs(a.opacity() - b.opacity()) < 1.0 / 255;
  }
}

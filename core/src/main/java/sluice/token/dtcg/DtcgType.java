package sluice.token.dtcg;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The types a token may have (Format module, types; composite types). Names are case-sensitive.
public enum DtcgType {
  COLOR("color"),
  DIMENSION("dimension"),
  FONT_FAMILY("fontFamily"),
  FONT_WEIGHT("fontWeight"),
  DURATION("duration"),
  CUBIC_BEZIER("cubicBezier"),
  NUMBER("number"),
  STROKE_STYLE("strokeStyle"),
  BORDER("border"),
  TRANSITION("transition"),
  SHADOW("shadow"),
  GRADIENT("gradient"),
  TYPOGRAPHY("typography");

  private final String text;

  DtcgType(String text) {
    this.text = text;
  }

  /// The name in files.
  public String text() {
    return text;
  }

  /// The type of that exact name, or null.
  public static @Nullable DtcgType of(String name) {
    for (DtcgType type : values()) {
      if (type.text.equals(name)) {
        return type;
      }
    }
    return null;
  }

  /// All names, for messages.
  public static String listed() {
    List<String> names = new ArrayList<>();
    for (DtcgType type : values()) {
      names.add(type.text);
    }
    return String.join(", ", names);
  }
}

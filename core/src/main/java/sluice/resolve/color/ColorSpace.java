package sluice.resolve.color;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A colour space, and how its colours are written.
///
/// The spaces form a tree: each converts to its base and back ({@link ColorConversion}), and any
/// two meet at a common ancestor. Deliberately absent: the HDR spaces and ACES.
enum ColorSpace {
  XYZ_D65("xyz-d65", null, Axes.PLAIN, "xyz-d65"),
  XYZ_D50("xyz-d50", XYZ_D65, Axes.PLAIN, "xyz-d50"),
  LAB_D65("lab-d65", XYZ_D65, Axes.LAB, null),
  LAB("lab", XYZ_D50, Axes.LAB, null),
  LCH("lch", LAB, Axes.LCH, null),
  SRGB_LINEAR("srgb-linear", XYZ_D65, Axes.CHANNELS, "srgb-linear"),
  SRGB("srgb", SRGB_LINEAR, Axes.CHANNELS, "srgb"),
  HSL("hsl", SRGB, Axes.HUE_AND_PERCENTS, null),
  HSV("hsv", HSL, Axes.HUE_AND_PERCENTS, "hsv"),
  HWB("hwb", HSV, Axes.HUE_AND_PERCENTS, null),
  P3_LINEAR("p3-linear", XYZ_D65, Axes.CHANNELS, null),
  P3("p3", P3_LINEAR, Axes.CHANNELS, "display-p3"),
  A98_LINEAR("a98rgb-linear", XYZ_D65, Axes.CHANNELS, null),
  A98("a98rgb", A98_LINEAR, Axes.CHANNELS, "a98-rgb"),
  PROPHOTO_LINEAR("prophoto-linear", XYZ_D50, Axes.CHANNELS, null),
  PROPHOTO("prophoto", PROPHOTO_LINEAR, Axes.CHANNELS, "prophoto-rgb"),
  REC2020_LINEAR("rec2020-linear", XYZ_D65, Axes.CHANNELS, "rec2020-linear"),
  REC2020("rec2020", REC2020_LINEAR, Axes.CHANNELS, "rec2020"),
  OKLAB("oklab", XYZ_D65, Axes.OKLAB, null),
  OKLCH("oklch", OKLAB, Axes.OKLCH, null);

  /// What the three coordinates are.
  enum Axes {
    /// Unbounded, no percents.
    PLAIN,
    /// Three channels from 0 to 1.
    CHANNELS,
    /// Hue in degrees, then two values from 0 to 100.
    HUE_AND_PERCENTS,
    /// Lightness 0 to 100, then two axes of about 125 each way.
    LAB,
    /// Lightness 0 to 100, chroma to about 150, hue in degrees.
    LCH,
    /// Lightness 0 to 1, then two axes of about 0.4 each way.
    OKLAB,
    /// Lightness 0 to 1, chroma to about 0.4, hue in degrees.
    OKLCH
  }

  private final String id;
  private final @Nullable ColorSpace base;
  private final Axes axes;
  private final @Nullable String functionId;

  ColorSpace(String id, @Nullable ColorSpace base, Axes axes, @Nullable String functionId) {
    this.id = id;
    this.base = base;
    this.axes = axes;
    this.functionId = functionId;
  }

  /// The space it converts through, or null for the root.
  @Nullable ColorSpace base() {
    return base;
  }

  /// What its coordinates are.
  Axes axes() {
    return axes;
  }

  /// What stands first inside `color(…)` when one of its colours is written.
  String functionName() {
    return functionId == null ? id : functionId;
  }

  /// Index of the hue coordinate, or -1.
  int hueIndex() {
    return switch (axes) {
      case HUE_AND_PERCENTS -> 0;
      case LCH, OKLCH -> 2;
      case PLAIN, CHANNELS, LAB, OKLAB -> -1;
    };
  }

  /// The largest value of a coordinate that has bounds (the smallest is always 0), or NaN.
  double boundOf(int index) {
    return switch (axes) {
      case CHANNELS -> 1;
      case HUE_AND_PERCENTS -> index == 0 ? Double.NaN : 100;
      case PLAIN, LAB, LCH, OKLAB, OKLCH -> Double.NaN;
    };
  }

  /// The space with an id in any case, or null.
  static @Nullable ColorSpace byId(String id) {
    String lower = id.toLowerCase(Locale.ROOT);
    if (lower.equals("xyz")) {
      return XYZ_D65;
    }
    for (ColorSpace space : values()) {
      if (space.id.equals(lower)) {
        return space;
      }
    }
    return null;
  }

  /// The space that `color(<id> …)` names, or null.
  static @Nullable ColorSpace byFunctionId(String id) {
    if (id.equals("xyz")) {
      return XYZ_D65;
    }
    for (ColorSpace space : values()) {
      if (id.equals(space.functionId)) {
        return space;
      }
    }
    return null;
  }
}

package sluice.resolve.color;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The colour spaces of DTCG 2025.10 (Color module, supported color spaces): their keys, the ranges
/// of their components, and conversion to and from sRGB by CSS Color 4.
public enum DtcgColorSpace {
  SRGB("srgb", ColorSpace.SRGB, Range.UNIT, Range.UNIT, Range.UNIT),
  SRGB_LINEAR("srgb-linear", ColorSpace.SRGB_LINEAR, Range.UNIT, Range.UNIT, Range.UNIT),
  HSL("hsl", ColorSpace.HSL, Range.HUE, Range.PERCENT, Range.PERCENT),
  HWB("hwb", ColorSpace.HWB, Range.HUE, Range.PERCENT, Range.PERCENT),
  LAB("lab", ColorSpace.LAB, Range.PERCENT, Range.ANY, Range.ANY),
  LCH("lch", ColorSpace.LCH, Range.PERCENT, Range.CHROMA, Range.HUE),
  OKLAB("oklab", ColorSpace.OKLAB, Range.UNIT, Range.ANY, Range.ANY),
  OKLCH("oklch", ColorSpace.OKLCH, Range.UNIT, Range.CHROMA, Range.HUE),
  DISPLAY_P3("display-p3", ColorSpace.P3, Range.UNIT, Range.UNIT, Range.UNIT),
  A98_RGB("a98-rgb", ColorSpace.A98, Range.UNIT, Range.UNIT, Range.UNIT),
  PROPHOTO_RGB("prophoto-rgb", ColorSpace.PROPHOTO, Range.UNIT, Range.UNIT, Range.UNIT),
  REC2020("rec2020", ColorSpace.REC2020, Range.UNIT, Range.UNIT, Range.UNIT),
  XYZ_D65("xyz-d65", ColorSpace.XYZ_D65, Range.UNIT, Range.UNIT, Range.UNIT),
  XYZ_D50("xyz-d50", ColorSpace.XYZ_D50, Range.UNIT, Range.UNIT, Range.UNIT);

  /// How many components a colour has, whatever the space.
  public static final int COMPONENTS = 3;

  /// A component that is missing; for display it counts as 0.
  public static final String NONE = "none";

  /// Beyond 0 to 1 by more than this a colour is out of the gamut of sRGB: what rounding leaves of
  /// a conversion.
  private static final double GAMUT_TOLERANCE = 0.000_075;

  /// What a component may be.
  private enum Range {
    UNIT("a number from 0 to 1"),
    PERCENT("a number from 0 to 100"),
    HUE("a number from 0 to less than 360"),
    CHROMA("a number of at least 0"),
    ANY("a number");

    private final String text;

    Range(String text) {
      this.text = text;
    }

    boolean holds(double value) {
      return switch (this) {
        case UNIT -> value >= 0 && value <= 1;
        case PERCENT -> value >= 0 && value <= 100;
        case HUE -> value >= 0 && value < 360;
        case CHROMA -> value >= 0;
        case ANY -> true;
      };
    }
  }

  /// A colour in sRGB, not clipped.
  ///
  /// @param red 0 to 1 within the gamut
  /// @param green 0 to 1 within the gamut
  /// @param blue 0 to 1 within the gamut
  public record Srgb(double red, double green, double blue) {
    /// Whether no channel has to be clipped.
    public boolean isInGamut() {
      return isInGamut(red) && isInGamut(green) && isInGamut(blue);
    }

    private static boolean isInGamut(double channel) {
      return channel >= -GAMUT_TOLERANCE && channel <= 1 + GAMUT_TOLERANCE;
    }

    /// Each channel clipped and rounded to eight bits: `0xRRGGBB`.
    public int clipped() {
      return eightBits(red) << 16 | eightBits(green) << 8 | eightBits(blue);
    }

    private static int eightBits(double channel) {
      return (int) Math.round(Math.clamp(channel, 0, 1) * 255);
    }

    /// The clipped colour as `#rrggbb`.
    public String hex() {
      return "#%06x".formatted(clipped());
    }
  }

  private final String key;
  private final ColorSpace space;
  private final Range first;
  private final Range second;
  private final Range third;

  DtcgColorSpace(String key, ColorSpace space, Range first, Range second, Range third) {
    this.key = key;
    this.space = space;
    this.first = first;
    this.second = second;
    this.third = third;
  }

  private Range of(int index) {
    return switch (index) {
      case 0 -> first;
      case 1 -> second;
      default -> third;
    };
  }

  /// The space of that exact key, or null.
  public static @Nullable DtcgColorSpace of(String key) {
    for (DtcgColorSpace space : values()) {
      if (space.key.equals(key)) {
        return space;
      }
    }
    return null;
  }

  /// All keys, for messages.
  public static String listed() {
    List<String> keys = new ArrayList<>();
    for (DtcgColorSpace space : values()) {
      keys.add(space.key);
    }
    return String.join(", ", keys);
  }

  /// The key in files.
  public String key() {
    return key;
  }

  /// Whether a component may have a value.
  ///
  /// @param index 0 to 2
  public boolean isInRange(int index, double value) {
    return of(index).holds(value);
  }

  /// What a component may be, for messages.
  ///
  /// @param index 0 to 2
  public String range(int index) {
    return of(index).text;
  }

  /// A colour of this space in sRGB.
  ///
  /// @param components three of them, missing ones as 0
  public Srgb toSrgb(double[] components) {
    Triple srgb =
        ColorConversion.convert(
            new Triple(components[0], components[1], components[2]), space, ColorSpace.SRGB);
    return new Srgb(srgb.x(), srgb.y(), srgb.z());
  }

  /// A colour of sRGB in this space.
  ///
  /// @return three components, a missing hue as 0
  public double[] fromSrgb(Srgb color) {
    Triple components =
        ColorConversion.convert(
                new Triple(color.red(), color.green(), color.blue()), ColorSpace.SRGB, space)
            .withoutNaN();
    return new double[] {components.x(), components.y(), components.z()};
  }
}

package sluice.report;

import java.util.List;

/// What a value looks like, in no document's terms.
public sealed interface Look {
  /// A value that is not there.
  record Absent() implements Look {}

  /// One colour.
  record Solid(Rgba color) implements Look {}

  /// A gradient.
  ///
  /// @param angleDegrees where colours run to: 0 is upwards, 90 to the right, as in CSS; of a conic
  ///   one where it begins
  /// @param stops from 0 to 1, in order
  record Gradient(Form form, double angleDegrees, List<Stop> stops) implements Look {
    /// The angle of a gradient that does not say.
    public static final double DOWNWARDS_DEGREES = 180;

    public Gradient {
      stops = List.copyOf(stops);
    }

    /// The angle of a way, from 0 to less than 360.
    ///
    /// @param x how far it goes to the right
    /// @param y how far it goes down
    public static double angle(double x, double y) {
      double degrees = Math.toDegrees(Math.atan2(x, -y));
      double turned = degrees < 0 ? degrees + 360 : degrees;
      return Math.round(turned * 1000) % 360_000 / 1000.0;
    }

    /// How colours run.
    public enum Form {
      LINEAR,
      RADIAL,
      CONIC
    }

    /// A colour at a place from 0 to 1.
    public record Stop(double at, Rgba color) {}
  }

  /// An extent in pixels: spacing, size, radius, width of a line.
  record Length(double pixels) implements Look {}

  /// Several extents of one property, such as four corners, in pixels.
  record Lengths(List<Double> pixels) implements Look {
    public Lengths {
      pixels = List.copyOf(pixels);
    }
  }

  /// A share from 0 to 1, such as an opacity.
  record Share(double share) implements Look {}

  /// Shadows, the topmost first.
  record Shadows(List<Shadow> shadows) implements Look {
    public Shadows {
      shadows = List.copyOf(shadows);
    }
  }

  /// How text is set; 0 or empty where not known.
  ///
  /// @param weight from 1 to 1000
  /// @param sizePixels size of the font
  /// @param lineHeightPixels distance of base lines
  /// @param letterSpacingPixels added to each letter
  record Type(
      String family,
      boolean italic,
      int weight,
      double sizePixels,
      double lineHeightPixels,
      double letterSpacingPixels)
      implements Look {}

  /// Anything else, as people would write it.
  record Words(String text) implements Look {}
}

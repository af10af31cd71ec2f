package sluice.apply.foreign;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.apply.LetterSpacing;
import sluice.apply.LineHeight;
import sluice.apply.TextCase;
import sluice.apply.TextDecoration;

/// What the value of a token means, whichever dialect it is written in. Lengths are pixels.
sealed interface Meaning {

  /// A colour of sRGB in eight bits for each channel.
  ///
  /// @param rgb `0xRRGGBB`
  /// @param alpha 0 to 1
  record Paint(int rgb, double alpha) implements Meaning {
    /// `#rrggbb`, without the alpha.
    String hex() {
      return "#%06x".formatted(rgb);
    }
  }

  /// Colours along a line.
  ///
  /// @param stops at least one
  record Gradient(List<Stop> stops) implements Meaning {
    /// @param position 0 to 1
    record Stop(Paint paint, double position) {}

    public Gradient {
      stops = List.copyOf(stops);
    }
  }

  /// A distance or size.
  record Length(double px) implements Meaning {}

  /// A number without a unit: degrees, a share, a factor, pixels, by what takes it.
  record Plain(double value) implements Meaning {}

  /// Names of font families, the preferred one first.
  record Families(List<String> names) implements Meaning {
    public Families {
      names = List.copyOf(names);
    }
  }

  /// How bold letters are, and whether slanted.
  ///
  /// @param number 1 to 1000
  record Weight(double number, boolean italic) implements Meaning {}

  /// The height of a line of text on its own.
  record Line(LineHeight height) implements Meaning {}

  /// The space between letters on its own.
  record Spacing(LetterSpacing spacing) implements Meaning {}

  /// Capitals or not.
  record Case(TextCase wanted) implements Meaning {}

  /// The line that goes with text.
  record Decoration(TextDecoration wanted) implements Meaning {}

  /// The style of a text; what is null is left as it is.
  record TextStyle(
      @Nullable Families families,
      @Nullable Length size,
      @Nullable Weight weight,
      @Nullable LineHeight lineHeight,
      @Nullable LetterSpacing letterSpacing,
      @Nullable TextCase letterCase,
      @Nullable TextDecoration decoration)
      implements Meaning {}

  /// Shadows, the one on top first.
  record Shadows(List<Layer> layers) implements Meaning {
    /// One shadow.
    ///
    /// @param inset whether it falls inside
    record Layer(double x, double y, double blur, double spread, Paint paint, boolean inset) {}

    public Shadows {
      layers = List.copyOf(layers);
    }
  }

  /// An outline.
  ///
  /// @param style a word such as `dashed`, or null when no word says it
  record Border(Paint paint, Length width, @Nullable String style) implements Meaning {}
}

package sluice.testkit.generate;

import java.util.List;

/// What a token of the generated library comes to under the light theme: what a node that carries
/// it holds.
sealed interface TokenMeaning {
  /// The name nodes use.
  String name();

  /// One or more numbers: a length, several lengths in CSS order, an opacity.
  record Numbers(String name, List<Double> values) implements TokenMeaning {
    public Numbers {
      values = List.copyOf(values);
    }

    /// The only or first number.
    double first() {
      return values.getFirst();
    }
  }

  /// A colour.
  record Color(String name, Rgba color) implements TokenMeaning {}

  /// A border around a whole node.
  ///
  /// @param dashes `strokeDashes` as JSON text, empty for a solid line
  record Border(String name, double width, Rgba color, String dashes) implements TokenMeaning {}

  /// Shadows and inner shadows.
  ///
  /// @param layers in token order; a node holds them in reverse
  record Shadow(String name, List<Layer> layers) implements TokenMeaning {
    public Shadow {
      layers = List.copyOf(layers);
    }
  }

  /// One layer of a shadow; lengths in pixels.
  record Layer(boolean inner, Rgba color, double x, double y, double blur, double spread) {}

  /// A type style.
  ///
  /// @param lineHeight pixels, or percent of the font size
  /// @param letterSpacing pixels
  record Typography(
      String name,
      String family,
      String style,
      int weight,
      double size,
      double lineHeight,
      boolean lineHeightIsPercent,
      double letterSpacing,
      String textCase,
      String textDecoration)
      implements TokenMeaning {}
}

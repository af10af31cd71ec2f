package sluice.testkit.generate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import sluice.testkit.generate.TokenMeaning.Border;
import sluice.testkit.generate.TokenMeaning.Color;
import sluice.testkit.generate.TokenMeaning.Numbers;
import sluice.testkit.generate.TokenMeaning.Shadow;
import sluice.testkit.generate.TokenMeaning.Typography;

/// What one node looks like: plain values first, then what its tokens come to.
///
/// One instance is used for all nodes of a document, one after the other.
final class NodeValues {
  enum Fill {
    SOLID,
    GRADIENT,
    IMAGE
  }

  private static final Rgba INK = new Rgba(17, 24, 39, 255);
  private static final double[] FONT_SIZES = {11, 12, 13, 14, 16, 18, 20, 28};

  @Nullable Rgba fill;

  /// How a plain fill is painted; a token always gives a solid one.
  Fill fillForm = Fill.SOLID;

  @Nullable Rgba stroke;
  double strokeWeight;
  String dashes = "";
  final double[] corners = new double[4];
  boolean autoLayout;

  /// Top, right, bottom, left.
  final double[] padding = new double[4];

  double itemSpacing;
  double opacity;
  @Nullable Shadow shadow;
  double width;
  double height;

  String fontFamily = "";
  String fontStyle = "";
  int fontWeight;
  double fontSize;

  /// Pixels or percent of the font size; 0 when the font decides.
  double lineHeight;

  boolean lineHeightIsPercent;
  double letterSpacing;
  String textCase = "";
  String textDecoration = "";

  /// Values as a designer sets them by hand.
  void plain(NodeKind kind, Seeded random) {
    fill = plainFill(kind, random);
    double form = random.unit();
    fillForm = form < 0.95 ? Fill.SOLID : form < 0.98 ? Fill.GRADIENT : Fill.IMAGE;
    boolean line = kind == NodeKind.LINE;
    stroke = line || (kind != NodeKind.GROUP && random.chance(0.15)) ? gray(random) : null;
    strokeWeight = 1;
    dashes = "";
    opacity = random.chance(0.04) ? random.between(1, 9) / 10.0 : 1;
    shadow = null;
    width = kind.isFrameLike() ? random.between(24, 640) : random.between(8, 240);
    height = line ? 0 : kind == NodeKind.TEXT ? random.between(14, 60) : random.between(8, 320);
    boolean rounded = (kind == NodeKind.RECTANGLE || kind.isFrameLike()) && random.chance(0.3);
    Arrays.fill(corners, rounded ? 2 * random.between(1, 8) : 0);
    autoLayout = kind.isFrameLike() && random.chance(0.55);
    Arrays.fill(padding, 0);
    if (autoLayout && random.chance(0.5)) {
      padding[0] = padding[2] = 4 * random.between(1, 6);
      padding[1] = padding[3] = 4 * random.between(1, 8);
    }
    itemSpacing = autoLayout && random.chance(0.7) ? 2 * random.between(1, 16) : 0;
    fontFamily = random.chance(0.9) ? "Inter" : "SF Pro Text";
    fontStyle = "Regular";
    fontWeight = 400;
    fontSize = FONT_SIZES[random.below(FONT_SIZES.length)];
    lineHeight = random.chance(0.5) ? 2 * random.between(7, 20) : 0;
    lineHeightIsPercent = false;
    letterSpacing = random.chance(0.2) ? -0.01 * random.between(1, 40) : 0;
    textCase = "ORIGINAL";
    textDecoration = "NONE";
  }

  /// Sets what one applied token sets; later ones overwrite earlier ones.
  void apply(TokenKey key, TokenMeaning meaning) {
    switch (meaning) {
      case Color(String _, Rgba color) -> {
        if (key == TokenKey.FILL) {
          fill = color;
          fillForm = Fill.SOLID;
        } else {
          stroke = color;
        }
      }
      case Numbers numbers -> numbers(key, numbers);
      case Border border -> {
        stroke = border.color();
        strokeWeight = border.width();
        dashes = border.dashes();
      }
      case Shadow layers -> shadow = layers;
      case Typography typography -> typography(typography);
    }
  }

  private void numbers(TokenKey key, Numbers numbers) {
    double value = numbers.first();
    switch (key) {
      case BORDER_WIDTH -> strokeWeight = value;
      case BORDER_RADIUS -> sides(corners, numbers);
      case BORDER_RADIUS_TOP_LEFT -> corners[0] = value;
      case SPACING -> {
        autoLayout = true;
        sides(padding, numbers);
      }
      case HORIZONTAL_PADDING -> {
        autoLayout = true;
        padding[1] = padding[3] = value;
      }
      case VERTICAL_PADDING -> {
        autoLayout = true;
        padding[0] = padding[2] = value;
      }
      case ITEM_SPACING -> {
        autoLayout = true;
        itemSpacing = value;
      }
      case SIZING -> width = height = value;
      case WIDTH -> width = value;
      case HEIGHT -> height = value;
      case OPACITY -> opacity = value;
      case FONT_SIZES -> fontSize = value;
      case LINE_HEIGHTS -> {
        lineHeight = value;
        lineHeightIsPercent = false;
      }
      case LETTER_SPACING -> letterSpacing = value;
      case FILL, BORDER_COLOR, BORDER, BOX_SHADOW, TYPOGRAPHY ->
          throw new IllegalArgumentException(key + " takes no number");
    }
  }

  private void typography(Typography type) {
    fontFamily = type.family();
    fontStyle = type.style();
    fontWeight = type.weight();
    fontSize = type.size();
    lineHeight = type.lineHeight();
    lineHeightIsPercent = type.lineHeightIsPercent();
    letterSpacing = type.letterSpacing();
    textCase = type.textCase();
    textDecoration = type.textDecoration();
  }

  private static void sides(double[] target, Numbers numbers) {
    for (int i = 0; i < target.length; i++) {
      target[i] = numbers.values().size() == 1 ? numbers.first() : numbers.values().get(i);
    }
  }

  private static @Nullable Rgba plainFill(NodeKind kind, Seeded random) {
    return switch (kind) {
      case GROUP, LINE -> null;
      case TEXT -> random.chance(0.5) ? INK : gray(random);
      case VECTOR, BOOLEAN_OPERATION, ELLIPSE, STAR, REGULAR_POLYGON, RECTANGLE ->
          random.chance(0.85) ? gray(random) : null;
      case DOCUMENT, CANVAS, SECTION, FRAME, COMPONENT, COMPONENT_SET, INSTANCE ->
          random.chance(0.5) ? gray(random) : null;
    };
  }

  private static Rgba gray(Seeded random) {
    int level = random.below(256);
    int alpha = random.chance(0.1) ? random.below(255) : 255;
    return new Rgba(level, Math.min(255, level + 3), Math.min(255, level + 9), alpha);
  }
}

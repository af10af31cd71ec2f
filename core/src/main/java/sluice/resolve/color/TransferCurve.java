package sluice.resolve.color;

import sluice.token.NumberPower;

/// The curve between a colour space's stored channel and light (CSS Color 4, sample code).
///
/// Powers are strict here and in all colour code: the same bits on every machine, and the same as
/// the plugin's, which decides how a channel that ends in exactly a half is rounded.
final class TransferCurve {
  private static final double REC2020_ALPHA = 1.09929682680944;
  private static final double REC2020_BETA = 0.018053968510807;
  private static final double PROPHOTO_TOE = 1.0 / 512;

  private TransferCurve() {}

  /// Light of a stored channel; only for spaces that have a curve.
  static double linear(ColorSpace space, double value) {
    double size = Math.abs(value);
    return switch (space) {
      case SRGB, P3 ->
          size < 0.04045
              ? value / 12.92
              : Math.copySign(NumberPower.of((size + 0.055) / 1.055, 2.4), value);
      case A98 -> Math.copySign(NumberPower.of(size, 563.0 / 256), value);
      case PROPHOTO -> value < 16 * PROPHOTO_TOE ? value / 16 : NumberPower.of(value, 1.8);
      case REC2020 ->
          value < REC2020_BETA * 4.5
              ? value / 4.5
              : NumberPower.of((value + REC2020_ALPHA - 1) / REC2020_ALPHA, 1 / 0.45);
      default -> value;
    };
  }

  /// The stored channel of light; only for spaces that have a curve.
  static double encoded(ColorSpace space, double light) {
    double size = Math.abs(light);
    return switch (space) {
      case SRGB, P3 ->
          size > 0.0031308
              ? Math.copySign(1.055 * NumberPower.of(size, 1 / 2.4) - 0.055, light)
              : 12.92 * light;
      case A98 -> Math.copySign(NumberPower.of(size, 256.0 / 563), light);
      case PROPHOTO -> light >= PROPHOTO_TOE ? NumberPower.of(light, 1 / 1.8) : 16 * light;
      case REC2020 ->
          light >= REC2020_BETA
              ? REC2020_ALPHA * NumberPower.of(light, 0.45) - (REC2020_ALPHA - 1)
              : 4.5 * light;
      default -> light;
    };
  }
}

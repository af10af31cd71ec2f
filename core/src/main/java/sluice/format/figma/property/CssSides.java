package sluice.format.figma.property;

/// One to four numbers for four sides or corners, in the order CSS gives them: top, right, bottom,
/// left, or top left, top right, bottom right, bottom left.
final class CssSides {
  private CssSides() {}

  /// The number of one side.
  ///
  /// @param numbers one to four
  /// @param side 0 to 3
  static double pick(double[] numbers, int side) {
    return switch (numbers.length) {
      case 1 -> numbers[0];
      case 2 -> numbers[side % 2];
      case 3 -> numbers[side == 3 ? 1 : side];
      default -> numbers[side];
    };
  }
}

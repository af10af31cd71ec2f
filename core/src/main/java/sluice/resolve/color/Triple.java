package sluice.resolve.color;

/// Three coordinates of a colour, in the order its space names them. NaN is a missing hue.
///
/// @param x first
/// @param y second
/// @param z third
record Triple(double x, double y, double z) {

  /// The coordinate at a 0-based index.
  double get(int index) {
    return switch (index) {
      case 0 -> x;
      case 1 -> y;
      default -> z;
    };
  }

  /// The same with one coordinate replaced.
  Triple with(int index, double value) {
    return switch (index) {
      case 0 -> new Triple(value, y, z);
      case 1 -> new Triple(x, value, z);
      default -> new Triple(x, y, value);
    };
  }

  /// Whether a coordinate is missing or no number.
  boolean hasNaN() {
    return Double.isNaN(x) || Double.isNaN(y) || Double.isNaN(z);
  }

  /// The same with zero in place of every NaN.
  Triple withoutNaN() {
    return hasNaN() ? new Triple(zeroIfNaN(x), zeroIfNaN(y), zeroIfNaN(z)) : this;
  }

  /// The product of a 3×3 matrix, row by row, and this as a column.
  Triple times(double[] matrix) {
    Triple v = withoutNaN();
    return new Triple(
        matrix[0] * v.x + matrix[1] * v.y + matrix[2] * v.z,
        matrix[3] * v.x + matrix[4] * v.y + matrix[5] * v.z,
        matrix[6] * v.x + matrix[7] * v.y + matrix[8] * v.z);
  }

  private static double zeroIfNaN(double value) {
    return Double.isNaN(value) ? 0 : value;
  }
}

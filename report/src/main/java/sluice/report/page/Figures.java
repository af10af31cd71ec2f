package sluice.report.page;

/// Numbers as people read them: a comma between thousands, a point before decimals, whatever the
/// language of the machine.
final class Figures {
  private static final double BYTES_PER_MEGABYTE = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final long SHOWN_MAX = 1_000_000_000_000L;

  private Figures() {}

  /// `12,345`.
  static String count(long count) {
    StringBuilder digits = new StringBuilder(Long.toString(count));
    int first = count < 0 ? 1 : 0;
    for (int i = digits.length() - 3; i > first; i -= 3) {
      digits.insert(i, ',');
    }
    return digits.toString();
  }

  /// `1 node`, `12,345 nodes`.
  static String counted(long count, String one, String many) {
    return count(count) + " " + (count == 1 ? one : many);
  }

  /// At most that many decimals, no zeros at the end: `12.5`, `1,200`. What is no number, or larger
  /// than any screen, is cut at 10¹².
  static String decimal(double value, int decimalsMax) {
    double finite = Double.isNaN(value) ? 0 : Math.clamp(value, -1.0 * SHOWN_MAX, SHOWN_MAX);
    long unit = 1;
    for (int i = 0; i < decimalsMax; i++) {
      unit *= 10;
    }
    long scaled = Math.round(Math.abs(finite) * unit);
    StringBuilder text = new StringBuilder();
    text.append(finite < 0 && scaled > 0 ? "−" : "").append(count(scaled / unit));
    String fraction = Long.toString(scaled % unit + unit).substring(1);
    int length = fraction.length();
    while (length > 0 && fraction.charAt(length - 1) == '0') {
      length--;
    }
    return length == 0 ? text.toString() : text.append('.').append(fraction, 0, length).toString();
  }

  /// `67 MB`; a megabyte is a million bytes, as in the command's summary.
  static String megabytes(long bytes) {
    return decimal(bytes / BYTES_PER_MEGABYTE, 0) + " MB";
  }

  /// The same of a place on an axis.
  static String megabytesOfDouble(double bytes) {
    return decimal(bytes / BYTES_PER_MEGABYTE, bytes < 3 * BYTES_PER_MEGABYTE ? 1 : 0) + " MB";
  }

  /// `1.46 s`.
  static String seconds(long nanos) {
    return decimal(nanos / NANOS_PER_SECOND, 2) + " s";
  }

  /// `12 %`; a share above nothing never reads as nothing, one below all never as all.
  static String percent(double share) {
    if (share > 0 && share < 0.01) {
      return "< 1 %";
    }
    return count(share < 1 ? Math.min(Math.round(share * 100), 99) : 100) + " %";
  }

  /// `16 px`.
  static String pixels(double pixels) {
    return decimal(pixels, 2) + " px";
  }
}

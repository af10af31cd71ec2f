package sluice.report.page;

import sluice.report.Rgba;

/// How well a colour stands out from white and from black (WCAG 2.2, contrast ratio and relative
/// luminance). A colour that lets something through is first laid on what it is measured against.
final class Contrast {
  /// What text needs (WCAG 2.2, success criterion 1.4.3, level AA).
  static final double TEXT_MIN = 4.5;

  /// What large text and the outlines of controls need (1.4.3 and 1.4.11, level AA).
  static final double LARGE_TEXT_MIN = 3;

  private Contrast() {}

  /// Against white, from 1 to 21.
  static double onWhite(Rgba color) {
    return 1.05 / (luminanceOn(color, 1) + 0.05);
  }

  /// Against black, from 1 to 21.
  static double onBlack(Rgba color) {
    return (luminanceOn(color, 0) + 0.05) / 0.05;
  }

  private static double luminanceOn(Rgba color, double ground) {
    double alpha = Math.clamp(color.alpha(), 0.0, 1.0);
    double through = ground * (1 - alpha);
    return 0.2126 * linear(color.red() * alpha + through)
        + 0.7152 * linear(color.green() * alpha + through)
        + 0.0722 * linear(color.blue() * alpha + through);
  }

  private static double linear(double channel) {
    double inside = Math.clamp(channel, 0.0, 1.0);
    return inside <= 0.04045 ? inside / 12.92 : Math.pow((inside + 0.055) / 1.055, 2.4);
  }
}

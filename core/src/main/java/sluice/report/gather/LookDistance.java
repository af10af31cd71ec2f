package sluice.report.gather;

import java.util.List;
import sluice.report.Look;
import sluice.report.Rgba;
import sluice.report.Shadow;
import sluice.resolve.color.PerceivedColor;

/// How far apart two looks are to the eye, from 0 for the same to 1 for all there is.
///
/// Colours: their distance in Oklab, opacity as one more axis ([PerceivedColor#distance]), where
/// black and white are 1. Gradients: the mean over [#PLACES] places. Lengths: their difference over
/// the larger one. Words: 1 when they differ.
final class LookDistance {
  /// Places from 0 to 1 at which gradients are compared.
  private static final int PLACES = 5;

  private static final double WEIGHT_MAX = 1_000;
  private static final Rgba NOTHING = new Rgba(0, 0, 0, 0);

  private LookDistance() {}

  static double between(Look before, Look after) {
    if (isPaint(before) && isPaint(after)) {
      return paints(before, after);
    }
    if (isLength(before) && isLength(after)) {
      return lengths(pixels(before), pixels(after));
    }
    if (isShadows(before) && isShadows(after)) {
      return shadows(shadowsOf(before), shadowsOf(after));
    }
    return switch (before) {
      case Look.Share(double share) when after instanceof Look.Share(double other) ->
          Math.min(1, Math.abs(share - other));
      case Look.Type type when after instanceof Look.Type other -> types(type, other);
      default -> before.equals(after) ? 0 : 1;
    };
  }

  // ---------------------------------------------------------------- paints

  private static boolean isPaint(Look look) {
    return look instanceof Look.Solid || look instanceof Look.Gradient || isAbsent(look);
  }

  private static boolean isAbsent(Look look) {
    return look instanceof Look.Absent;
  }

  private static double paints(Look before, Look after) {
    if (!(before instanceof Look.Gradient) && !(after instanceof Look.Gradient)) {
      return colors(colorAt(before, after, 0), colorAt(after, before, 0));
    }
    double sum = 0;
    for (int i = 0; i < PLACES; i++) {
      double at = (double) i / (PLACES - 1);
      sum += colors(colorAt(before, after, at), colorAt(after, before, at));
    }
    double moved =
        before instanceof Look.Gradient one
                && after instanceof Look.Gradient two
                && (one.form() != two.form() || one.angleDegrees() != two.angleDegrees())
            ? colors(colorAt(one, one, 0), colorAt(one, one, 1))
            : 0;
    return Math.min(1, Math.max(sum / PLACES, moved));
  }

  private static double colors(Rgba one, Rgba other) {
    return Math.min(1, perceived(one).distance(perceived(other)));
  }

  private static PerceivedColor perceived(Rgba color) {
    return PerceivedColor.of(
        new sluice.resolve.color.Rgba(color.red(), color.green(), color.blue(), color.alpha()));
  }

  /// The colour at a place; where nothing is painted, the other paint's colour, fully transparent.
  private static Rgba colorAt(Look look, Look other, double at) {
    return switch (look) {
      case Look.Solid(Rgba color) -> color;
      case Look.Gradient gradient -> colorAt(gradient.stops(), at);
      default -> {
        Rgba there = isAbsent(other) ? NOTHING : colorAt(other, look, at);
        yield new Rgba(there.red(), there.green(), there.blue(), 0);
      }
    };
  }

  private static Rgba colorAt(List<Look.Gradient.Stop> stops, double at) {
    if (stops.isEmpty()) {
      return NOTHING;
    }
    Look.Gradient.Stop last = stops.getFirst();
    for (Look.Gradient.Stop stop : stops) {
      if (stop.at() >= at) {
        double span = stop.at() - last.at();
        return span > 0
            ? between(last.color(), stop.color(), Math.clamp((at - last.at()) / span, 0.0, 1.0))
            : stop.color();
      }
      last = stop;
    }
    return last.color();
  }

  private static Rgba between(Rgba one, Rgba other, double share) {
    return new Rgba(
        one.red() + (other.red() - one.red()) * share,
        one.green() + (other.green() - one.green()) * share,
        one.blue() + (other.blue() - one.blue()) * share,
        one.alpha() + (other.alpha() - one.alpha()) * share);
  }

  // ---------------------------------------------------------------- lengths and the rest

  private static boolean isLength(Look look) {
    return look instanceof Look.Length || look instanceof Look.Lengths || isAbsent(look);
  }

  private static List<Double> pixels(Look look) {
    return switch (look) {
      case Look.Length(double pixels) -> List.of(pixels);
      case Look.Lengths(List<Double> pixels) when !pixels.isEmpty() -> pixels;
      default -> List.of(0.0);
    };
  }

  /// One length stands for as many as the other has.
  private static double lengths(List<Double> one, List<Double> other) {
    int count = Math.max(one.size(), other.size());
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += length(at(one, i), at(other, i));
    }
    return sum / count;
  }

  private static double at(List<Double> lengths, int index) {
    return lengths.size() == 1
        ? lengths.getFirst()
        : index < lengths.size() ? lengths.get(index) : 0;
  }

  private static double length(double one, double other) {
    double larger = Math.max(Math.abs(one), Math.abs(other));
    return larger == 0 ? 0 : Math.min(1, Math.abs(one - other) / larger);
  }

  private static boolean isShadows(Look look) {
    return look instanceof Look.Shadows || isAbsent(look);
  }

  private static List<Shadow> shadowsOf(Look look) {
    return look instanceof Look.Shadows(List<Shadow> shadows) ? shadows : List.of();
  }

  /// The largest distance of two shadows in one place; one that is alone counts its opacity.
  private static double shadows(List<Shadow> one, List<Shadow> other) {
    double most = 0;
    for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
      double distance =
          i >= one.size()
              ? other.get(i).color().alpha()
              : i >= other.size() ? one.get(i).color().alpha() : shadow(one.get(i), other.get(i));
      most = Math.max(most, distance);
    }
    return Math.clamp(most, 0.0, 1.0);
  }

  private static double shadow(Shadow one, Shadow other) {
    if (one.inner() != other.inner()) {
      return Math.max(one.color().alpha(), other.color().alpha());
    }
    double opacity = Math.max(one.color().alpha(), other.color().alpha());
    double place =
        (length(one.x(), other.x())
                + length(one.y(), other.y())
                + length(one.blur(), other.blur())
                + length(one.spread(), other.spread()))
            / 4;
    return Math.max(colors(one.color(), other.color()), opacity * place);
  }

  private static double types(Look.Type one, Look.Type other) {
    if (!one.family().equals(other.family()) || one.italic() != other.italic()) {
      return 1;
    }
    return Math.max(
        Math.min(1, Math.abs(one.weight() - other.weight()) / WEIGHT_MAX),
        Math.max(
            length(one.sizePixels(), other.sizePixels()),
            Math.max(
                length(one.lineHeightPixels(), other.lineHeightPixels()),
                length(one.letterSpacingPixels(), other.letterSpacingPixels()))));
  }
}

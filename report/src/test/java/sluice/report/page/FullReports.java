package sluice.report.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import sluice.document.RunCounts;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.report.Box;
import sluice.report.Comparison;
import sluice.report.Heading;
import sluice.report.Layer;
import sluice.report.Look;
import sluice.report.PageMap;
import sluice.report.Picture;
import sluice.report.Report;
import sluice.report.Rgba;
import sluice.report.RunGraph;
import sluice.report.Shadow;
import sluice.report.TokenBoard;
import sluice.report.TokenChange;
import sluice.report.ValueChange;

/// Reports with every list as long as asked for and every text the same: the largest there can be,
/// or the most harmful.
final class FullReports {
  private final String text;
  private final int count;

  private FullReports(String text, int count) {
    this.text = text;
    this.count = count;
  }

  /// A report whose lists have that many items and whose every text is the one given.
  static Report of(String text, int count) {
    return new FullReports(text, count).report();
  }

  private Report report() {
    ProblemTally problems = new ProblemTally();
    for (ProblemCode code : ProblemCode.values()) {
      for (int i = 0; i < count; i++) {
        problems.add(
            Problem.of(code, text)
                .at(new Location.InNode(text, text, text, text, i, text))
                .because(text)
                .advising(text));
      }
    }
    return new Report(
        new Heading(
            Heading.Kind.IMPACT, many(text, count), List.of(text, text), many(text, count), text),
        new RunCounts(9, 8, 7, 6, 5, 4, 3, 2, 1, 0),
        Optional.of(new Comparison(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13)),
        new TokenBoard(many(token(), count), count, count),
        many(page(), count),
        count,
        many(picture(), count),
        Optional.of(run()),
        problems);
  }

  private TokenChange token() {
    Look.Gradient gradient = gradient();
    Look.Type type = new Look.Type(text, true, 700, 18, 24, 1);
    Look.Shadows shadows = new Look.Shadows(many(shadow(false), 30));
    return new TokenChange(
        text,
        new ValueChange(text, new Look.Words(text), new Look.Absent(), 1),
        Long.MAX_VALUE,
        Long.MAX_VALUE / 1_000_000,
        Double.MAX_VALUE,
        List.of(
            new ValueChange(text, gradient, gradient, 1),
            new ValueChange(text, type, type, 1),
            new ValueChange(text, shadows, shadows, 1),
            new ValueChange(text, new Look.Words(text), new Look.Words(text), 1),
            new ValueChange(
                text,
                new Look.Solid(new Rgba(Double.NaN, -1, 2, 0.5)),
                new Look.Solid(new Rgba(0, 0, 0, 1)),
                1),
            new ValueChange(
                "radius" + text,
                new Look.Lengths(many(1e300, 40)),
                new Look.Length(Double.NEGATIVE_INFINITY),
                1),
            new ValueChange(text, new Look.Share(Double.NaN), new Look.Absent(), 1)),
        1,
        List.of(text, text));
  }

  private static Look.Gradient gradient() {
    return new Look.Gradient(
        Look.Gradient.Form.CONIC,
        10.123456,
        many(new Look.Gradient.Stop(0.123456, new Rgba(0.1, 0.2, 0.3, 0.4)), 60));
  }

  private static Shadow shadow(boolean inner) {
    return new Shadow(inner, 1.234, 2.345, 3.456, 4.567, new Rgba(0.1, 0.2, 0.3, 0.4));
  }

  private PageMap page() {
    PageMap.Tile tile = new PageMap.Tile(text, text, new Box(-1234.56, 10.5, 999.99, 99), 3, 2, 1);
    return new PageMap(text, text, text, 300, 200, 100, 50, many(tile, count), 7);
  }

  private Picture picture() {
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < count * 5; i++) {
      layers.add(layer(i));
    }
    return new Picture(
        text, text, text, text, 1, 1, new Box(0, 0, 800, 600), layers, layers, true, count);
  }

  private Layer layer(int i) {
    Look.Type type = new Look.Type(text, true, 900, 13.37, 17.77, 0.33);
    Box box = new Box(i * 1.37, i * 3.33, 123.45, 345.67);
    List<Look> paints =
        List.of(
            new Look.Solid(new Rgba(0.1, 0.2, 0.3, 0.44)),
            new Look.Gradient(Look.Gradient.Form.LINEAR, i, gradient().stops()));
    return new Layer(
        text,
        text,
        i % 9,
        Layer.Form.values()[i % Layer.Form.values().length],
        box,
        i * 1.1,
        List.of(1.1, 2.2, 3.3, i * 1.0),
        0.55,
        true,
        paints,
        paints,
        1.25,
        List.of(shadow(false), shadow(true)),
        i % 2 == 0 ? new Layer.Text(text, type, Layer.Align.CENTER) : null,
        true);
  }

  private RunGraph run() {
    List<RunGraph.Sample> samples = new ArrayList<>();
    for (int i = 0; i < count * 100; i++) {
      samples.add(new RunGraph.Sample(i * 123_456_789L, i * 77L, i, i * 1_111_111L, i * 999_999L));
    }
    return new RunGraph(text, samples, 95_000_000, 90_000_000, new RunGraph.Times(1, 2, 3, 4, 5));
  }

  private static <T> List<T> many(T item, int count) {
    return Collections.nCopies(count, item);
  }
}

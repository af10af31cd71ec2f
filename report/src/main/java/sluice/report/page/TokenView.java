package sluice.report.page;

import java.util.ArrayList;
import java.util.List;
import sluice.report.Look;
import sluice.report.Rgba;
import sluice.report.TokenChange;
import sluice.report.ValueChange;

/// One token of the board, for its template.
///
/// @param name its name
/// @param counts nodes and changes
/// @param impact visual impact in words
/// @param bar visual impact beside the largest, drawn
/// @param values pairs of values
/// @param rest changes with other pairs, in words, empty for none
record TokenView(
    String name, String counts, String impact, Markup bar, List<Value> values, String rest) {
  /// Pairs of values of one token that are shown.
  static final int VALUES_MAX = 6;

  /// One value that became another.
  ///
  /// @param count how often, in words
  /// @param beforeDetail the former value in a second notation, empty for none
  record Value(
      String property,
      String count,
      Markup before,
      Markup after,
      String beforeText,
      String afterText,
      String beforeDetail,
      String afterDetail,
      List<Remark> remarks) {}

  /// @param index the token's place on the board
  /// @param impactMax the largest impact on the board
  static TokenView of(TokenChange token, int index, double impactMax) {
    List<Value> values = new ArrayList<>();
    long omitted = token.changesOmitted();
    for (int i = 0; i < token.values().size(); i++) {
      ValueChange change = token.values().get(i);
      if (i < VALUES_MAX) {
        values.add(value(change, "v" + index + "-" + i));
      } else {
        omitted += change.count();
      }
    }
    return new TokenView(
        Shown.name(token.token()),
        Figures.counted(token.nodes(), "node", "nodes")
            + ", "
            + Figures.counted(token.changes(), "change", "changes"),
        "visual impact " + Figures.decimal(token.impact(), 0) + " px²",
        Bars.share(impactMax <= 0 ? 0 : token.impact() / impactMax),
        values,
        omitted == 0
            ? ""
            : Figures.counted(omitted, "further change", "further changes") + " with other values");
  }

  private static Value value(ValueChange change, String prefix) {
    Sample sample = new Sample(change, prefix);
    List<Remark> remarks =
        change.before() instanceof Look.Solid(Rgba before)
                && change.after() instanceof Look.Solid(Rgba after)
            ? ColorRemarks.of(before, after)
            : List.of();
    return new Value(
        Shown.shortName(change.property()),
        Figures.count(change.count()) + " ×",
        sample.before(),
        sample.after(),
        Words.of(change.before()),
        Words.of(change.after()),
        detail(change.before()),
        detail(change.after()),
        remarks);
  }

  private static String detail(Look look) {
    return look instanceof Look.Solid(Rgba color) ? ColorText.oklch(color) : "";
  }
}

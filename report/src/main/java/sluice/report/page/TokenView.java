package sluice.report.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.report.Look;
import sluice.report.Rgba;
import sluice.report.TokenChange;
import sluice.report.ValueChange;

/// One token of the board, for its template.
///
/// @param name its name
/// @param counts nodes and changes
/// @param impact visual impact in words, empty where nothing is touched
/// @param bar visual impact beside the largest, drawn
/// @param values pairs of values
/// @param rest changes with other pairs, in words, empty for none
/// @param remarks what else there is to say
record TokenView(
    String name,
    String counts,
    String impact,
    Markup bar,
    List<Value> values,
    String rest,
    List<String> remarks) {
  /// Pairs of values of one token that are shown.
  static final int VALUES_MAX = 6;

  /// Properties that are named beside one pair of values; a document has few that share a token.
  private static final int PROPERTIES_MAX = 8;

  /// One value that became another.
  ///
  /// @param properties where that happened
  /// @param beforeDetail the former value in a second notation, empty for none
  record Value(
      List<Property> properties,
      Markup before,
      Markup after,
      String beforeText,
      String afterText,
      String beforeDetail,
      String afterDetail,
      List<Remark> remarks) {}

  /// A property and how often it changed; empty for the token as such.
  record Property(String name, String count) {}

  /// @param index the token's place on the board
  /// @param impactMax the largest impact on the board
  static TokenView of(TokenChange token, int index, double impactMax) {
    boolean touchesNothing = token.nodes() == 0;
    List<Value> values = new ArrayList<>();
    long omitted = token.changesOmitted();
    for (List<ValueChange> alike : alike(token)) {
      if (values.size() < VALUES_MAX) {
        values.add(value(alike, token.itself(), "v" + index + "-" + values.size()));
      } else {
        omitted += alike.stream().mapToLong(ValueChange::count).sum();
      }
    }
    return new TokenView(
        Shown.name(token.token()),
        touchesNothing
            ? "touches no node"
            : Figures.counted(token.nodes(), "node", "nodes")
                + ", "
                + Figures.counted(token.changes(), "change", "changes"),
        touchesNothing ? "" : "visual impact " + Figures.decimal(token.impact(), 0) + " px²",
        Bars.share(impactMax <= 0 ? 0 : token.impact() / impactMax),
        values,
        omitted == 0
            ? ""
            : Figures.counted(omitted, "further change", "further changes") + " with other values",
        token.remarks().stream().map(Shown::sentence).toList());
  }

  /// Changes of several properties from one value to another: shown once, and drawn alike. The
  /// token as such is the first of them.
  private static Collection<List<ValueChange>> alike(TokenChange token) {
    List<ValueChange> changes = new ArrayList<>();
    if (token.itself() != null) {
      changes.add(token.itself());
    }
    changes.addAll(token.values());
    Map<Pair, List<ValueChange>> alike = new LinkedHashMap<>();
    for (ValueChange change : changes) {
      Pair pair =
          new Pair(spelled(change.before()), spelled(change.after()), Sample.isRadius(change));
      alike.computeIfAbsent(pair, _ -> new ArrayList<>()).add(change);
    }
    return alike.values();
  }

  /// Colours of one spelling are one: documents keep fewer digits than tokens come to.
  private static Look spelled(Look look) {
    return look instanceof Look.Solid ? new Look.Words(Words.of(look)) : look;
  }

  private record Pair(Look before, Look after, boolean isRadius) {}

  @SuppressWarnings("ReferenceEquality") // A change of a node may equal that of the token.
  private static Value value(List<ValueChange> alike, @Nullable ValueChange itself, String prefix) {
    ValueChange change = alike.getFirst();
    Sample sample = new Sample(change, prefix);
    List<Remark> remarks =
        change.before() instanceof Look.Solid(Rgba before)
                && change.after() instanceof Look.Solid(Rgba after)
            ? ColorRemarks.of(before, after)
            : List.of();
    return new Value(
        alike.stream().limit(PROPERTIES_MAX).map(one -> property(one, one == itself)).toList(),
        sample.before(),
        sample.after(),
        Words.of(change.before()),
        Words.of(change.after()),
        detail(change.before()),
        detail(change.after()),
        remarks);
  }

  private static Property property(ValueChange change, boolean isToken) {
    if (isToken) {
      String type = Shown.shortName(change.property());
      return new Property(type.isEmpty() ? "the token" : "the token (" + type + ")", "");
    }
    return new Property(Shown.shortName(change.property()), Figures.count(change.count()));
  }

  private static String detail(Look look) {
    return look instanceof Look.Solid(Rgba color) ? ColorText.oklch(color) : "";
  }
}

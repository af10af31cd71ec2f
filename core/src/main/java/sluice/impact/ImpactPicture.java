package sluice.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sluice.report.Comparison;
import sluice.report.Heading;
import sluice.report.Report;
import sluice.report.TokenBoard;
import sluice.report.TokenChange;
import sluice.report.ValueChange;
import sluice.report.gather.ReportLimits;
import sluice.report.gather.ReportSum;

/// Impact as a report to look at. Its numbers are the impact's; what values, pages and frames look
/// like comes from the reports of the runs.
public final class ImpactPicture {
  /// What breaks comes first; what touches no node comes last, in the impact's order.
  private static final Comparator<Row> ORDER =
      Comparator.comparing((Row row) -> row.token.broken() == 0)
          .thenComparing(Comparator.comparingDouble(Row::visual).reversed())
          .thenComparing(Comparator.comparingLong((Row row) -> row.token.changes()).reversed())
          .thenComparing(Comparator.comparingLong((Row row) -> row.token.nodes()).reversed());

  private ImpactPicture() {}

  /// A token with what the runs show of it, null where they do not.
  private record Row(Impact.OfToken token, @Nullable TokenChange seen) {
    double visual() {
      return seen == null ? 0 : seen.impact();
    }
  }

  /// The report.
  ///
  /// @param runs the reports of the same runs
  public static Report of(Impact impact, ReportSum runs) {
    return new Report(
        new Heading(
            Heading.Kind.IMPACT,
            impact.documents().stream().map(Impact.OfDocument::name).toList(),
            runs.versions(),
            themes(impact.themes()),
            ""),
        runs.counts(),
        Optional.of(comparison(impact)),
        board(impact, runs),
        runs.pages(),
        runs.pagesOmitted(),
        runs.pictures(),
        runs.run(),
        runs.problems());
  }

  private static List<String> themes(Impact.Themes themes) {
    return themes.older().equals(themes.newer())
        ? themes.newer()
        : List.of(String.join(", ", themes.older()) + " → " + String.join(", ", themes.newer()));
  }

  private static Comparison comparison(Impact impact) {
    ImpactCounts counts = impact.counts();
    return new Comparison(
        impact.diff().count(TokenDelta.Kind.CHANGED),
        impact.diff().count(TokenDelta.Kind.ADDED),
        impact.diff().count(TokenDelta.Kind.REMOVED),
        counts.nodes(),
        counts.changes(),
        counts.driftNodes(),
        counts.drift(),
        counts.kept(),
        counts.brokenNodes(),
        counts.broken(),
        counts.repaired(),
        counts.stillBroken(),
        counts.layoutNodes());
  }

  private static TokenBoard board(Impact impact, ReportSum runs) {
    List<Row> rows = new ArrayList<>();
    for (Impact.OfToken token : impact.tokens()) {
      rows.add(new Row(token, runs.token(token.name())));
    }
    rows.sort(ORDER);
    int shown = Math.min(rows.size(), ReportLimits.TOKENS_SHOWN_MAX);
    List<Row> rest = rows.subList(shown, rows.size());
    return new TokenBoard(
        rows.subList(0, shown).stream().map(ImpactPicture::change).toList(),
        rest.size() + (impact.otherTokens() > 0 ? 1 : 0),
        rest.stream().mapToLong(row -> row.token.changes()).sum() + impact.otherTokens());
  }

  private static TokenChange change(Row row) {
    Impact.OfToken token = row.token;
    List<ValueChange> values = row.seen == null ? List.of() : row.seen.values();
    return new TokenChange(
        token.name(),
        token.delta() == null ? null : TokenLook.of(token.delta(), token.nodes()),
        token.nodes(),
        token.changes(),
        row.visual(),
        values,
        token.changes() - values.stream().mapToLong(ValueChange::count).sum(),
        remarks(token));
  }

  private static List<String> remarks(Impact.OfToken token) {
    List<String> remarks = new ArrayList<>();
    TokenDelta delta = token.delta();
    if (delta == null) {
      remarks.add("The token itself is not different.");
    } else if (delta.kind() != TokenDelta.Kind.CHANGED) {
      remarks.add(delta.kind() == TokenDelta.Kind.ADDED ? "Added." : "Removed.");
    } else if (delta.because() != null) {
      remarks.add("Follows from " + ImpactWords.because(delta) + ".");
    }
    if (delta != null && delta.after() != null && !delta.after().resolved()) {
      remarks.add("Has no value any more.");
    }
    if (token.broken() > 0) {
      remarks.add(
          String.format(
              Locale.ROOT,
              "%,d %s can no longer get a value.",
              token.broken(),
              token.broken() == 1 ? "property" : "properties"));
    }
    return remarks;
  }
}

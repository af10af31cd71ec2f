package sluice.report.gather;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.report.TokenBoard;
import sluice.report.TokenChange;
import sluice.report.ValueChange;

/// What each token changes, counted node by node.
///
/// Tokens and pairs of values are told apart as they come, up to bounds; every further change is
/// counted, with its token while that is known, and else on its own. Counts are exact either way.
public final class TokenTally {
  private static final Comparator<Counted> MOST_FREQUENT =
      Comparator.<Counted>comparingLong(value -> -value.count)
          .thenComparing(value -> value.change.property());

  private static final Comparator<Entry> MOST_IMPACT =
      Comparator.<Entry>comparingDouble(entry -> -entry.impact)
          .thenComparingLong(entry -> -entry.changes)
          .thenComparing(entry -> entry.token);

  private final Map<String, Entry> tokens = new HashMap<>();
  private final Map<Change, Counted> values = new HashMap<>();
  private long nodes;
  private long otherChanges;

  private static final class Entry {
    final String token;
    final List<Counted> values = new ArrayList<>();
    long nodes;
    long lastNode;
    long changes;
    double impact;

    Entry(String token) {
      this.token = token;
    }
  }

  private static final class Counted {
    final Change change;
    final Entry token;
    long count;

    Counted(Change change, Entry token) {
      this.change = change;
      this.token = token;
    }
  }

  /// Counts what changes on one node.
  ///
  /// @param area the area it covers in square pixels, 1 where that is not known
  /// @return the visual impact of it all
  public double add(List<Change> changes, double area) {
    nodes++;
    double sum = 0;
    for (int i = 0; i < changes.size(); i++) {
      Change change = changes.get(i);
      double impact = change.distance() * area;
      sum += impact;
      Counted counted = values.get(change);
      Entry entry = counted != null ? counted.token : entry(change.token());
      if (entry == null) {
        otherChanges++;
        continue;
      }
      if (counted == null) {
        counted = newValue(change, entry);
      }
      if (counted != null) {
        counted.count++;
      }
      entry.changes++;
      entry.impact += impact;
      if (entry.lastNode != nodes) {
        entry.lastNode = nodes;
        entry.nodes++;
      }
    }
    return sum;
  }

  private @Nullable Entry entry(String token) {
    Entry known = tokens.get(token);
    if (known == null && tokens.size() < ReportLimits.TOKENS_MAX) {
      known = new Entry(token);
      tokens.put(token, known);
    }
    return known;
  }

  private @Nullable Counted newValue(Change change, Entry entry) {
    if (entry.values.size() >= ReportLimits.TOKEN_VALUES_MAX
        || values.size() >= ReportLimits.VALUES_MAX) {
      return null;
    }
    Counted counted = new Counted(change, entry);
    values.put(change, counted);
    entry.values.add(counted);
    return counted;
  }

  /// The tokens with the largest impact.
  public TokenBoard board() {
    List<Entry> sorted = new ArrayList<>(tokens.values());
    sorted.sort(MOST_IMPACT);
    List<TokenChange> shown = new ArrayList<>();
    long omitted = otherChanges > 0 ? 1 : 0;
    long changesOmitted = otherChanges;
    for (Entry entry : sorted) {
      if (shown.size() < ReportLimits.TOKENS_SHOWN_MAX) {
        shown.add(shown(entry));
      } else {
        omitted++;
        changesOmitted += entry.changes;
      }
    }
    return new TokenBoard(shown, omitted, changesOmitted);
  }

  private static TokenChange shown(Entry entry) {
    List<Counted> sorted = new ArrayList<>(entry.values);
    sorted.sort(MOST_FREQUENT);
    List<ValueChange> pairs = new ArrayList<>();
    long counted = 0;
    for (Counted value :
        sorted.subList(0, Math.min(sorted.size(), ReportLimits.VALUES_SHOWN_MAX))) {
      Change change = value.change;
      pairs.add(new ValueChange(change.property(), change.before(), change.after(), value.count));
      counted += value.count;
    }
    return new TokenChange(
        entry.token,
        null,
        entry.nodes,
        entry.changes,
        entry.impact,
        pairs,
        entry.changes - counted,
        List.of());
  }
}

package sluice.report;

import java.util.List;

/// What one token changed.
///
/// @param token its name
/// @param nodes nodes it changed a property of
/// @param changes properties it changed
/// @param impact visual impact, larger is more: how far apart old and new values are, from 0 to 1,
///   times the area in square pixels they are seen on, summed over nodes
/// @param values the most frequent pairs of values, most frequent first
/// @param changesOmitted changes with other pairs of values
public record TokenChange(
    String token,
    long nodes,
    long changes,
    double impact,
    List<ValueChange> values,
    long changesOmitted) {
  public TokenChange {
    values = List.copyOf(values);
  }
}

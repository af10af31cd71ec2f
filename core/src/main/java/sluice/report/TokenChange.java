package sluice.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one token changed.
///
/// @param token its name
/// @param itself how the token as such is different, its type in the place of a property and as
///   often as it has nodes; null where only what it is written to is told
/// @param nodes nodes it changed a property of
/// @param changes properties it changed
/// @param impact visual impact, larger is more: how far apart old and new values are, from 0 to 1,
///   times the area in square pixels they are seen on, summed over nodes
/// @param values the most frequent pairs of values, most frequent first
/// @param changesOmitted changes with other pairs of values
/// @param remarks what else there is to say of it, in words
public record TokenChange(
    String token,
    @Nullable ValueChange itself,
    long nodes,
    long changes,
    double impact,
    List<ValueChange> values,
    long changesOmitted,
    List<String> remarks) {
  public TokenChange {
    values = List.copyOf(values);
    remarks = List.copyOf(remarks);
  }
}

package sluice.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sluice.token.SetStatus;

/// The order sets are merged in, lowest priority first (Tokens Studio, themes and sets).
final class SetOrder {
  private SetOrder() {}

  /// Sets that are neither enabled nor source first, so that they still take part; then those that
  /// are. Both in file order.
  static List<String> of(List<String> fileOrder, Map<String, SetStatus> statuses) {
    return of(fileOrder, statuses, Map.of());
  }

  /// The same, where those that do not count are further split: the ones that count under no theme
  /// at all come first.
  ///
  /// @param overall how each set counts under all themes together
  static List<String> of(
      List<String> fileOrder, Map<String, SetStatus> statuses, Map<String, SetStatus> overall) {
    List<String> order = new ArrayList<>(fileOrder.size());
    for (String set : fileOrder) {
      if (!counts(set, statuses) && !counts(set, overall)) {
        order.add(set);
      }
    }
    for (String set : fileOrder) {
      if (!counts(set, statuses) && counts(set, overall)) {
        order.add(set);
      }
    }
    for (String set : fileOrder) {
      if (counts(set, statuses)) {
        order.add(set);
      }
    }
    return order;
  }

  private static boolean counts(String set, Map<String, SetStatus> statuses) {
    return statuses.getOrDefault(set, SetStatus.DISABLED) != SetStatus.DISABLED;
  }
}

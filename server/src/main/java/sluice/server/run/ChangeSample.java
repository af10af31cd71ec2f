package sluice.server.run;

import java.util.ArrayList;
import java.util.List;

/// The first few nodes that would change, for dry runs. Safe for use by several threads.
final class ChangeSample {
  /// Nodes that are listed.
  static final int CHANGES_MAX = 200;

  private final List<String> changes = new ArrayList<>();

  synchronized void addAll(List<String> more) {
    for (String change : more) {
      if (changes.size() < CHANGES_MAX) {
        changes.add(change);
      }
    }
  }

  /// As a JSON array.
  synchronized String json() {
    return "[" + String.join(",", changes) + "]";
  }
}

package sluice.report.gather;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Changes met before, so that the same one is the same object and counting it compares nothing
/// else. Safe for use by several threads; holds as many as are told apart.
public final class KnownChanges {
  private final Map<Change, Change> known = new ConcurrentHashMap<>();

  /// The change met first that is equal to this one.
  public Change first(Change change) {
    Change first = known.get(change);
    if (first != null) {
      return first;
    }
    if (known.size() < ReportLimits.VALUES_MAX) {
      known.putIfAbsent(change, change);
    }
    return change;
  }
}

package sluice.format.penpot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How often shapes name tokens that have no value, by name: real files have many that exist in no
/// active set. Bounded; not safe for use by several threads.
final class DanglingNames {
  private final Map<Key, Long> counts = new LinkedHashMap<>();
  private long others;
  private long pairs;

  /// A name in a file of the archive.
  record Key(String file, String name) {}

  /// A name with how many attributes of shapes take it.
  record Count(Key key, long pairs) {}

  void add(Key key, long times) {
    pairs += times;
    if (counts.size() < PenpotLimits.DANGLING_NAMES_MAX || counts.containsKey(key)) {
      counts.merge(key, times, Long::sum);
    } else {
      others += times;
    }
  }

  void addAll(DanglingNames later) {
    later.counts.forEach(this::add);
    pairs += later.others;
    others += later.others;
  }

  void clear() {
    counts.clear();
    others = 0;
    pairs = 0;
  }

  /// All attributes of all shapes.
  long pairs() {
    return pairs;
  }

  /// Attributes whose names were too many to be told apart.
  long others() {
    return others;
  }

  /// The names, those met most often first, then as met.
  List<Count> counts() {
    List<Count> sorted = new ArrayList<>();
    counts.forEach((key, count) -> sorted.add(new Count(key, count)));
    sorted.sort(Comparator.comparingLong(Count::pairs).reversed());
    return sorted;
  }
}

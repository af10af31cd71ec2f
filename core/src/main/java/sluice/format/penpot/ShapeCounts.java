package sluice.format.penpot;

/// How the shapes of a chunk, or of all chunks written, came out.
final class ShapeCounts {
  long nodes;
  long withTokens;
  long changed;
  long unchanged;
  long skipped;
  long failed;
  long carried;
  long pending;
  long changes;
  long pairs;
  long cacheHits;
  long cacheMisses;
  long replacedEntries;

  void add(ShapeCounts more) {
    nodes += more.nodes;
    withTokens += more.withTokens;
    changed += more.changed;
    unchanged += more.unchanged;
    skipped += more.skipped;
    failed += more.failed;
    carried += more.carried;
    pending += more.pending;
    changes += more.changes;
    pairs += more.pairs;
    cacheHits += more.cacheHits;
    cacheMisses += more.cacheMisses;
    replacedEntries += more.replacedEntries;
  }

  void clear() {
    nodes = 0;
    withTokens = 0;
    changed = 0;
    unchanged = 0;
    skipped = 0;
    failed = 0;
    carried = 0;
    pending = 0;
    changes = 0;
    pairs = 0;
    cacheHits = 0;
    cacheMisses = 0;
    replacedEntries = 0;
  }
}

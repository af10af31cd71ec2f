package sluice.resolve.dtcg;

import java.util.Map;
import sluice.problem.Location;
import sluice.token.dtcg.DtcgLayer;
import sluice.token.dtcg.DtcgNode;

/// Sources laid over each other: groups merge by path, a token replaces what was there as a whole,
/// a later group property wins (Resolver module, resolution logic).
final class SourceTree {
  private final Entry root;
  private int entries;

  SourceTree() {
    root = new Entry(null, "", Entry.Kind.GROUP, "", new Location.InWhole("tokens"), Map.of());
  }

  /// The outermost group.
  Entry root() {
    return root;
  }

  /// How many tokens and groups there are.
  int entries() {
    return entries;
  }

  /// Lays the sources of a layer over all that is there.
  void add(DtcgLayer layer) {
    for (DtcgNode.Group source : layer.sources()) {
      lay(root, source, layer.set());
    }
  }

  private void lay(Entry group, DtcgNode.Group source, String set) {
    if (source.properties().containsKey("$extends") || source.properties().containsKey("$ref")) {
      group.properties.remove("$extends");
      group.properties.remove("$ref");
    }
    group.properties.putAll(source.properties());
    source
        .children()
        .forEach((name, child) -> {
          Entry there = group.children.get(name);
          switch (child) {
            case DtcgNode.Token token -> {
              Entry entry = add(group, name, Entry.Kind.TOKEN, set, token);
              entry.declared = token.problem();
            }
            case DtcgNode.Group inner -> {
              Entry target =
                  there != null && isMerged(there, inner)
                      ? there
                      : add(group, name, kind(inner), set, inner);
              lay(target, inner, set);
            }
          }
        });
  }

  /// Whether a group is merged into what is there; otherwise it replaces it. A reference without
  /// children takes effect on a group that has some, and is a new token or group anywhere else.
  private static boolean isMerged(Entry there, DtcgNode.Group inner) {
    return there.kind == Entry.Kind.GROUP && !(inner.isUndecided() && there.children.isEmpty());
  }

  private static Entry.Kind kind(DtcgNode.Group group) {
    return group.isUndecided() ? Entry.Kind.UNDECIDED : Entry.Kind.GROUP;
  }

  private Entry add(Entry group, String name, Entry.Kind kind, String set, DtcgNode node) {
    if (++entries > DtcgLimits.ENTRIES_MAX) {
      throw DtcgLimits.tooLarge(
          "there are too many tokens", DtcgLimits.ENTRIES_MAX, "tokens and groups");
    }
    Entry entry = new Entry(group, name, kind, set, node.at(), node.properties());
    group.children.put(name, entry);
    return entry;
  }
}

package sluice.token.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.token.TokenSet;

/// The order of sets under `$metadata.tokenSetOrder` (Tokens Studio, containers).
final class SetFileOrder {
  private SetFileOrder() {}

  /// The names of a `tokenSetOrder` list; none when the metadata has no such list.
  static List<String> listed(@Nullable SourceValue metadata) {
    List<String> names = new ArrayList<>();
    if (metadata instanceof SourceValue.Obj object
        && object.get("tokenSetOrder") instanceof SourceValue.Arr list) {
      for (SourceValue item : list.items()) {
        if (item instanceof SourceValue.Str name) {
          names.add(name.text());
        }
      }
    }
    return names;
  }

  /// Whether the metadata has a `tokenSetOrder` list, be it empty.
  static boolean isListed(@Nullable SourceValue metadata) {
    return metadata instanceof SourceValue.Obj object
        && object.get("tokenSetOrder") instanceof SourceValue.Arr;
  }

  /// The sets sorted by their index in the list; sets that it does not name come last, by code
  /// unit.
  static List<TokenSet> sort(List<TokenSet> sets, List<String> listed) {
    Map<String, Integer> ranks = HashMap.newHashMap(listed.size());
    for (int i = 0; i < listed.size(); i++) {
      ranks.putIfAbsent(listed.get(i), i);
    }
    List<TokenSet> sorted = new ArrayList<>(sets);
    sorted.sort((a, b) -> {
      int rankA = ranks.getOrDefault(a.name(), Integer.MAX_VALUE);
      int rankB = ranks.getOrDefault(b.name(), Integer.MAX_VALUE);
      return rankA == rankB ? a.name().compareTo(b.name()) : Integer.compare(rankA, rankB);
    });
    return sorted;
  }
}

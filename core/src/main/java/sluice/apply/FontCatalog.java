package sluice.apply;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which fonts there are. Must be safe to share between threads.
public interface FontCatalog {

  /// Whether the family has the style, both spelt exactly (`Inter`, `Semi Bold`).
  boolean exists(String family, String style);

  /// Whether the answers are only assumed, because nobody said which fonts there are.
  boolean assumed();

  /// Every plausible font: one family name, and a style that is a name rather than a number.
  static FontCatalog assumeAll() {
    return AssumedFonts.INSTANCE;
  }

  /// Exactly the fonts listed.
  ///
  /// @param stylesByFamily family name to its style names
  static FontCatalog of(Map<String, List<String>> stylesByFamily) {
    Map<String, Set<String>> copy = HashMap.newHashMap(stylesByFamily.size());
    for (Map.Entry<String, List<String>> family : stylesByFamily.entrySet()) {
      copy.put(family.getKey(), new HashSet<>(family.getValue()));
    }
    return new ListedFonts(copy);
  }
}

package sluice.apply;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which fonts there are. Must be safe to share between threads.
public interface FontCatalog {

  /// Whether the family has the style, both spelt exactly (`Inter`, `Semi Bold`).
  boolean exists(String family, String style);

  /// Whether the answers are only assumed, because nobody said which fonts there are.
  boolean assumed();

  /// Whether answers come from somewhere else and are worth fetching together.
  default boolean fetches() {
    return false;
  }

  /// Has the answers about some families fetched at the same time, and waits for them, so that
  /// [#exists] need not. Never needed for a right answer.
  default void fetch(Collection<String> families) {}

  /// Why nothing could be found out about a family, or null when it is known; then [#exists] is
  /// false for all its styles.
  default @Nullable String failure(String family) {
    return null;
  }

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

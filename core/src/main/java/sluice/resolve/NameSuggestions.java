package sluice.resolve;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The nearest existing name of each missing one, found once for a library: which names exist does
/// not depend on the themes.
final class NameSuggestions {
  /// Missing names remembered; further ones are compared anew.
  static final int NAMES_MAX = 1_000;

  private final Map<String, Optional<String>> known = new HashMap<>();

  /// The nearest of the existing names, else the nearest in the same group, else null.
  @Nullable String nearest(String missing, Set<String> existing) {
    Optional<String> nearest = known.get(missing);
    if (nearest == null) {
      nearest =
          NearestName.find(missing, existing).or(() -> NearestName.inGroup(missing, existing));
      if (known.size() < NAMES_MAX) {
        known.put(missing, nearest);
      }
    }
    return nearest.orElse(null);
  }
}

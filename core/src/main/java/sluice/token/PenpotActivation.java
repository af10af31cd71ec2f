package sluice.token;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Which themes and sets of a Penpot library are active (`activate-theme` and
/// `get-active-themes-set-names` of `common/src/app/common/types/tokens_lib.cljc`).
///
/// Besides its themes every library has a hidden one, which has the sets of `activeSets` and stands
/// in the group of the themes without a group. Activating a theme deactivates the other ones of its
/// group.
///
/// @param themes the active themes, in the order they were activated
/// @param sets names of the active sets in no particular order; some may not exist
public record PenpotActivation(List<Theme> themes, Set<String> sets) {
  private static final String NO_GROUP = "";

  public PenpotActivation {
    themes = List.copyOf(themes);
    sets = Collections.unmodifiableSet(new LinkedHashSet<>(sets));
  }

  /// What holds when nobody chose: the hidden theme, then each of the library's active themes.
  public static PenpotActivation standing(TokenLibrary library) {
    Map<Path, Theme> themes = new HashMap<>();
    for (Theme theme : library.themes()) {
      themes.put(new Path(group(theme), theme.name()), theme);
    }
    Map<String, Theme> active = new LinkedHashMap<>();
    for (String path : library.activeThemes()) {
      Theme theme = themes.get(Path.of(path));
      if (theme != null) {
        String group = group(theme);
        active.remove(group);
        active.put(group, theme);
      }
    }
    Set<String> sets = new LinkedHashSet<>();
    if (!active.containsKey(NO_GROUP)) {
      sets.addAll(library.activeSets());
    }
    return of(List.copyOf(active.values()), sets);
  }

  /// What holds when a person picks themes: these alone, the hidden theme is off.
  public static PenpotActivation ofThemes(List<Theme> themes) {
    return of(themes, new LinkedHashSet<>());
  }

  /// What holds when a person picks sets: the hidden theme with these.
  public static PenpotActivation ofSets(List<String> names) {
    return of(List.of(), new LinkedHashSet<>(names));
  }

  /// A theme selects every set it names, whatever the status it gives it.
  private static PenpotActivation of(List<Theme> themes, Set<String> sets) {
    List<Theme> active = new ArrayList<>(themes);
    for (Theme theme : active) {
      sets.addAll(theme.statuses().keySet());
    }
    return new PenpotActivation(active, sets);
  }

  private static String group(Theme theme) {
    return Objects.requireNonNullElse(theme.group(), NO_GROUP);
  }

  /// What a theme is called by: its group may hold slashes, its name does not.
  private record Path(String group, String name) {
    static Path of(String written) {
      List<String> parts = PenpotNames.path(written);
      return parts.isEmpty()
          ? new Path(NO_GROUP, "")
          : new Path(String.join("/", parts.subList(0, parts.size() - 1)), parts.getLast());
    }
  }
}

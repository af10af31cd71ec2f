package sluice.resolve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.token.Dialect;
import sluice.token.PenpotActivation;
import sluice.token.SetStatus;
import sluice.token.Theme;
import sluice.token.TokenLibrary;
import sluice.token.TokenSet;

/// Which sets of a library count, how, and in which order (Tokens Studio, themes and sets).
///
/// @param themes the chosen themes in the library's order; empty when sets were chosen, or all
///   count
/// @param statuses every set of the library with its status, in file order
/// @param order every set of the library in merge order, lowest priority first; disabled sets come
///   first and still take part. In a Penpot or DTCG library the library's order; disabled sets take
///   no part
public record ThemeSelection(
    List<Theme> themes, Map<String, SetStatus> statuses, List<String> order) {
  public ThemeSelection {
    themes = List.copyOf(themes);
    statuses = Collections.unmodifiableMap(new LinkedHashMap<>(statuses));
    order = List.copyOf(order);
  }

  /// All sets in file order: the same whatever was chosen.
  public List<String> setNames() {
    return List.copyOf(statuses.keySet());
  }

  /// What a person chose: themes, or sets, or nothing.
  ///
  /// @param themeNames `group/name`, a name that only one group has, or an id
  /// @param setNames sets to enable, lowest priority first
  /// @throws SluiceException `theme-unknown`, `set-unknown`; `option-invalid` for an ambiguous
  ///   name, two themes of one group, or themes and sets together
  public static ThemeSelection choose(
      TokenLibrary library, List<String> themeNames, List<String> setNames) {
    if (!themeNames.isEmpty() && !setNames.isEmpty()) {
      throw new SluiceException(
          Problem.of(ProblemCode.OPTION_INVALID, "themes and sets exclude each other")
              .because("a theme says itself which sets count")
              .advising("give either --theme or --sets"));
    }
    if (library.dialect() == Dialect.DTCG && setNames.isEmpty()) {
      return DtcgSelection.choose(library, themeNames);
    }
    if (!themeNames.isEmpty()) {
      return ofThemes(library, ThemeLookup.find(library.themes(), themeNames));
    }
    return setNames.isEmpty() ? standing(library) : ofSets(library, setNames);
  }

  /// Whether a library has a theme that a person may call so.
  public static boolean knowsTheme(TokenLibrary library, String name) {
    return ThemeLookup.knows(library.themes(), name);
  }

  /// Whether a library has a set of that name.
  public static boolean knowsSet(TokenLibrary library, String name) {
    return library.sets().stream().anyMatch(set -> set.name().equals(name));
  }

  /// A theme that none of some libraries has: `theme-unknown`.
  public static SluiceException themeUnknown(List<TokenLibrary> libraries, String name) {
    List<Theme> themes = new ArrayList<>();
    libraries.forEach(library -> themes.addAll(library.themes()));
    return ThemeLookup.unknown(themes, name);
  }

  /// A set that none of some libraries has: `set-unknown`.
  public static SluiceException setUnknown(List<TokenLibrary> libraries, String name) {
    Set<String> names = new LinkedHashSet<>();
    libraries.forEach(library -> library.sets().forEach(set -> names.add(set.name())));
    return ThemeLookup.unknown(ProblemCode.SET_UNKNOWN, "token set", name, names);
  }

  /// What holds when nothing is chosen: the themes the library marks active; else the statuses it
  /// stores; else all sets count, in file order.
  ///
  /// In a Penpot library nothing counts that it does not mark active. In a DTCG library the default
  /// of each modifier counts.
  ///
  /// @throws SluiceException `option-invalid` when a modifier of a DTCG library has no default
  public static ThemeSelection standing(TokenLibrary library) {
    if (library.dialect() == Dialect.PENPOT) {
      return PenpotSelection.of(library, PenpotActivation.standing(library));
    }
    if (library.dialect() == Dialect.DTCG) {
      return DtcgSelection.choose(library, List.of());
    }
    Set<String> activeIds = new HashSet<>(library.activeThemes());
    List<Theme> active = new ArrayList<>();
    for (Theme theme : library.themes()) {
      if (activeIds.contains(theme.id())) {
        active.add(theme);
      }
    }
    if (!active.isEmpty()) {
      return ofThemes(library, active);
    }
    Map<String, SetStatus> statuses = new LinkedHashMap<>();
    for (TokenSet set : library.sets()) {
      statuses.put(
          set.name(),
          library.usedSets().isEmpty()
              ? SetStatus.ENABLED
              : library.usedSets().getOrDefault(set.name(), SetStatus.DISABLED));
    }
    return inFileOrder(List.of(), statuses);
  }

  /// The given themes, whatever groups they are of. In the library's order each theme overwrites
  /// the statuses before it, except with `DISABLED`.
  ///
  /// In a Penpot library every set a theme names counts, and what the library marks active does
  /// not. In a DTCG library all sets count that are no contexts, and the contexts chosen.
  public static ThemeSelection ofThemes(TokenLibrary library, List<Theme> chosen) {
    if (library.dialect() == Dialect.PENPOT) {
      return PenpotSelection.of(library, PenpotActivation.ofThemes(chosen));
    }
    if (library.dialect() == Dialect.DTCG) {
      return DtcgSelection.of(library, chosen);
    }
    Map<String, SetStatus> statuses = allDisabled(library);
    Set<Theme> wanted = new HashSet<>(chosen);
    List<Theme> inListOrder = new ArrayList<>(chosen.size());
    for (Theme theme : library.themes()) {
      if (wanted.contains(theme)) {
        inListOrder.add(theme);
        for (Map.Entry<String, SetStatus> entry : theme.statuses().entrySet()) {
          if (entry.getValue() != SetStatus.DISABLED) {
            statuses.computeIfPresent(entry.getKey(), (_, _) -> entry.getValue());
          }
        }
      }
    }
    return inFileOrder(inListOrder, statuses);
  }

  /// The given sets, in this order instead of the file order; those of a Penpot library in the
  /// order of the library.
  ///
  /// @param setNames lowest priority first; of a set given twice the later place counts
  /// @throws SluiceException `set-unknown`
  public static ThemeSelection ofSets(TokenLibrary library, List<String> setNames) {
    if (library.dialect() == Dialect.PENPOT) {
      return PenpotSelection.ofSets(library, setNames);
    }
    Map<String, SetStatus> statuses = allDisabled(library);
    Set<String> order = new LinkedHashSet<>(statuses.keySet());
    for (String name : setNames) {
      if (statuses.put(name, SetStatus.ENABLED) == null) {
        throw ThemeLookup.unknown(
            ProblemCode.SET_UNKNOWN, "token set", name, allDisabled(library).keySet());
      }
      order.remove(name);
      order.add(name);
    }
    return new ThemeSelection(List.of(), statuses, List.copyOf(order));
  }

  /// The themes selected when a library is opened for the first time: the first of each group.
  public static List<Theme> firstOfEachGroup(List<Theme> themes) {
    Map<String, Theme> first = new LinkedHashMap<>();
    for (Theme theme : themes) {
      first.putIfAbsent(ThemeLookup.groupKey(theme), theme);
    }
    return List.copyOf(first.values());
  }

  /// How each set counts under all the themes together when styles or variables are made of them:
  /// unlike for applying, `ENABLED` always beats `SOURCE`. Sets that count under none are left out.
  public static Map<String, SetStatus> exportStatuses(List<Theme> themes) {
    Map<String, SetStatus> statuses = new LinkedHashMap<>();
    for (Theme theme : themes) {
      for (Map.Entry<String, SetStatus> entry : theme.statuses().entrySet()) {
        if (entry.getValue() != SetStatus.DISABLED) {
          statuses.merge(
              entry.getKey(),
              entry.getValue(),
              (a, b) -> a == SetStatus.ENABLED || b == SetStatus.ENABLED ? SetStatus.ENABLED : b);
        }
      }
    }
    return statuses;
  }

  private static ThemeSelection inFileOrder(List<Theme> themes, Map<String, SetStatus> statuses) {
    return new ThemeSelection(
        themes, statuses, SetOrder.of(List.copyOf(statuses.keySet()), statuses));
  }

  private static Map<String, SetStatus> allDisabled(TokenLibrary library) {
    Map<String, SetStatus> statuses = LinkedHashMap.newLinkedHashMap(library.sets().size());
    for (TokenSet set : library.sets()) {
      statuses.put(set.name(), SetStatus.DISABLED);
    }
    return statuses;
  }
}

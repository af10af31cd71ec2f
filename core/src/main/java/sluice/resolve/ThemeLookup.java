package sluice.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.token.Theme;

/// Themes by what a person calls them: `group/name`, a name, or an id, in this order of preference.
final class ThemeLookup {
  /// How many names a message lists.
  private static final int LISTED_MAX = 20;

  private ThemeLookup() {}

  /// The themes of the given names, each once. Ends the run when one is unknown or ambiguous, or
  /// when two are of one group.
  static List<Theme> find(List<Theme> themes, List<String> names) {
    Set<Theme> found = new LinkedHashSet<>();
    for (String name : names) {
      found.add(find(themes, name));
    }
    Map<String, Theme> byGroup = new HashMap<>();
    for (Theme theme : found) {
      Theme other = byGroup.put(groupKey(theme), theme);
      if (other != null) {
        throw new SluiceException(
            Problem.of(
                    ProblemCode.OPTION_INVALID,
                    "themes \"%s\" and \"%s\" exclude each other"
                        .formatted(other.label(), theme.label()))
                .because(
                    theme.group() == null
                        ? "neither has a group, and only one such theme can be active"
                        : "both are of group \"" + theme.group() + "\"")
                .advising("choose one of them"));
      }
    }
    return List.copyOf(found);
  }

  /// What themes exclude each other by; themes without a group exclude each other too.
  static String groupKey(Theme theme) {
    return theme.group() == null ? "" : theme.group();
  }

  private static Theme find(List<Theme> themes, String name) {
    List<Theme> matching = matching(themes, Theme::label, name);
    if (matching.isEmpty()) {
      matching = matching(themes, Theme::name, name);
    }
    if (matching.isEmpty()) {
      matching = matching(themes, Theme::id, name);
    }
    if (matching.isEmpty() && isContext(themes)) {
      matching = contexts(themes, name);
    }
    if (matching.isEmpty()) {
      throw unknown(themes, name);
    }
    if (matching.size() > 1) {
      throw ambiguous(name, matching);
    }
    return matching.getFirst();
  }

  /// Whether there is a theme of that name, or there are several.
  static boolean knows(List<Theme> themes, String name) {
    return themes.stream()
            .anyMatch(theme ->
                theme.label().equals(name) || theme.name().equals(name) || theme.id().equals(name))
        || (isContext(themes) && !contexts(themes, name).isEmpty());
  }

  /// A name that is none of the themes there are.
  static SluiceException unknown(List<Theme> themes, String name) {
    Set<String> labels = new LinkedHashSet<>();
    Map<String, String> labelsByName = new LinkedHashMap<>();
    for (Theme theme : themes) {
      labels.add(theme.label());
      labelsByName.putIfAbsent(theme.name(), theme.label());
    }
    SluiceException unknown = unknown(ProblemCode.THEME_UNKNOWN, "theme", name, labels);
    return unknown.problem().help() != null
        ? unknown
        : NearestName.find(name, labelsByName.keySet())
            .map(near -> unknown.problem().advising(meant(labelsByName.get(near))))
            .map(SluiceException::new)
            .orElse(unknown);
  }

  /// Whether the themes are contexts of modifiers (DTCG), whose ids are `modifier=context`.
  private static boolean isContext(List<Theme> themes) {
    Theme first = themes.isEmpty() ? null : themes.getFirst();
    return first != null && first.id().equals(first.group() + "=" + first.name());
  }

  /// The contexts that a name fits: exactly, or, when there is none, in letters of either case.
  static List<Theme> contexts(List<Theme> themes, String name) {
    List<Function<Theme, String>> keys = List.of(Theme::id, Theme::label, Theme::name);
    for (Function<Theme, String> key : keys) {
      List<Theme> matching = matching(themes, key, name);
      if (!matching.isEmpty()) {
        return matching;
      }
    }
    for (Function<Theme, String> key : keys) {
      List<Theme> matching =
          themes.stream().filter(theme -> key.apply(theme).equalsIgnoreCase(name)).toList();
      if (!matching.isEmpty()) {
        return matching;
      }
    }
    return List.of();
  }

  private static List<Theme> matching(
      List<Theme> themes, Function<Theme, String> key, String name) {
    List<Theme> matching = new ArrayList<>();
    for (Theme theme : themes) {
      if (key.apply(theme).equals(name)) {
        matching.add(theme);
      }
    }
    return matching;
  }

  private static SluiceException ambiguous(String name, List<Theme> matching) {
    Set<String> labels = new LinkedHashSet<>();
    matching.forEach(theme -> labels.add(theme.label()));
    boolean sameLabel = labels.size() < matching.size();
    if (sameLabel) {
      matching.forEach(theme -> labels.add(theme.id()));
      labels.removeAll(matching.stream().map(Theme::label).toList());
    }
    return new SluiceException(
        Problem.of(
                ProblemCode.OPTION_INVALID, "there is more than one theme named \"" + name + "\"")
            .because(list(labels))
            .advising(sameLabel ? "give the id" : "give the group too"));
  }

  /// A name that is none of those there are.
  static SluiceException unknown(
      ProblemCode code, String kind, String name, Collection<String> known) {
    Problem problem =
        Problem.of(code, "there is no %s named \"%s\"".formatted(kind, name))
            .because(
                known.isEmpty() ? "the library has no " + kind + "s" : "there are: " + list(known));
    return new SluiceException(
        NearestName.find(name, known)
            .map(nearest -> problem.advising(meant(nearest)))
            .orElse(
                known.isEmpty() && code == ProblemCode.THEME_UNKNOWN
                    ? problem.advising("choose among its token sets with --sets")
                    : problem));
  }

  private static String meant(@Nullable String name) {
    return "did you mean \"" + name + "\"?";
  }

  private static String list(Collection<String> names) {
    StringBuilder text = new StringBuilder();
    int count = 0;
    for (String name : names) {
      if (count == LISTED_MAX) {
        return text.append(" and ").append(names.size() - count).append(" more").toString();
      }
      text.append(count++ == 0 ? "" : ", ").append(name);
    }
    return text.toString();
  }
}

package sluice.resolve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.token.SetStatus;
import sluice.token.Theme;
import sluice.token.TokenLibrary;
import sluice.token.TokenSet;
import sluice.token.dtcg.DtcgLibrary;
import sluice.token.dtcg.DtcgModifier;

/// Which layers of a DTCG library count: those that no modifier decides about, and one context of
/// each modifier (Resolver module, inputs). A theme is a context, its group the modifier.
final class DtcgSelection {
  /// Names a message lists.
  private static final int LISTED_MAX = 20;

  private DtcgSelection() {}

  /// The contexts chosen, and the defaults of the modifiers that are not named.
  ///
  /// @param names `modifier=context`, or the names and ids any library takes; letters match in
  ///   either case when nothing matches exactly
  /// @throws SluiceException `option-invalid` with all that is wrong at once: an unknown modifier
  ///   or context, a modifier without default that is missing, two contexts of one
  static ThemeSelection choose(TokenLibrary library, List<String> names) {
    Map<String, Theme> chosen = new LinkedHashMap<>();
    List<String> wrong = new ArrayList<>();
    for (String name : names) {
      List<Theme> matching = ThemeLookup.contexts(library.themes(), name);
      if (matching.size() == 1) {
        Theme theme = matching.getFirst();
        Theme other = chosen.put(ThemeLookup.groupKey(theme), theme);
        if (other != null && !other.equals(theme)) {
          wrong.add(
              "\"%s\" and \"%s\" are contexts of one modifier".formatted(other.id(), theme.id()));
        }
      } else {
        wrong.add(unknown(library, name, matching));
      }
    }
    Set<String> active = new HashSet<>(library.activeThemes());
    for (DtcgModifier modifier : dtcg(library).modifiers()) {
      if (!chosen.containsKey(modifier.name())) {
        library.themes().stream()
            .filter(theme -> active.contains(theme.id()))
            .filter(theme -> modifier.name().equals(theme.group()))
            .findFirst()
            .ifPresentOrElse(
                theme -> chosen.put(modifier.name(), theme),
                () -> addMissing(modifier, names, wrong));
      }
    }
    if (!wrong.isEmpty()) {
      throw new SluiceException(
          Problem.of(ProblemCode.OPTION_INVALID, "the contexts chosen do not fit the modifiers")
              .because(String.join("; ", wrong))
              .advising("choose with --theme modifier=context"));
    }
    return of(library, List.copyOf(chosen.values()));
  }

  /// A wrong context of the modifier says enough.
  private static void addMissing(DtcgModifier modifier, List<String> names, List<String> wrong) {
    if (names.stream().noneMatch(name -> name.startsWith(modifier.name() + "="))) {
      wrong.add(
          "modifier \"%s\" has no default; its contexts are %s"
              .formatted(modifier.name(), listed(modifier.contexts())));
    }
  }

  private static String unknown(TokenLibrary library, String name, List<Theme> matching) {
    if (!matching.isEmpty()) {
      return "\"%s\" fits %s".formatted(name, listed(matching.stream().map(Theme::id).toList()));
    }
    List<DtcgModifier> modifiers = dtcg(library).modifiers();
    for (DtcgModifier modifier : modifiers) {
      if (name.startsWith(modifier.name() + "=")) {
        return "modifier \"%s\" has no context \"%s\"; it has %s"
            .formatted(
                modifier.name(),
                name.substring(modifier.name().length() + 1),
                listed(modifier.contexts()));
      }
    }
    return "\"%s\" is no context of any modifier; the modifiers are %s"
        .formatted(name, listed(modifiers.stream().map(DtcgModifier::name).toList()));
  }

  private static String listed(List<String> names) {
    String text = String.join(", ", names.stream().limit(LISTED_MAX).toList());
    return names.isEmpty() ? "none" : names.size() > LISTED_MAX ? text + ", …" : text;
  }

  /// Everything that no modifier decides about, and the contexts given.
  static ThemeSelection of(TokenLibrary library, List<Theme> chosen) {
    Set<String> contexts = new HashSet<>();
    library.themes().forEach(theme -> contexts.addAll(theme.statuses().keySet()));
    chosen.forEach(theme -> contexts.removeAll(theme.statuses().keySet()));
    Map<String, SetStatus> statuses = LinkedHashMap.newLinkedHashMap(library.sets().size());
    for (TokenSet set : library.sets()) {
      statuses.put(
          set.name(), contexts.contains(set.name()) ? SetStatus.DISABLED : SetStatus.ENABLED);
    }
    List<Theme> inOrder = library.themes().stream().filter(chosen::contains).toList();
    return new ThemeSelection(inOrder, statuses, List.copyOf(statuses.keySet()));
  }

  private static DtcgLibrary dtcg(TokenLibrary library) {
    return Objects.requireNonNull(library.dtcg());
  }
}

package sluice.resolve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sluice.problem.ProblemCode;
import sluice.token.PenpotActivation;
import sluice.token.SetStatus;
import sluice.token.TokenLibrary;
import sluice.token.TokenSet;

/// Which sets of a Penpot library count: those that are active, in the order of the library,
/// whatever the order in a theme or in what was chosen.
final class PenpotSelection {
  private PenpotSelection() {}

  static ThemeSelection of(TokenLibrary library, PenpotActivation activation) {
    Map<String, SetStatus> statuses = LinkedHashMap.newLinkedHashMap(library.sets().size());
    for (TokenSet set : library.sets()) {
      statuses.put(
          set.name(),
          activation.sets().contains(set.name()) ? SetStatus.ENABLED : SetStatus.DISABLED);
    }
    return new ThemeSelection(activation.themes(), statuses, List.copyOf(statuses.keySet()));
  }

  static ThemeSelection ofSets(TokenLibrary library, List<String> names) {
    List<String> known = library.sets().stream().map(TokenSet::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw ThemeLookup.unknown(ProblemCode.SET_UNKNOWN, "token set", name, known);
      }
    }
    return of(library, PenpotActivation.ofSets(names));
  }
}

package sluice.token;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Everything a token source holds: sets in file order (lowest priority first) and themes.
///
/// @param sets in file order
/// @param themes in list order, which decides between themes
/// @param activeThemes ids of the themes the library itself marks active; may be empty
/// @param usedSets set statuses the library itself stores (`usedTokenSet`); may be empty
public record TokenLibrary(
    List<TokenSet> sets,
    List<Theme> themes,
    List<String> activeThemes,
    Map<String, SetStatus> usedSets) {
  public TokenLibrary {
    sets = List.copyOf(sets);
    themes = List.copyOf(themes);
    activeThemes = List.copyOf(activeThemes);
    usedSets = Collections.unmodifiableMap(new LinkedHashMap<>(usedSets));
  }
}

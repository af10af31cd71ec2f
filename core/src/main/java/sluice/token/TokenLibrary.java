package sluice.token;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.token.dtcg.DtcgLayer;
import sluice.token.dtcg.DtcgLibrary;
import sluice.token.dtcg.DtcgModifier;

/// Everything a token source holds: sets in file order (lowest priority first) and themes.
///
/// @param dialect whose rules the library goes by
/// @param sets in file order; in Penpot's order of its tree of sets
/// @param themes in list order, which decides between themes
/// @param activeThemes the themes the library itself marks active: ids, of a Penpot library paths
///   (`group/name`) in the order they are activated; may be empty
/// @param usedSets set statuses the library itself stores (`usedTokenSet`); may be empty
/// @param activeSets the sets of Penpot's hidden theme, which may name sets that do not exist;
///   empty for other dialects
/// @param dtcg the sources of a DTCG library, whose `sets` are names only; null for other dialects
public record TokenLibrary(
    Dialect dialect,
    List<TokenSet> sets,
    List<Theme> themes,
    List<String> activeThemes,
    Map<String, SetStatus> usedSets,
    List<String> activeSets,
    @Nullable DtcgLibrary dtcg) {
  public TokenLibrary {
    sets = List.copyOf(sets);
    themes = List.copyOf(themes);
    activeThemes = List.copyOf(activeThemes);
    usedSets = Collections.unmodifiableMap(new LinkedHashMap<>(usedSets));
    activeSets = List.copyOf(activeSets);
  }

  /// A library of Tokens Studio.
  public TokenLibrary(
      List<TokenSet> sets,
      List<Theme> themes,
      List<String> activeThemes,
      Map<String, SetStatus> usedSets) {
    this(Dialect.TOKENS_STUDIO, sets, themes, activeThemes, usedSets, List.of(), null);
  }

  /// A library of Penpot.
  public static TokenLibrary penpot(
      List<TokenSet> sets, List<Theme> themes, List<String> activeThemes, List<String> activeSets) {
    return new TokenLibrary(Dialect.PENPOT, sets, themes, activeThemes, Map.of(), activeSets, null);
  }

  /// A DTCG library: a set for each layer, a theme for each context of a modifier, and the defaults
  /// of modifiers as active themes.
  public static TokenLibrary dtcg(DtcgLibrary library) {
    Map<String, TokenSet> sets = new LinkedHashMap<>();
    for (DtcgLayer layer : library.layers()) {
      sets.put(layer.set(), new TokenSet(layer.set(), List.of()));
    }
    List<Theme> themes = new ArrayList<>();
    List<String> active = new ArrayList<>();
    for (DtcgModifier modifier : library.modifiers()) {
      for (String context : modifier.contexts()) {
        String id = DtcgModifier.setName(modifier.name(), context);
        themes.add(new Theme(id, context, modifier.name(), Map.of(id, SetStatus.ENABLED)));
        if (context.equals(modifier.standard())) {
          active.add(id);
        }
      }
    }
    return new TokenLibrary(
        Dialect.DTCG, List.copyOf(sets.values()), themes, active, Map.of(), List.of(), library);
  }
}

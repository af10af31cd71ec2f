package sluice.convert;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import sluice.token.Theme;
import sluice.token.TokenLibrary;
import sluice.token.TokenSet;
import sluice.token.TokenValue;

/// Modifiers and contexts as themes: a theme for each context, with its own set and all sets that
/// no modifier decides about.
final class StudioThemes {
  private StudioThemes() {}

  /// `$themes.json`.
  ///
  /// @param nameOf the name of a layer's set
  static String themes(TokenLibrary library, UnaryOperator<String> nameOf) {
    Set<String> contexts = new HashSet<>();
    library.themes().forEach(theme -> contexts.addAll(theme.statuses().keySet()));
    List<TokenValue> themes = new ArrayList<>();
    for (Theme theme : library.themes()) {
      Map<String, TokenValue> statuses = new LinkedHashMap<>();
      for (TokenSet set : library.sets()) {
        if (!contexts.contains(set.name()) || theme.statuses().containsKey(set.name())) {
          statuses.put(nameOf.apply(set.name()), new TokenValue.Text("enabled"));
        }
      }
      Map<String, TokenValue> members = new LinkedHashMap<>();
      members.put("id", new TokenValue.Text(theme.id()));
      members.put("name", new TokenValue.Text(theme.name()));
      if (theme.group() != null) {
        members.put("group", new TokenValue.Text(theme.group()));
      }
      members.put("selectedTokenSets", new TokenValue.Parts(statuses));
      themes.add(new TokenValue.Parts(members));
    }
    return JsonFile.of(new TokenValue.Many(themes));
  }

  /// `$metadata.json`.
  static String metadata(TokenLibrary library, UnaryOperator<String> nameOf) {
    List<TokenValue> names = new ArrayList<>();
    for (TokenSet set : library.sets()) {
      names.add(new TokenValue.Text(nameOf.apply(set.name())));
    }
    return JsonFile.of(DtcgLiteral.parts("tokenSetOrder", new TokenValue.Many(names)));
  }
}

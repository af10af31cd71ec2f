package sluice.convert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sluice.token.Dialect;
import sluice.token.SetStatus;
import sluice.token.Theme;
import sluice.token.Token;
import sluice.token.TokenLibrary;
import sluice.token.TokenSet;
import sluice.token.TokenValue;

/// Sets and themes as a resolver document.
///
/// A group of themes is a modifier, a theme a context with the sets that it turns on. A set that
/// every theme of some group turns on always counts, and stands in the resolution order itself. The
/// order of sets stays wherever it decides something, which is where two sets declare one name; a
/// modifier stands in one place, so that its sets may have to move past others.
final class ResolverText {
  private static final String SCHEMA = "https://www.designtokens.org/schemas/2025.10/resolver.json";
  private static final String WITHOUT_GROUP = "theme";

  private final TokenLibrary library;
  private final FileNames files;
  private final Losses losses;

  /// Groups of at least two themes, by the name of their modifier.
  private final Map<String, List<Theme>> modifiers = new LinkedHashMap<>();

  /// Sets that count whatever is chosen.
  private final Set<String> constant = new LinkedHashSet<>();

  /// Sets that nothing turns on.
  private final Set<String> idle = new LinkedHashSet<>();

  ResolverText(TokenLibrary library, FileNames files, Losses losses) {
    this.library = library;
    this.files = files;
    this.losses = losses;
  }

  String json() {
    group();
    tellMergedComposites();
    Map<String, TokenValue> members = new LinkedHashMap<>();
    members.put("$schema", new TokenValue.Text(SCHEMA));
    members.put("version", new TokenValue.Text("2025.10"));
    Map<String, TokenValue> sets = new LinkedHashMap<>();
    for (TokenSet set : library.sets()) {
      TokenValue source = reference(files.of(set.name()) + ".tokens.json");
      sets.put(set.name(), DtcgLiteral.parts("sources", new TokenValue.Many(List.of(source))));
    }
    members.put("sets", new TokenValue.Parts(sets));
    if (!modifiers.isEmpty()) {
      Map<String, TokenValue> all = new LinkedHashMap<>();
      modifiers.forEach((name, themes) -> all.put(name, modifier(themes)));
      members.put("modifiers", new TokenValue.Parts(all));
    }
    List<TokenValue> order = new ArrayList<>();
    for (ResolutionOrder.Item item : ResolutionOrder.of(library, this::items, losses)) {
      order.add(reference((item.isModifier() ? "#/modifiers/" : "#/sets/") + pointer(item.name())));
    }
    members.put("resolutionOrder", new TokenValue.Many(order));
    return JsonFile.of(new TokenValue.Parts(members));
  }

  private static TokenValue reference(String to) {
    return DtcgLiteral.parts("$ref", new TokenValue.Text(to));
  }

  private static String pointer(String name) {
    return name.replace("~", "~0").replace("/", "~1").replace("%", "%25");
  }

  /// Which items of the resolution order a set is part of.
  private List<ResolutionOrder.Item> items(String set) {
    boolean isVisible = library.dialect() == Dialect.TOKENS_STUDIO || !idle.contains(set);
    if (constant.contains(set) || (idle.contains(set) && isVisible)) {
      return List.of(new ResolutionOrder.Item(set, false, idle.contains(set)));
    }
    List<ResolutionOrder.Item> items = new ArrayList<>();
    modifiers.forEach((name, themes) -> {
      if (themes.stream().anyMatch(theme -> isOn(theme, set))) {
        items.add(new ResolutionOrder.Item(name, true, false));
      }
    });
    return items;
  }

  private void group() {
    Map<String, List<Theme>> groups = new LinkedHashMap<>();
    for (Theme theme : library.themes()) {
      String group = theme.group() == null ? WITHOUT_GROUP : theme.group();
      groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(theme);
      tellSources(theme);
    }
    groups.forEach((name, themes) -> {
      if (themes.size() > 1) {
        modifiers.put(name, themes);
      } else {
        losses.add(
            "the theme \"%s\" is no choice in DTCG".formatted(themes.getFirst().label()),
            null,
            "a modifier has at least two contexts; the sets of the theme always count");
      }
    });
    for (TokenSet set : library.sets()) {
      boolean always =
          groups.isEmpty()
              ? isOnWithoutThemes(set.name())
              : groups.values().stream()
                  .anyMatch(themes -> themes.stream().allMatch(theme -> isOn(theme, set.name())));
      boolean ever = always || library.themes().stream().anyMatch(theme -> isOn(theme, set.name()));
      if (always) {
        constant.add(set.name());
      } else if (!ever) {
        idle.add(set.name());
        losses.add(
            "no theme turns the set \"%s\" on".formatted(set.name()),
            null,
            library.dialect() == Dialect.TOKENS_STUDIO
                ? "its tokens can be referred to; in DTCG they count, below all others"
                : "it is in the resolver document and not in its order");
      }
    }
  }

  private boolean isOnWithoutThemes(String set) {
    if (library.dialect() == Dialect.PENPOT) {
      return library.activeSets().isEmpty() || library.activeSets().contains(set);
    }
    return library.usedSets().isEmpty()
        || library.usedSets().getOrDefault(set, SetStatus.DISABLED) != SetStatus.DISABLED;
  }

  private boolean isOn(Theme theme, String set) {
    SetStatus status = theme.statuses().get(set);
    return status != null && (status != SetStatus.DISABLED || library.dialect() == Dialect.PENPOT);
  }

  private void tellSources(Theme theme) {
    long sources =
        theme.statuses().values().stream().filter(status -> status == SetStatus.SOURCE).count();
    if (sources > 0) {
      losses.add(
          "the theme \"%s\" has %,d sets as source".formatted(theme.label(), sources),
          null,
          "DTCG has no sets that are there to be referred to only; they count as the others do");
    }
  }

  private TokenValue modifier(List<Theme> themes) {
    Map<String, TokenValue> contexts = new LinkedHashMap<>();
    String standard = null;
    for (Theme theme : themes) {
      List<TokenValue> sources = new ArrayList<>();
      for (TokenSet set : library.sets()) {
        if (!constant.contains(set.name()) && isOn(theme, set.name())) {
          sources.add(reference("#/sets/" + pointer(set.name())));
        }
      }
      if (contexts.putIfAbsent(theme.name(), new TokenValue.Many(sources)) != null) {
        losses.add(
            "the theme \"%s\" is left out".formatted(theme.label()),
            null,
            "another one of its group has its name");
      }
      boolean isActive =
          library.activeThemes().contains(theme.id())
              || library.activeThemes().contains(theme.label());
      if (standard == null && isActive) {
        standard = theme.name();
      }
    }
    return DtcgLiteral.parts(
        "contexts",
        new TokenValue.Parts(contexts),
        "default",
        new TokenValue.Text(standard == null ? themes.getFirst().name() : standard));
  }

  /// Composites of one name in two sets that count together merge in Tokens Studio.
  private void tellMergedComposites() {
    if (library.dialect() != Dialect.TOKENS_STUDIO) {
      return;
    }
    Map<String, Token> earlier = new LinkedHashMap<>();
    for (TokenSet set : library.sets()) {
      for (Token token : set.tokens()) {
        if (token.value() instanceof TokenValue.Parts) {
          Token below = earlier.put(token.name(), token);
          if (below != null && areTogether(below.set(), token.set())) {
            losses.changed(
                token,
                "its parts are laid over those it has in set \"%s\"; in DTCG it replaces them"
                    .formatted(below.set()));
          }
        }
      }
    }
  }

  private boolean areTogether(String one, String other) {
    if (one.equals(other) || constant.contains(one) || constant.contains(other)) {
      return true;
    }
    for (List<Theme> themes : modifiers.values()) {
      if (themes.stream().anyMatch(theme -> isOn(theme, one) && isOn(theme, other))) {
        return true;
      }
    }
    List<ResolutionOrder.Item> ofOne = items(one);
    return items(other).stream().anyMatch(item -> !ofOne.contains(item));
  }
}

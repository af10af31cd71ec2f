package sluice.token.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.problem.SluiceException;
import sluice.token.PenpotNames;
import sluice.token.SetStatus;
import sluice.token.Theme;
import sluice.token.TokenLibrary;
import sluice.token.TokenSet;

/// Sets, themes and metadata to a Penpot library (`parse-multi-set-dtcg-json` of
/// `common/src/app/common/types/tokens_lib.cljc`).
final class PenpotAssembly {
  private static final String NO_GROUP = "";

  private final Places places;
  private final ProblemTally problems;
  private final LibraryCount count;

  /// Sets by normalised name; of two with one name the later counts, at the place of the earlier.
  private final Map<String, TokenSet> sets = new LinkedHashMap<>();

  /// @param places where themes and metadata are
  PenpotAssembly(Places places, ProblemTally problems, LibraryCount count) {
    this.places = places;
    this.problems = problems;
    this.count = count;
  }

  /// Adds a set.
  ///
  /// @param name as written
  /// @param where the places of its content
  void addSet(String name, SourceValue.Obj content, boolean isLegacy, Places where) {
    String normalised = PenpotNames.setName(name);
    sets.put(
        normalised, PenpotSetReader.read(normalised, content, isLegacy, where, problems, count));
  }

  /// The library of the sets added.
  ///
  /// @param themes the `$themes` list, or null
  /// @param metadata the `$metadata` object, or null
  TokenLibrary library(@Nullable SourceValue themes, @Nullable SourceValue metadata) {
    Set<String> names = new LinkedHashSet<>();
    names(metadata, "tokenSetOrder").forEach(name -> names.add(PenpotNames.setName(name)));
    names.retainAll(sets.keySet());
    names.addAll(sets.keySet());
    List<Theme> listed = themes instanceof SourceValue.Arr list ? themes(list) : List.of();
    if (sets.isEmpty() && listed.isEmpty()) {
      throw new SluiceException(
          Problem.of(ProblemCode.TOKEN_FILE_MALFORMED, "there are no tokens")
              .at(places.at(1, 1))
              .because("there is neither a token set nor a theme"));
    }
    Set<String> activeSets = new LinkedHashSet<>();
    names(metadata, "activeSets").forEach(name -> activeSets.add(PenpotNames.setName(name)));
    return TokenLibrary.penpot(
        inOrder(names, sets), listed, names(metadata, "activeThemes"), List.copyOf(activeSets));
  }

  /// Several libraries to one: of two sets with one name, or two themes of one group with one name,
  /// the later counts, at the place of the earlier; what a later library marks active replaces what
  /// an earlier does.
  static TokenLibrary merged(List<TokenLibrary> libraries) {
    Map<String, TokenSet> sets = new LinkedHashMap<>();
    Map<String, Map<String, Theme>> themes = new LinkedHashMap<>();
    List<String> activeThemes = List.of();
    List<String> activeSets = List.of();
    for (TokenLibrary library : libraries) {
      library.sets().forEach(set -> sets.put(set.name(), set));
      library.themes().forEach(theme -> put(themes, theme));
      if (!library.activeThemes().isEmpty() || !library.activeSets().isEmpty()) {
        activeThemes = library.activeThemes();
        activeSets = library.activeSets();
      }
    }
    return TokenLibrary.penpot(
        inOrder(sets.keySet(), sets), flat(themes), activeThemes, activeSets);
  }

  private static List<TokenSet> inOrder(Collection<String> names, Map<String, TokenSet> sets) {
    List<TokenSet> ordered = new ArrayList<>(sets.size());
    for (String name : PenpotSetOrder.of(names)) {
      ordered.add(Objects.requireNonNull(sets.get(name)));
    }
    return ordered;
  }

  /// The texts of a list in the metadata; none when there is no such list.
  static List<String> names(@Nullable SourceValue metadata, String key) {
    List<String> names = new ArrayList<>();
    if (metadata instanceof SourceValue.Obj object
        && object.get(key) instanceof SourceValue.Arr list) {
      for (SourceValue item : list.items()) {
        if (item instanceof SourceValue.Str name) {
          names.add(name.text());
        }
      }
    }
    return names;
  }

  /// Group by group, in the order the groups come first; the themes without a group lead.
  private List<Theme> themes(SourceValue.Arr list) {
    Map<String, Map<String, Theme>> themes = new LinkedHashMap<>();
    themes.put(NO_GROUP, new LinkedHashMap<>());
    for (SourceValue item : list.items()) {
      put(themes, theme(item));
    }
    return flat(themes);
  }

  private static void put(Map<String, Map<String, Theme>> themes, Theme theme) {
    themes
        .computeIfAbsent(
            Objects.requireNonNullElse(theme.group(), NO_GROUP), _ -> new LinkedHashMap<>())
        .put(theme.name(), theme);
  }

  private static List<Theme> flat(Map<String, Map<String, Theme>> themes) {
    List<Theme> all = new ArrayList<>();
    themes.values().forEach(group -> all.addAll(group.values()));
    return all;
  }

  private Theme theme(SourceValue item) {
    Location where = places.at(item.line(), item.column());
    if (!(item instanceof SourceValue.Obj object)
        || !(object.get("name") instanceof SourceValue.Str name)) {
      throw refused(where, "a theme has no name", "give it a name that is a text");
    }
    SourceValue group = object.get("group");
    if (group != null
        && !(group instanceof SourceValue.Str)
        && !(group instanceof SourceValue.Null)) {
      throw refused(
          where,
          "the group of theme \"" + name.text() + "\" is no text",
          "make it a text, or take it away");
    }
    String id = TokenReader.text(object, "id");
    return new Theme(
        id == null ? name.text() : id,
        name.text(),
        TokenReader.text(object, "group"),
        statuses(object.get("selectedTokenSets")),
        object.get("isSource") instanceof SourceValue.Bool flag
            ? flag.value()
            : object.get("is-source") instanceof SourceValue.Bool older && older.value());
  }

  /// A theme selects every set it names, whatever the status; sets that do not exist are left out.
  private Map<String, SetStatus> statuses(@Nullable SourceValue selected) {
    Map<String, SetStatus> statuses = new LinkedHashMap<>();
    if (selected instanceof SourceValue.Obj object) {
      for (String written : object.members().keySet()) {
        String name = PenpotNames.setName(written);
        if (sets.containsKey(name)) {
          statuses.put(name, SetStatus.ENABLED);
        }
      }
    }
    return statuses;
  }

  private static SluiceException refused(Location where, String what, String help) {
    return new SluiceException(
        Problem.of(ProblemCode.TOKEN_FILE_MALFORMED, what)
            .at(where)
            .because("Penpot refuses such a theme")
            .advising(help));
  }
}

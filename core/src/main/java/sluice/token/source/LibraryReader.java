package sluice.token.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.problem.SluiceException;
import sluice.token.Theme;
import sluice.token.TokenLibrary;
import sluice.token.TokenSet;

/// One JSON text that holds a whole library: one member for each set, the same under `values`, or
/// the plugin's own list (Tokens Studio, containers).
final class LibraryReader {
  static final String THEMES = "$themes";
  static final String METADATA = "$metadata";

  /// The name of the only set of a bare list.
  private static final String ONLY_SET = "global";

  private static final Set<String> BESIDE_VALUES =
      Set.of("values", THEMES, METADATA, "themes", "version", "updatedAt", "usedTokenSet");

  private final Places places;
  private final boolean normaliseTypes;
  private final ProblemTally problems;
  private final LibraryCount count;

  /// A reader for one text.
  ///
  /// @param normaliseTypes whether type names are still as people write them
  LibraryReader(Places places, boolean normaliseTypes, ProblemTally problems, LibraryCount count) {
    this.places = places;
    this.normaliseTypes = normaliseTypes;
    this.problems = problems;
    this.count = count;
  }

  /// The library of a single file, its sets in the order its metadata gives, or in file order.
  TokenLibrary file(SourceValue root) {
    if (!(root instanceof SourceValue.Obj object)) {
      return new TokenLibrary(sets(root), List.of(), List.of(), Map.of());
    }
    SourceValue wrapped = object.get("values");
    List<TokenSet> sets = sets(wrapped != null && isWrapped(object) ? wrapped : object);
    SourceValue metadata = object.get(METADATA);
    SourceValue themeList = object.get(THEMES);
    List<Theme> themes =
        themeList == null || themeList instanceof SourceValue.Null
            ? List.of()
            : new ThemeReader(places, problems).themes(themeList);
    return new TokenLibrary(
        SetFileOrder.isListed(metadata)
            ? SetFileOrder.sort(sets, SetFileOrder.listed(metadata))
            : sets,
        themes,
        List.of(),
        Map.of());
  }

  /// The sets of an object with one member for each, or of a bare list, in written order.
  List<TokenSet> sets(SourceValue root) {
    List<TokenSet> sets = new ArrayList<>();
    switch (root) {
      case SourceValue.Arr list -> sets.add(SetReader.read(ONLY_SET, list, reader(ONLY_SET)));
      case SourceValue.Obj object -> {
        for (Map.Entry<String, SourceValue.Member> entry : object.members().entrySet()) {
          String name = entry.getKey();
          if (!name.startsWith("$")) {
            addSet(sets, name, entry.getValue());
          }
        }
      }
      case SourceValue.Str _, SourceValue.Num _, SourceValue.Bool _, SourceValue.Null _ ->
          throw new SluiceException(
              Problem.of(ProblemCode.TOKEN_FILE_MALFORMED, "this is no token file")
                  .at(places.at(root.line(), root.column()))
                  .because("a token file holds a JSON object or array"));
    }
    return sets;
  }

  private void addSet(List<TokenSet> sets, String name, SourceValue.Member member) {
    switch (member.value()) {
      case SourceValue.Obj _, SourceValue.Arr _ ->
          sets.add(SetReader.read(name, member.value(), reader(name)));
      case SourceValue.Str _, SourceValue.Num _, SourceValue.Bool _, SourceValue.Null _ ->
          reader(name)
              .skip(
                  member.line(),
                  member.column(),
                  "everything",
                  "a token set is an object or a list");
    }
  }

  private TokenReader reader(String set) {
    return new TokenReader(set, places, normaliseTypes, problems, count);
  }

  /// Ends the run on a DTCG resolver document in a folder, which would be read as junk tokens.
  static void refuseResolverDocument(SourceValue root, Location where) {
    if (ResolverDocument.isOne(root)) {
      throw new SluiceException(
          Problem.of(ProblemCode.FORMAT_UNSUPPORTED, "a DTCG resolver document is no token set")
              .at(where)
              .because("it says itself which files to read, and in which order")
              .advising("name the document itself with --tokens"));
    }
  }

  /// Whether the sets are under `values`: nothing but the usual companions stands beside it.
  static boolean isWrapped(SourceValue.Obj object) {
    return isContainer(object.get("values"))
        && BESIDE_VALUES.containsAll(object.members().keySet());
  }

  static boolean isContainer(@Nullable SourceValue value) {
    return value instanceof SourceValue.Obj || value instanceof SourceValue.Arr;
  }
}

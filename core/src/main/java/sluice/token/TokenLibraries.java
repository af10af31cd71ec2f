package sluice.token;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sluice.problem.Location;

/// Everything the token sources of a run hold: one library for each dialect, each of which goes by
/// its own rules, and whose token counts where several have one of a name.
///
/// A token counts more the later its source was given. Memory is that of the names of files and
/// sets.
public final class TokenLibraries {
  private final Map<Dialect, TokenLibrary> libraries;
  private final Map<Dialect, Map<String, Integer>> placeOfSet;
  private final Map<String, Integer> placeOfFile;

  private TokenLibraries(
      Map<Dialect, TokenLibrary> libraries,
      Map<Dialect, Map<String, Integer>> placeOfSet,
      Map<String, Integer> placeOfFile) {
    this.libraries = libraries;
    this.placeOfSet = placeOfSet;
    this.placeOfFile = placeOfFile;
  }

  /// One library alone.
  public static TokenLibraries of(TokenLibrary library) {
    return new TokenLibraries(
        new EnumMap<>(Map.of(library.dialect(), library)), Map.of(), Map.of());
  }

  /// Libraries that were read from several sources.
  ///
  /// @param libraries one for each dialect; sources of one dialect are merged already
  /// @param sources names of the sources as they were given, which places in them begin with
  /// @param bySource what each source holds
  public static TokenLibraries of(
      List<TokenLibrary> libraries, List<String> sources, List<TokenLibrary> bySource) {
    Map<Dialect, TokenLibrary> byDialect = new EnumMap<>(Dialect.class);
    libraries.forEach(library -> byDialect.put(library.dialect(), library));
    Map<Dialect, Map<String, Integer>> placeOfSet = new EnumMap<>(Dialect.class);
    Map<String, Integer> placeOfFile = new HashMap<>();
    for (int i = 0; i < sources.size(); i++) {
      placeOfFile.put(sources.get(i), i);
      Map<String, Integer> places =
          placeOfSet.computeIfAbsent(bySource.get(i).dialect(), _ -> new HashMap<>());
      for (TokenSet set : bySource.get(i).sets()) {
        places.put(set.name(), i);
      }
    }
    return new TokenLibraries(byDialect, placeOfSet, placeOfFile);
  }

  /// The libraries, in the order of [Dialect].
  public List<TokenLibrary> all() {
    return List.copyOf(libraries.values());
  }

  /// Whether there is one dialect alone.
  public boolean isOne() {
    return libraries.size() == 1;
  }

  /// The place of a token's source among all that were given, first is 0: that of the file it is
  /// in, or where a source is a folder or has files of its own, that of its set.
  public int place(Dialect dialect, Token token) {
    Integer ofFile =
        token.location() instanceof Location.InFile(String file, int _, int _)
            ? placeOfFile.get(file)
            : null;
    return ofFile != null
        ? ofFile
        : placeOfSet.getOrDefault(dialect, Map.of()).getOrDefault(token.set(), 0);
  }
}

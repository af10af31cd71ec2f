package sluice.token.source;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.problem.SluiceException;
import sluice.token.SetStatus;
import sluice.token.Theme;
import sluice.token.TokenLibrary;
import sluice.token.TokenSet;

/// The library a design file carries in the plugin data of its root, namespace `tokens` (Tokens
/// Studio, where the data is).
///
/// `values` and `themes` are JSON texts, whole or in numbered chunks, compressed when
/// `isCompressed` says so. `usedTokenSet` and `activeTheme` say what the plugin last used.
public final class EmbeddedLibrary {
  /// Says that a value is in parts, as `values_meta`.
  private static final String META_SUFFIX = "_meta";

  private static final String CHUNK_INFIX = "_chunk_";

  private final Map<String, String> data;
  private final String document;
  private final ProblemTally problems;

  private EmbeddedLibrary(Map<String, String> data, String document, ProblemTally problems) {
    this.data = data;
    this.document = document;
    this.problems = problems;
  }

  /// Whether there is a library at all.
  ///
  /// @param rootPluginData key to value of the namespace `tokens` at the root of the document
  public static boolean isPresent(Map<String, String> rootPluginData) {
    return !rootPluginData.getOrDefault("values", "").isEmpty()
        || !rootPluginData.getOrDefault("values" + META_SUFFIX, "").isEmpty();
  }

  /// Reads the library.
  ///
  /// @param rootPluginData key to value of the namespace `tokens` at the root of the document
  /// @param documentName how the document is called in problems
  /// @param problems is given what can be left out: skipped tokens, an unreadable choice of themes
  /// @throws sluice.problem.SluiceException `library-missing` when there are no `values`,
  ///   `plugin-data-malformed` when `values` or `themes` cannot be read, `limit-exceeded`
  public static TokenLibrary read(
      Map<String, String> rootPluginData, String documentName, ProblemTally problems) {
    return new EmbeddedLibrary(rootPluginData, documentName, problems).library();
  }

  private TokenLibrary library() {
    String values = stored("values");
    if (values == null) {
      throw new SluiceException(
          Problem.of(ProblemCode.LIBRARY_MISSING, "the document carries no token library")
              .at(new Location.InWhole(document))
              .because("the plugin data of its root has no values in the namespace tokens")
              .advising("name the token files with --tokens"));
    }
    List<TokenSet> sets =
        new LibraryReader(places("values"), false, problems, new LibraryCount())
            .sets(parse("values", values));
    String themeList = stored("themes");
    List<Theme> themes =
        themeList == null
            ? List.of()
            : new ThemeReader(places("themes"), problems).themes(parse("themes", themeList));
    return new TokenLibrary(sets, themes, activeThemes(), usedSets());
  }

  private List<String> activeThemes() {
    String text = data.getOrDefault("activeTheme", "");
    if (text.isEmpty()) {
      return List.of();
    }
    // The oldest plugins stored the id without quotes.
    boolean isJson = text.startsWith("{") || text.startsWith("\"") || text.equals("null");
    SourceValue value = isJson ? parseOrReport("activeTheme", text) : null;
    return isJson && value == null
        ? List.of()
        : value == null ? List.of(text) : ThemeReader.active(value);
  }

  private Map<String, SetStatus> usedSets() {
    String text = data.getOrDefault("usedTokenSet", "");
    SourceValue value = text.isEmpty() ? null : parseOrReport("usedTokenSet", text);
    return value == null
        ? Map.of()
        : new ThemeReader(places("usedTokenSet"), problems).statuses(value);
  }

  /// The text under a key, its parts joined and decompressed, or null when there is none.
  private @Nullable String stored(String key) {
    String meta = data.getOrDefault(key + META_SUFFIX, "");
    int chunkCount = meta.isEmpty() ? 0 : chunkCount(key, meta);
    String text = chunkCount > 0 ? chunks(key, chunkCount) : data.getOrDefault(key, "");
    if (text.isEmpty()) {
      return null;
    }
    if (!data.getOrDefault("isCompressed", "").equals("true")) {
      return text;
    }
    String decompressed =
        LzString.decompressFromUtf16(text, SourceLimits.TOKEN_FILE_SIZE_MAX_BYTES / 2);
    if (decompressed == null) {
      throw malformed(
          key,
          "isCompressed is true, but it is no whole lz-string of at most "
              + "%,d characters".formatted(SourceLimits.TOKEN_FILE_SIZE_MAX_BYTES / 2));
    }
    return decompressed;
  }

  /// How many chunks there are; 0 when the value is in one piece.
  private int chunkCount(String key, String meta) {
    if (parse(key + META_SUFFIX, meta) instanceof SourceValue.Obj object) {
      String type = TokenReader.text(object, "type");
      if ("single".equals(type)) {
        return 0;
      }
      if ("chunked".equals(type)
          && object.get("count") instanceof SourceValue.Num number
          && number.value() >= 1
          && number.value() <= data.size()) {
        return (int) number.value();
      }
    }
    throw malformed(
        key + META_SUFFIX, "it is neither single nor chunked with the number of chunks: " + meta);
  }

  private String chunks(String key, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String chunk = data.getOrDefault(key + CHUNK_INFIX + i, "");
      if (chunk.isEmpty()) {
        throw malformed(key, "chunk " + i + " of " + count + " is missing");
      }
      text.append(chunk);
      if (text.length() > SourceLimits.TOKEN_FILE_SIZE_MAX_BYTES) {
        throw SourceLimits.exceeded(
            "the embedded token library is too large",
            places(key).at(1, 1),
            "more than %,d characters".formatted(SourceLimits.TOKEN_FILE_SIZE_MAX_BYTES));
      }
    }
    return text.toString();
  }

  private SourceValue parse(String key, String text) {
    return SourceParser.parse(text, places(key), ProblemCode.PLUGIN_DATA_MALFORMED);
  }

  private @Nullable SourceValue parseOrReport(String key, String text) {
    try {
      return parse(key, text);
    } catch (SluiceException e) {
      problems.add(e.problem());
      return null;
    }
  }

  private SluiceException malformed(String key, String why) {
    return new SluiceException(
        Problem.of(ProblemCode.PLUGIN_DATA_MALFORMED, "the embedded token library cannot be read")
            .at(places(key).at(1, 1))
            .because(why));
  }

  private Places places(String key) {
    return Places.inWhole(document + ", sharedPluginData.tokens." + key);
  }
}

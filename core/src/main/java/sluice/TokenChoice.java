package sluice;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.token.Dialect;

/// Which tokens a run uses.
///
/// @param paths token files and folders, later ones win; none for the library in the document
/// @param themes labels (`group/name`), names or ids; none for those the library marks active
/// @param sets enabled token sets, lowest priority first, instead of themes; none to go by themes
/// @param baseFontSize what one `em` or `rem` is worth: pixels, or a reference such as
///   `{font.base}`
/// @param dialect whose files they are, whatever they look like; null to tell by their content
public record TokenChoice(
    List<Path> paths,
    List<String> themes,
    List<String> sets,
    String baseFontSize,
    @Nullable Dialect dialect) {
  /// The base font size unless one is given.
  public static final String BASE_FONT_SIZE = "16";

  public TokenChoice {
    paths = List.copyOf(paths);
    themes = List.copyOf(themes);
    sets = List.copyOf(sets);
  }

  /// A choice of files whose content tells their dialect.
  public TokenChoice(
      List<Path> paths, List<String> themes, List<String> sets, String baseFontSize) {
    this(paths, themes, sets, baseFontSize, null);
  }

  /// The same with other themes.
  public TokenChoice withThemes(List<String> names) {
    return new TokenChoice(paths, names, sets, baseFontSize, dialect);
  }

  /// The same with other sets.
  public TokenChoice withSets(List<String> names) {
    return new TokenChoice(paths, themes, names, baseFontSize, dialect);
  }

  /// Ends the run on a dialect without files it could be of.
  void checkDialect() {
    if (dialect != null && paths.isEmpty()) {
      throw new SluiceException(
          Problem.of(ProblemCode.OPTION_INVALID, "a dialect is said, but no token file is named")
              .because("the library in a document is of the dialect of the document")
              .advising("name the token files with --tokens, or leave --dialect out"));
    }
  }
}

package sluice;

import java.nio.file.Path;
import java.util.List;

/// Which tokens a run uses.
///
/// @param paths token files and folders, later ones win; none for the library in the document
/// @param themes labels (`group/name`), names or ids; none for those the library marks active
/// @param sets enabled token sets, lowest priority first, instead of themes; none to go by themes
/// @param baseFontSize what one `em` or `rem` is worth: pixels, or a reference such as
///   `{font.base}`
public record TokenChoice(
    List<Path> paths, List<String> themes, List<String> sets, String baseFontSize) {
  /// The base font size unless one is given.
  public static final String BASE_FONT_SIZE = "16";

  public TokenChoice {
    paths = List.copyOf(paths);
    themes = List.copyOf(themes);
    sets = List.copyOf(sets);
  }
}

package sluice.server.tokens;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.problem.Problem;
import sluice.server.frame.FrameText;
import sluice.token.Theme;

/// What the plugin is told about the token files.
///
/// @param themes every theme, in list order
/// @param active labels of the themes that count unless others are chosen
/// @param setCount token sets
/// @param tokenCount tokens in all sets
/// @param problem why the files cannot be used, or null
public record LibraryState(
    List<Theme> themes,
    List<String> active,
    int setCount,
    int tokenCount,
    @Nullable Problem problem) {
  /// Themes the plugin is told of.
  public static final int THEMES_MAX = 1_000;

  public LibraryState {
    themes = List.copyOf(themes);
    active = List.copyOf(active);
  }

  /// Tokens that cannot be used.
  public static LibraryState unusable(Problem why) {
    return new LibraryState(List.of(), List.of(), 0, 0, why);
  }

  /// Adds the members `themes`, `sets`, `tokens` and, if there is one, `problem`.
  public FrameText addTo(FrameText frame) {
    StringBuilder list = new StringBuilder("[");
    themes.stream()
        .limit(THEMES_MAX)
        .forEach(theme -> {
          FrameText one = FrameText.object("label", theme.label());
          if (theme.group() != null) {
            one.with("group", theme.group());
          }
          one.with("name", theme.name()).with("active", active.contains(theme.label()));
          list.append(list.length() > 1 ? "," : "").append(one.text());
        });
    frame
        .withJson("themes", list.append(']'))
        .with("sets", setCount)
        .with("tokens", tokenCount);
    if (problem != null) {
      frame.with("problem", problem.render());
    }
    return frame;
  }
}

package sluice.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import sluice.TokenChoice;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.token.NumberText;

/// The options by which a command learns which tokens count.
final class TokenOptions {
  /// The theme that stands for all of them.
  private static final String EVERY_COMBINATION = "*";

  @Option(
      names = "--tokens",
      paramLabel = "PATH",
      description = "A token file or a folder of them; may be given again, later ones win.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--theme",
      paramLabel = "NAME",
      description =
          "A theme, as group/name or name; may be given again, one of each group. Left out: those"
              + " the library marks active; if none, all sets in order.")
  private List<String> themes = new ArrayList<>();

  @Option(
      names = "--sets",
      paramLabel = "NAME",
      split = ",",
      description = "The token sets that count, lowest priority first, instead of themes.")
  private List<String> sets = new ArrayList<>();

  @Option(
      names = "--base-font-size",
      paramLabel = "PX",
      description = "What 1rem is worth: pixels, or a reference such as {font.base}. Default: 16.")
  private String baseFontSize = TokenChoice.BASE_FONT_SIZE;

  /// Whether every combination of themes is asked for.
  boolean wantsEveryCombination() {
    return themes.contains(EVERY_COMBINATION);
  }

  /// The choice as the engine takes it, for a command that can show one combination of themes.
  ///
  /// @throws SluiceException `option-invalid`
  TokenChoice choice() {
    if (wantsEveryCombination()) {
      throw new SluiceException(
          Problem.of(
                  ProblemCode.OPTION_INVALID, "a document has one look: it cannot take --theme '*'")
              .because("'*' stands for every combination of themes")
              .advising(
                  "name one theme of each group, and run once for each look; sluice resolve"
                      + " --theme '*' shows all values"));
    }
    return choice(themes);
  }

  /// The choice for a command that shows every combination: the themes that are in each of them.
  ///
  /// @throws SluiceException `option-invalid`
  TokenChoice everyCombination() {
    return choice(themes.stream().filter(theme -> !theme.equals(EVERY_COMBINATION)).toList());
  }

  private TokenChoice choice(List<String> named) {
    if (!baseFontSize.contains("{") && Double.isNaN(NumberText.parseFloat(baseFontSize))) {
      throw new SluiceException(
          Problem.of(ProblemCode.OPTION_INVALID, "--base-font-size is no number")
              .because("\"" + baseFontSize + "\" was given")
              .advising("give pixels, such as 16, or a reference, such as {font.base}"));
    }
    return new TokenChoice(paths, named, sets, baseFontSize);
  }

  /// Whether any token source is named.
  boolean hasPaths() {
    return !paths.isEmpty();
  }
}

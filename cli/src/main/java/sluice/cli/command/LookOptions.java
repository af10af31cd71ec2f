package sluice.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import sluice.TokenChoice;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.token.Dialect;
import sluice.token.NumberText;

/// The options by which a command learns what counts of the token files it was given, whatever
/// option they were given with.
final class LookOptions {
  /// The theme that stands for all of them.
  private static final String EVERY_COMBINATION = "*";

  private final Given<List<String>> themes;
  private final Given<List<String>> sets;
  private final Given<String> baseFontSize;
  private final Given<SourceDialect> dialect;

  /// The values of `--dialect`.
  enum SourceDialect {
    TOKENS_STUDIO(Dialect.TOKENS_STUDIO),
    PENPOT(Dialect.PENPOT),
    DTCG(Dialect.DTCG);

    private final Dialect dialect;

    SourceDialect(Dialect dialect) {
      this.dialect = dialect;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  LookOptions(CommandSpec command) {
    themes =
        Given.repeatable(
            command,
            String.class,
            "",
            "NAME",
            "A theme, as group/name or name; may be given again, one of each group. Left out: those"
                + " the library marks active; if none, all sets in order.",
            "--theme");
    sets =
        Given.repeatable(
            command,
            String.class,
            ",",
            "NAME",
            "The token sets that count, lowest priority first, instead of themes.",
            "--sets");
    baseFontSize =
        Given.withDefault(
            command,
            String.class,
            TokenChoice.BASE_FONT_SIZE,
            "PX",
            "What 1rem is worth: pixels, or a reference such as {font.base}. Default: 16.",
            "--base-font-size");
    dialect =
        Given.optional(
            command,
            SourceDialect.class,
            "DIALECT",
            "Whose token files they are, whatever they look like: ${COMPLETION-CANDIDATES}. Left"
                + " out: told by their content.",
            "--dialect");
  }

  /// Whether every combination of themes is asked for.
  boolean wantsEveryCombination() {
    return themes.value().contains(EVERY_COMBINATION);
  }

  /// The choice as the engine takes it, for a command that can show one combination of themes.
  ///
  /// @throws SluiceException `option-invalid`
  TokenChoice choice(List<Path> paths) {
    if (wantsEveryCombination()) {
      throw new SluiceException(
          Problem.of(
                  ProblemCode.OPTION_INVALID, "a document has one look: it cannot take --theme '*'")
              .because("'*' stands for every combination of themes")
              .advising(
                  "name one theme of each group, and run once for each look; sluice resolve"
                      + " --theme '*' shows all values"));
    }
    return choice(paths, themes.value());
  }

  /// The choice for a command that shows every combination: the themes that are in each of them.
  ///
  /// @throws SluiceException `option-invalid`
  TokenChoice everyCombination(List<Path> paths) {
    return choice(
        paths, themes.value().stream().filter(theme -> !theme.equals(EVERY_COMBINATION)).toList());
  }

  private TokenChoice choice(List<Path> paths, List<String> named) {
    String size = baseFontSize.value();
    if (!size.contains("{") && Double.isNaN(NumberText.parseFloat(size))) {
      throw new SluiceException(
          Problem.of(ProblemCode.OPTION_INVALID, "--base-font-size is no number")
              .because("\"" + size + "\" was given")
              .advising("give pixels, such as 16, or a reference, such as {font.base}"));
    }
    SourceDialect said = dialect.orNull();
    return new TokenChoice(paths, named, sets.value(), size, said == null ? null : said.dialect);
  }
}

package sluice.cli.command;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import sluice.TokenChoice;
import sluice.problem.SluiceException;

/// The options by which a command learns which tokens count.
final class TokenOptions {
  private final Given<List<Path>> paths;
  private final LookOptions look;

  TokenOptions(CommandSpec command) {
    paths =
        Given.repeatable(
            command,
            Path.class,
            "",
            "PATH",
            "A token file or a folder of them, of any dialect; may be given again, later ones win.",
            "--tokens");
    look = new LookOptions(command);
  }

  /// Whether every combination of themes is asked for.
  boolean wantsEveryCombination() {
    return look.wantsEveryCombination();
  }

  /// The choice as the engine takes it, for a command that can show one combination of themes.
  ///
  /// @throws SluiceException `option-invalid`
  TokenChoice choice() {
    return look.choice(paths.value());
  }

  /// The choice for a command that shows every combination: the themes that are in each of them.
  ///
  /// @throws SluiceException `option-invalid`
  TokenChoice everyCombination() {
    return look.everyCombination(paths.value());
  }

  /// Whether any token source is named.
  boolean hasPaths() {
    return !paths.value().isEmpty();
  }
}

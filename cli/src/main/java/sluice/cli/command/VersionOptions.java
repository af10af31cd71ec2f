package sluice.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import sluice.Sluice;
import sluice.TokenVersions;

/// The options by which a command learns which two versions of the tokens it compares. What counts
/// of them is the same for both.
final class VersionOptions {
  private final Given<List<Path>> older;
  private final Given<List<Path>> newer;
  private final LookOptions look;

  VersionOptions(CommandSpec command) {
    older =
        required(
            command,
            "The tokens before: a file or a folder, of any dialect; may be given again, later ones"
                + " win.",
            "--from");
    newer = required(command, "The tokens after, likewise.", "--to");
    look = new LookOptions(command);
  }

  private static Given<List<Path>> required(CommandSpec command, String description, String name) {
    // The parser adds to it.
    Given<List<Path>> given = new Given<>(new ArrayList<>());
    OptionSpec option =
        given
            .described(List.class, "PATH", description, name)
            .auxiliaryTypes(Path.class)
            .required(true)
            .build();
    command.addOption(option);
    return given;
  }

  /// The versions as the engine takes them.
  ///
  /// @throws sluice.problem.SluiceException `option-invalid`
  TokenVersions versions() {
    return Sluice.impact(look.choice(older.value()), look.choice(newer.value()));
  }

  /// Every file or folder that is read.
  List<Path> paths() {
    List<Path> paths = new ArrayList<>(older.value());
    paths.addAll(newer.value());
    return paths;
  }
}

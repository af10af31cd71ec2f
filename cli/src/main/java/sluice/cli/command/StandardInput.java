package sluice.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// A document from standard input, which is written to a temporary file because it is read more
/// than once.
final class StandardInput {
  /// How a person asks for it.
  static final String NAME = "-";

  /// What it is called in messages.
  static final String SHOWN = "<stdin>";

  private StandardInput() {}

  /// All of standard input as a file, which goes when the command ends.
  ///
  /// @throws SluiceException `file-unreadable`
  static Path spool(Invocation invocation) {
    Path file = invocation.stop().newFolder().resolve("stdin");
    try {
      Files.copy(invocation.console().in(), file);
      return file;
    } catch (IOException e) {
      throw new SluiceException(
          Problem.of(ProblemCode.FILE_UNREADABLE, "standard input cannot be read")
              .at(new Location.InWhole(SHOWN))
              .because(String.valueOf(e.getMessage())),
          e);
    }
  }
}

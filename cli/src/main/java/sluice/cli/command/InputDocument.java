package sluice.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import sluice.fetch.FileKey;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// A document a command was given. One from standard input or from Figma becomes a temporary file,
/// because the engine may read it more than once.
///
/// @param file where it is
/// @param name what the person calls it
record InputDocument(Path file, String name) {
  /// What stands for standard input.
  static final String STANDARD = "-";

  /// The document of an argument that is not empty.
  static InputDocument of(String argument, RemoteDocument remote, Invocation invocation) {
    if (FileKey.isMeantBy(argument)) {
      FileKey key = FileKey.parse(argument);
      return new InputDocument(remote.fetch(key), key.toString());
    }
    return argument.equals(STANDARD)
        ? new InputDocument(spool(invocation), "<stdin>")
        : new InputDocument(Path.of(argument), argument);
  }

  private static Path spool(Invocation invocation) {
    Path file = invocation.stop().newFolder().resolve("stdin");
    try {
      Files.copy(invocation.console().in(), file);
      return file;
    } catch (IOException e) {
      throw new SluiceException(
          Problem.of(ProblemCode.FILE_UNREADABLE, "standard input cannot be read")
              .at(new Location.InWhole("<stdin>"))
              .because(String.valueOf(e.getMessage())),
          e);
    }
  }
}

package sluice.cli.command;

import java.nio.file.Path;
import sluice.fetch.FileKey;

/// A document a command was given. One from standard input or from Figma becomes a temporary file,
/// because the engine may read it more than once.
///
/// @param file where it is
/// @param name what the person calls it
record InputDocument(Path file, String name) {
  /// The document of an argument that is not empty.
  static InputDocument of(String argument, RemoteDocument remote, Invocation invocation) {
    if (FileKey.isMeantBy(argument)) {
      FileKey key = FileKey.parse(argument);
      return new InputDocument(remote.fetch(key), key.toString());
    }
    return argument.equals(StandardInput.NAME)
        ? new InputDocument(StandardInput.spool(invocation), StandardInput.SHOWN)
        : new InputDocument(Path.of(argument), argument);
  }
}

package sluice.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import sluice.testkit.vector.ProjectFiles;

/// Small inputs the command tests share.
final class Samples {
  private static final Path DEMO = ProjectFiles.root().resolve("samples").resolve("demo");

  static final Path TOKENS = DEMO.resolve("tokens.json");

  /// One page, one frame with a fill token, one text without.
  static final String SMALL =
      """
      {"document": {"id": "0:0", "name": "Document", "type": "DOCUMENT", "children": [
        {"id": "0:1", "name": "Home", "type": "CANVAS", "children": [
          {"id": "1:2", "name": "Card", "type": "FRAME",
           "sharedPluginData": {"tokens": {"fill": "\\"color.bg\\""}},
           "children": [{"id": "1:3", "name": "Größe \\u00fc", "type": "TEXT", "characters": "x"}],
           "fills": [{"blendMode": "NORMAL", "type": "SOLID",
             "color": {"r": 1, "g": 1, "b": 1, "a": 1}}]}]}]},
       "name": "Small"}
      """;

  /// Defines the token that [#SMALL] carries.
  static final String SMALL_TOKENS =
      """
      {"core": {"color": {"bg": {"value": "#102030", "type": "color"}}}}
      """;

  private Samples() {}

  /// The demo document, copied into a folder so that it may be changed.
  static Path document(Path folder) {
    return copy("checkout.json", folder);
  }

  static Path tokens(Path folder) {
    return copy("tokens.json", folder);
  }

  static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path copy(String name, Path folder) {
    try {
      return Files.copy(DEMO.resolve(name), folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

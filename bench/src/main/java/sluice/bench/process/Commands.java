package sluice.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Commands to be measured.
final class Commands {
  private Commands() {}

  /// A program of this class path in a JVM like this one.
  static List<String> java(List<String> flags, Class<?> main, String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(args));
    return command;
  }

  /// The product as people run it.
  static List<String> sluice(Path project, Path document, Path tokens, Path output) {
    return List.of(
        project.resolve("sluice").toString(),
        "apply",
        document.toString(),
        "--tokens",
        tokens.toString(),
        "--theme",
        Documents.THEME,
        "-o",
        output.toString(),
        "--progress",
        "none");
  }

  /// Where a program is, if it is there.
  static Optional<Path> find(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String folder : path.split(":", -1)) {
      Path file = Path.of(folder, program);
      if (!folder.isEmpty() && Files.isExecutable(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /// Lets the system write what earlier runs left to be written, so that a run pays for itself
  /// only.
  static void settle() throws IOException, InterruptedException {
    if (find("sync").isPresent()) {
      new ProcessBuilder("sync").inheritIO().start().waitFor();
    }
  }
}

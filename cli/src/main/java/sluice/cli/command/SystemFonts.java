package sluice.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import sluice.pipeline.LookUp;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// The fonts that the system's font configuration (fontconfig) knows, asked for one family at a
/// time by the program `fc-list`.
final class SystemFonts implements LookUp<String, Set<String>> {
  private static final String PROGRAM = "fc-list";
  private static final String STYLE = ":style=";
  private static final long START_SECONDS_MAX = 5;

  private final Path folder;
  private final AtomicLong questions = new AtomicLong();

  private SystemFonts(Path folder) {
    this.folder = folder;
  }

  /// Sees that there is such a program.
  ///
  /// @param folder for what the program says, a file for each question under way
  /// @throws SluiceException `option-invalid` when there is none or it does not work
  static SystemFonts open(Path folder) {
    try {
      Process process = start(folder.resolve("version"), "--version");
      try {
        if (!process.waitFor(START_SECONDS_MAX, TimeUnit.SECONDS)) {
          throw new IOException(PROGRAM + " does not answer");
        }
        if (process.exitValue() != 0) {
          throw new IOException(PROGRAM + " ended with " + process.exitValue());
        }
      } finally {
        process.destroyForcibly();
      }
      return new SystemFonts(folder);
    } catch (IOException e) {
      throw new SluiceException(
          Problem.of(ProblemCode.OPTION_INVALID, "the system cannot be asked for its fonts")
              .because(String.valueOf(e.getMessage()))
              .advising("install fontconfig, or give a file: --fonts fonts.json"),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SluiceException(Problem.of(ProblemCode.CANCELLED, "the run was cancelled"), e);
    }
  }

  /// What the program says goes to a file, because waiting for its end can be interrupted and
  /// reading from a pipe cannot.
  @Override
  public Set<String> ask(String family) throws IOException, InterruptedException {
    Path said = folder.resolve("fonts-" + questions.incrementAndGet());
    Process process = start(said, ":family=" + escaped(family), "family", "style");
    try {
      if (process.waitFor() != 0) {
        throw new IOException(PROGRAM + " ended with " + process.exitValue());
      }
      // The program finds names that differ in case and blanks too.
      return Set.copyOf(parse(Files.readAllLines(said)).getOrDefault(family, List.of()));
    } finally {
      process.destroyForcibly();
      Files.deleteIfExists(said);
    }
  }

  private static Process start(Path said, String... args) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(PROGRAM);
    builder.command().addAll(List.of(args));
    Process process =
        builder
            .redirectOutput(said.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.getOutputStream().close();
    return process;
  }

  /// A family as a pattern of fontconfig spells it: a backslash before what is no letter.
  static String escaped(String family) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < family.length(); i++) {
      char c = family.charAt(i);
      if (c < 128 && !Character.isLetterOrDigit(c)) {
        pattern.append('\\');
      }
      pattern.append(c);
    }
    return pattern.toString();
  }

  /// Lines such as `Noto Sans,Noto Sans Bold:style=Bold,Regular`: every family of a line has every
  /// style of it, because they are names of one font in several languages.
  static Map<String, List<String>> parse(List<String> lines) {
    Map<String, List<String>> fonts = new LinkedHashMap<>();
    for (String line : lines) {
      int at = line.indexOf(STYLE);
      List<String> families = names(at < 0 ? line : line.substring(0, at));
      List<String> styles = at < 0 ? List.of() : names(line.substring(at + STYLE.length()));
      for (String family : families) {
        fonts.computeIfAbsent(family, _ -> new ArrayList<>()).addAll(styles);
      }
    }
    return fonts;
  }

  /// Names between commas; a backslash takes the next character as it is.
  private static List<String> names(String text) {
    List<String> names = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        name.append(text.charAt(++i));
      } else if (c == ',') {
        addName(names, name);
      } else {
        name.append(c);
      }
    }
    addName(names, name);
    return names;
  }

  private static void addName(List<String> names, StringBuilder name) {
    String trimmed = name.toString().strip();
    if (!trimmed.isEmpty()) {
      names.add(trimmed);
    }
    name.setLength(0);
  }
}

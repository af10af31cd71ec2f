package sluice.cli.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// The fonts that the system's font configuration (fontconfig) knows.
final class SystemFonts {
  private static final String STYLE = ":style=";

  private SystemFonts() {}

  /// Asks `fc-list`.
  ///
  /// @throws SluiceException `option-invalid` when there is no such program or it fails
  static Map<String, List<String>> list() {
    try {
      Process process =
          new ProcessBuilder("fc-list", ":", "family", "style")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      List<String> lines;
      try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
        lines = reader.lines().toList();
      }
      if (process.waitFor() != 0) {
        throw new IOException("fc-list ended with " + process.exitValue());
      }
      return parse(lines);
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

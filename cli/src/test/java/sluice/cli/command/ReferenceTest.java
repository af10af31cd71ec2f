package sluice.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.problem.ProblemCode;
import sluice.testkit.vector.ProjectFiles;

/// The reference pages say what the program does.
final class ReferenceTest {
  private static final Pattern ENTRY =
      Pattern.compile("^### (.+)\n\n(\\w+)[.,]", Pattern.MULTILINE);
  private static final Pattern LONG_OPTION = Pattern.compile("^ .*?(--[a-z-]+)", Pattern.MULTILINE);

  @TempDir private Path folder;

  private static String page(String name) {
    return Samples.text(ProjectFiles.root().resolve("docs").resolve("reference").resolve(name));
  }

  @Test
  void everyProblemCode_hasOneEntryWithItsLevel() {
    List<String> entries =
        ENTRY
            .matcher(page("problems.md"))
            .results()
            .map(entry -> entry.group(1) + " " + entry.group(2).toLowerCase(Locale.ROOT))
            .sorted()
            .toList();

    assertEquals(
        Stream.of(ProblemCode.values())
            .map(code -> code.text() + " " + code.severity().name().toLowerCase(Locale.ROOT))
            .sorted()
            .toList(),
        entries);
  }

  @Test
  void everyOption_isOnThePage() {
    String page = page("cli.md");
    for (String command :
        List.of(
            "apply",
            "check",
            "impact",
            "inspect",
            "revert",
            "remap",
            "resolve",
            "convert",
            "fetch",
            "serve",
            "figma revert",
            "demo")) {
      String help = CliRun.of((Object[]) (command + " --help").split(" ")).ends(0).out();
      List<String> options =
          LONG_OPTION.matcher(help).results().map(MatchResult::group).map(String::strip).toList();

      assertTrue(options.size() > 2, help);
      for (String option : options) {
        String name = option.substring(option.indexOf("--"));
        assertTrue(page.contains(name), command + ": " + name);
      }
    }
  }

  @Test
  void everyMetric_isOnThePage() {
    String page = page("metrics.md");
    CliRun run =
        CliRun.of(
            "apply",
            Samples.document(folder),
            "--tokens",
            Samples.TOKENS,
            "--dry-run",
            "--metrics=-");

    JsonObject metrics = JsonObject.read(run.ends(0).out());
    for (Object member : metrics.members().keySet()) {
      assertTrue(page.contains("`" + member + "`"), member.toString());
    }
    for (Object member : metrics.object("millis").members().keySet()) {
      assertTrue(page.contains("`" + member + "`"), member.toString());
    }
  }
}

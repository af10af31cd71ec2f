package sluice.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.cli.terminal.Console;
import sluice.testkit.vector.ProjectFiles;

/// `sluice resolve --theme '*'`.
final class ResolveCombinationsTest {
  private static final String LIBRARY =
      """
      {"core": {"bg": {"value": "{ink}", "type": "color"},
                "gap": {"value": "{unit} * 2", "type": "spacing"},
                "round": {"value": "4px", "type": "borderRadius"},
                "gone": {"value": "{gap.gone}", "type": "other"}},
       "light": {"ink": {"value": "#fff", "type": "color"}},
       "dark": {"ink": {"value": "{inky}", "type": "color"},
                "glow": {"value": "9", "type": "other"}},
       "small": {"unit": {"value": "2", "type": "spacing"}},
       "big": {"unit": {"value": "3", "type": "spacing"}},
       "attic": {"dust": {"value": "{cobweb}", "type": "other"}},
       "$themes": [
         {"id": "1", "name": "Light", "group": "Mode",
          "selectedTokenSets": {"core": "source", "light": "enabled"}},
         {"id": "2", "name": "Dark", "group": "Mode",
          "selectedTokenSets": {"core": "enabled", "dark": "enabled"}},
         {"id": "3", "name": "S", "group": "Size", "selectedTokenSets": {"small": "enabled"}},
         {"id": "4", "name": "L", "group": "Size", "selectedTokenSets": {"big": "enabled"}}]}
      """;

  @TempDir private Path folder;

  private Path library() {
    return Samples.write(folder.resolve("t.json"), LIBRARY);
  }

  private static CliRun resolve(Path tokens, Object... more) {
    List<Object> args = new ArrayList<>(List.of("resolve", "--tokens", tokens));
    args.addAll(List.of(more));
    return CliRun.of(args.toArray());
  }

  private static List<String> alone(Path tokens, List<?> themes, String... more) {
    List<Object> args = new ArrayList<>();
    for (Object theme : themes) {
      Collections.addAll(args, "--theme", theme);
    }
    Collections.addAll(args, (Object[]) more);
    return resolve(tokens, args.toArray()).ends(0).out().lines().toList();
  }

  private static void assertEachIsAsAlone(Path tokens, int step, String... more) {
    List<Object> args = new ArrayList<>(List.of("--theme", "*"));
    Collections.addAll(args, (Object[]) more);
    String all = resolve(tokens, args.toArray()).ends(0).out();
    List<JsonObject> combinations = JsonObject.read(all).objects("combinations");
    StringBuilder expected = new StringBuilder("{\n\"combinations\": [\n");
    for (int i = 0; i < combinations.size(); i += step) {
      List<?> themes = (List<?>) combinations.get(i).get("themes");
      String one = String.join("\n", alone(tokens, themes, more));
      assertTrue(all.contains(one), () -> "not as alone: " + themes);
      expected.append(i == 0 ? "" : ",\n").append(one);
    }
    if (step == 1) {
      assertEquals(expected.append("\n]\n}\n").toString(), all);
    }
  }

  @Test
  void json_holdsEachCombinationByteForByteAsARunOfItsOwn() {
    assertEachIsAsAlone(library(), 1);
    assertEachIsAsAlone(library(), 1, "--all");
    assertEachIsAsAlone(Samples.TOKENS, 1);
    assertEachIsAsAlone(ProjectFiles.sample("tokens/designsystemet/files"), 13);
  }

  @Test
  void lastGroup_variesFastest() {
    JsonObject json = JsonObject.read(resolve(library(), "--theme", "*").ends(0).out());

    assertEquals(
        List.of(
            List.of("Mode/Light", "Size/S"),
            List.of("Mode/Light", "Size/L"),
            List.of("Mode/Dark", "Size/S"),
            List.of("Mode/Dark", "Size/L")),
        json.objects("combinations").stream()
            .map(combination -> combination.get("themes"))
            .toList());
  }

  @Test
  void namedTheme_isInEveryCombination() {
    JsonObject json =
        JsonObject.read(resolve(library(), "--theme", "*", "--theme", "Mode/Dark").ends(0).out());

    assertEquals(
        List.of(List.of("Mode/Dark", "Size/S"), List.of("Mode/Dark", "Size/L")),
        json.objects("combinations").stream()
            .map(combination -> combination.get("themes"))
            .toList());
  }

  @Test
  void libraryWithoutThemes_isOneCombination() {
    Path tokens =
        Samples.write(
            folder.resolve("plain.json"),
            "{\"s\": {\"a\": {\"value\": \"1\", \"type\": \"sizing\"}}}");

    CliRun run = resolve(tokens, "--theme", "*").ends(0);

    assertEquals(
        "{\n\"combinations\": [\n" + resolve(tokens).out().strip() + "\n]\n}\n", run.out());
    run.says("1 combination, 1 tokens, 0 without a value; problems none");
  }

  @Test
  void table_showsEachTokenOnceWithTheThemesItsValueDependsOn() {
    CliRun run = resolve(library(), "--theme", "*", "--format", "table").ends(0);

    assertEquals(
        """
        TOKEN  TYPE          THEMES  VALUE
        ink    color         Light   #fff
                             Dark    {inky}      token-missing
        glow   other         Dark    9
        unit   spacing       S       2
                             L       3
        bg     color         Light   #fff
                             Dark    {inky}      token-missing
        gap    spacing       S       4
                             L       6
        round  borderRadius          4px
        gone   other                 {gap.gone}  token-missing
        """
            .lines()
            .sorted()
            .toList(),
        run.out().lines().sorted().toList());
  }

  @Test
  void tokenWithVeryManyValues_isCutInTheTable() {
    StringBuilder sets = new StringBuilder("{\"core\": {\"b\": {\"value\": \"{a}\"}}");
    StringBuilder themes = new StringBuilder();
    for (int i = 0; i < CombinationsTable.ROWS_MAX + 10; i++) {
      sets.append(", \"s%d\": {\"a\": {\"value\": \"%d\"}}".formatted(i, i));
      themes.append(
          "%s{\"id\": \"%d\", \"name\": \"n%d\", \"group\": \"g\", \"selectedTokenSets\": {\"s%d\": \"enabled\"}}"
              .formatted(i == 0 ? "" : ", ", i, i, i));
    }
    Path tokens =
        Samples.write(folder.resolve("many.json"), sets + ", \"$themes\": [" + themes + "]}");

    CliRun run = resolve(tokens, "--theme", "*", "--format", "table").ends(0);

    List<String> lines = run.out().lines().toList();
    assertEquals(1 + CombinationsTable.VALUES_MAX + 1, lines.size(), run.out());
    assertTrue(lines.getLast().contains("n24, n25"), lines.getLast());
    assertTrue(lines.getLast().contains("… --format json has all"), lines.getLast());
  }

  @Test
  void baseFontSizeThatIsBrokenUnderSomeThemes_isReportedOnce() {
    CliRun run =
        resolve(library(), "--theme", "*", "--base-font-size", "{ink}", "-o", folder.resolve("o"))
            .ends(0);

    run.says("base font size → ink → inky");
    assertEquals(1, run.talk().split("base font size →", -1).length - 1, run.talk());
  }

  @Test
  void tableOfManyCombinations_fitsTheTerminal() {
    CliRun run =
        resolve(
                ProjectFiles.sample("tokens/designsystemet/files"),
                "--theme",
                "*",
                "--format",
                "table")
            .ends(0)
            .says("96 combinations, 538 tokens, 0 without a value; problems none");

    assertTrue(run.out().lines().allMatch(line -> line.length() <= Console.WIDTH_COLUMNS));
    assertTrue(run.out().lines().count() < 2_000);
  }

  @Test
  void problem_isReportedOnceWithTheThemesItOccursUnder() {
    CliRun run = resolve(library(), "--theme", "*").ends(0);

    run.says(
        "why    gone → gap.gone; looked in 6 token sets: core, light, dark, small, big, attic; in"
            + " all 4 combinations",
        "in 2 of 4 combinations: Dark",
        "bg → ink → inky; ink is at ",
        "4 combinations, 7 tokens, 3 without a value in at least one; problems token-missing 3");
    assertEquals(1, run.talk().split("\"gap.gone\"", -1).length - 1, run.talk());
    assertEquals(2, run.talk().split("no token named \"inky\"", -1).length - 1, run.talk());
  }

  @Test
  void tokenOfASetThatCountsUnderNoTheme_isNotReported() {
    resolve(library(), "--theme", "*").ends(0).saysNothingOf("cobweb");
    resolve(library(), "--theme", "*", "--all").ends(0).says("cobweb", "in all 4 combinations");
  }

  @Test
  void tokenBrokenUnderAnotherThemeOnly_isNotReportedForTheActiveOne() {
    resolve(library(), "--theme", "*", "--theme", "Light").ends(0).saysNothingOf("inky");
    resolve(library(), "--theme", "Light", "--theme", "S").ends(0).saysNothingOf("inky");
    resolve(library(), "--theme", "Light", "--theme", "S", "--all").ends(0).saysNothingOf("bg →");
  }

  @Test
  void strict_endsWithOneWhenOneCombinationHasAFailure() {
    Path tokens =
        Samples.write(folder.resolve("t.json"), LIBRARY.replace("\"{gap.gone}\"", "\"fine\""));

    resolve(tokens, "--theme", "*", "--strict").ends(1);
    resolve(tokens, "--theme", "*", "--theme", "Light", "--strict").ends(0);
  }

  @Test
  void output_goesToAFileWholeOrNotAtAll() {
    Path out = folder.resolve("out.json");

    assertEquals("", resolve(library(), "--theme", "*", "-o", out).ends(0).out());

    assertTrue(Samples.text(out).startsWith("{\n\"combinations\": [\n{\n\"themes\""));
    assertFalse(CliRun.names(folder).stream().anyMatch(name -> name.endsWith(".tmp")));
  }

  @Test
  void badCalls_endWithTwo() {
    resolve(library(), "--theme", "*", "--theme", "Drak")
        .ends(2)
        .says("error[theme-unknown]", "did you mean \"Mode/Dark\"?");
    resolve(library(), "--theme", "*", "--theme", "Dark", "--theme", "Light")
        .ends(2)
        .says("exclude each other");
    resolve(library(), "--theme", "*", "--sets", "core")
        .ends(2)
        .says("themes and sets exclude each other");
  }
}

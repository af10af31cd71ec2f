package sluice.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.cli.terminal.Console;

final class ResolveCommandTest {
  @TempDir private Path folder;

  private static JsonObject json(CliRun run) {
    return JsonObject.read(run.out());
  }

  private static JsonObject token(JsonObject json, String name) {
    return json.objects("tokens").stream()
        .filter(token -> token.get("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void json_hasValueRawSetLocationAndStatus() {
    CliRun run = CliRun.of("resolve", "--tokens", Samples.TOKENS, "--theme", "mode/light").ends(0);

    JsonObject json = json(run);
    assertEquals(List.of("mode/light"), json.get("themes"));
    JsonObject token = token(json, "bg.page");
    assertEquals("color", token.get("type"));
    assertEquals("#f5f6f8", token.get("value"));
    assertEquals("{grey.50}", token.get("raw"));
    assertEquals("light", token.get("set"));
    assertEquals("resolved", token.get("status"));
    assertTrue(String.valueOf(token.get("location")).matches(".*/tokens\\.json:\\d+:\\d+"));
    assertFalse(token.has("problem"));
  }

  @Test
  void numbersAndComposites_keepTheirForm() {
    JsonObject json = json(CliRun.of("resolve", "--tokens", Samples.TOKENS).ends(0));

    assertEquals(new SmallJson.Scalar("16"), token(json, "space.md").get("value"));
    assertEquals("{space.base} * 2", token(json, "space.md").get("raw"));
    JsonObject heading = token(json, "type.heading").object("value");
    assertEquals("Inter", heading.get("fontFamily"));
  }

  @Test
  void disabledSets_areLeftOutUnlessAllAreWanted() {
    Path tokens =
        Samples.write(
            folder.resolve("t.json"),
            """
            {"on": {"a": {"value": "1", "type": "sizing"}},
             "off": {"b": {"value": "2", "type": "sizing"}}}
            """);

    CliRun some = CliRun.of("resolve", "--tokens", tokens, "--sets", "on").ends(0);
    CliRun all = CliRun.of("resolve", "--tokens", tokens, "--sets", "on", "--all").ends(0);

    assertFalse(some.out().contains("\"b\""));
    assertEquals("off", token(json(all), "b").get("set"));
    assertEquals(List.of("on"), json(all).get("sets"));
  }

  @Test
  void brokenReference_isUnresolvedWithItsProblem() {
    Path tokens =
        Samples.write(
            folder.resolve("t.json"),
            "{\"s\": {\"a\": {\"value\": \"{gone}\", \"type\": \"color\"}}}");

    CliRun run = CliRun.of("resolve", "--tokens", tokens).ends(0);

    JsonObject token = token(json(run), "a");
    assertEquals("unresolved", token.get("status"));
    assertEquals("token-missing", token.get("problem"));
    assertEquals("{gone}", token.get("value"));
    assertEquals("a → gone; looked in 1 token set: s", token.get("why"));
    run.says("error[token-missing]", "1 without a value");
    CliRun.of("resolve", "--tokens", tokens, "--strict").ends(1);
  }

  @Test
  void table_isAlignedAndFitsTheTerminal() {
    CliRun run = CliRun.of("resolve", "--tokens", Samples.TOKENS, "--format", "table").ends(0);

    List<String> lines = run.out().lines().toList();
    assertTrue(lines.getFirst().startsWith("TOKEN "));
    int column = lines.getFirst().indexOf("VALUE");
    for (String line : lines) {
      assertTrue(line.length() <= Console.WIDTH_COLUMNS, line);
      assertEquals(' ', line.charAt(column - 1), line);
    }
  }

  @Test
  void output_goesToAFile() {
    Path out = folder.resolve("out.json");

    CliRun run = CliRun.of("resolve", "--tokens", Samples.TOKENS, "-o", out).ends(0);

    assertEquals("", run.out());
    assertTrue(Samples.text(out).startsWith("{\n\"themes\""));
    CliRun.of("resolve", "--tokens", Samples.TOKENS, "-o", folder.resolve("gone").resolve("x"))
        .ends(2)
        .says("error[output-unwritable]");
  }

  @Test
  void badCalls_endWithTwo() {
    CliRun.of("resolve").ends(2).says("no tokens are named");
    CliRun.of("resolve", "--tokens", Samples.TOKENS, "--format", "xml").ends(2).says("--format");
    CliRun.of("resolve", "--tokens", folder.resolve("gone")).ends(2).says("error[file-missing]");
    CliRun.of("resolve", "--tokens", Samples.TOKENS, "--theme", "light", "--sets", "core")
        .ends(2)
        .says("themes and sets exclude each other");
  }
}

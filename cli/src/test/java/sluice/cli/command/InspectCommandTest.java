package sluice.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.testkit.generate.PenpotArchiveGenerator;
import sluice.testkit.generate.PenpotOptions;

/// `sluice inspect`.
final class InspectCommandTest {
  @TempDir private Path folder;

  private JsonObject inspected(Object... more) {
    Object[] args = new Object[8 + more.length];
    args[0] = "inspect";
    args[1] = Samples.document(folder);
    args[2] = "--tokens";
    args[3] = Samples.TOKENS;
    args[4] = "--theme";
    args[5] = "mode/dark";
    args[6] = "--format";
    args[7] = "json";
    System.arraycopy(more, 0, args, 8, more.length);
    return JsonObject.read(CliRun.of(args).ends(0).out());
  }

  /// The one of a list that has a name.
  private static JsonObject named(String name, JsonObject usage, String list) {
    return usage.objects(list).stream()
        .filter(one -> one.get("name").equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not in " + list));
  }

  @Test
  void tokens_areCountedByNodePageAndProperty_andThroughAliases() {
    JsonObject usage = inspected();

    assertEquals(14, usage.number("nodesWithTokens"));
    JsonObject used = named("border.subtle", usage, "tokens");
    assertEquals("direct", used.get("use"));
    assertEquals(2, used.number("nodes"));
    assertEquals(2, used.number("pages"));
    assertEquals(1, used.object("properties").number("fill"));
    assertEquals(1, used.object("properties").number("borderColor"));
    assertEquals("indirect", named("type.family", usage, "tokens").get("use"));
    assertTrue(named("type.family", usage, "tokens").number("referrers") > 0);
    assertEquals("unused", named("grey.500", usage, "tokens").get("use"));
    assertEquals(0, named("grey.500", usage, "tokens").number("nodes"));
  }

  @Test
  void unknownNames_comeWithTheNearestOne() {
    JsonObject unknown = named("text.secondry", inspected(), "unknown");

    assertEquals(1, unknown.number("nodes"));
    assertEquals("text.secondary", unknown.get("suggestion"));
  }

  @Test
  void valuesWithoutAToken_areCountedByValue_mostFrequentFirst() {
    JsonObject usage = inspected();

    JsonObject first = usage.objects("untokenised").getFirst();
    assertEquals("spacing", first.get("kind"));
    assertEquals(12, first.number("value"));
    assertEquals(6, first.number("count"));
    assertEquals("space.md", first.get("nearest"));
    assertEquals(4, first.number("distance"));
    long sum = 0;
    for (JsonObject value : usage.objects("untokenised")) {
      sum += value.number("count");
    }
    assertEquals(usage.number("untokenisedCount"), sum);
    assertEquals(0, usage.number("otherUntokenised"));
  }

  @Test
  void scope_limitsWhatIsCounted() {
    JsonObject usage = inspected("--page", "Components");

    assertEquals(1, named("border.subtle", usage, "tokens").number("nodes"));
    assertEquals("unused", named("state.ok", usage, "tokens").get("use"));
  }

  @Test
  void table_isForPeople() {
    String table =
        CliRun.of("inspect", Samples.document(folder), "--tokens", Samples.TOKENS).ends(0).out();

    assertTrue(table.contains("33 tokens: "), table);
    assertTrue(table.contains("NO SUCH TOKEN"), table);
    assertTrue(table.contains("text.secondary"), table);
    assertTrue(table.contains("16 values without a token"), table);
  }

  @Test
  void archive_isInspectedWithItsOwnLibrary() throws Exception {
    Path archive = folder.resolve("kit.penpot");
    new PenpotArchiveGenerator(PenpotOptions.ofShapes(120).official(true)).write(archive);

    JsonObject usage =
        JsonObject.read(CliRun.of("inspect", archive, "--format", "json").ends(0).out());

    assertEquals("direct", named("radius.m", usage, "tokens").get("use"));
    assertTrue(named("radius.m", usage, "tokens").number("pages") > 0);
    assertTrue(named("color.c", usage, "unknown").number("nodes") > 0);
    assertFalse(usage.objects("untokenised").isEmpty());
  }

  @Test
  void whatCannotRun_writesNothing() {
    CliRun.of("inspect", "").ends(2).says("DOCUMENT is empty");
    CliRun.of("inspect", folder.resolve("none.json")).ends(2).says("error[");
  }
}

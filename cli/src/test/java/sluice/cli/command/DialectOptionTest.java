package sluice.cli.command;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Token files of several dialects on the command line, and saying which dialect one is of.
final class DialectOptionTest {
  @TempDir private Path folder;
  private Path tokens;

  @BeforeEach
  void writeTokens() {
    tokens =
        Samples.write(
            folder.resolve("t.json"),
            "{\"color\": {\"bg\": {\"$type\": \"color\", \"$value\": \"#102030\"}}}");
  }

  private static String table(CliRun run) {
    return new String(run.outBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void dialect_decidesHowAFileIsRead() {
    String told = table(CliRun.of("resolve", "--tokens", tokens, "--format", "table").ends(0));
    String penpot =
        table(
            CliRun.of("resolve", "--tokens", tokens, "--format", "table", "--dialect", "penpot")
                .ends(0));

    assertFalse(told.contains("color.bg"), told);
    assertTrue(penpot.contains("color.bg"), penpot);
    CliRun.of("resolve", "--tokens", tokens, "--dialect=dtcg")
        .ends(0)
        .says("error[value-invalid]", "1 tokens, 1 without a value");
    CliRun.of("resolve", "--tokens", tokens, "--dialect", "tokens-studio").ends(0);
  }

  @Test
  void apply_takesThemAll() {
    Path document = Samples.write(folder.resolve("small.json"), Samples.SMALL);
    Path dtcg =
        Samples.write(
            folder.resolve("dtcg.json"),
            "{\"color\": {\"bg\": {\"$type\": \"color\","
                + " \"$value\": {\"colorSpace\": \"srgb\", \"components\": [0, 0, 1]}}}}");
    Path studio = Samples.write(folder.resolve("studio.json"), Samples.SMALL_TOKENS);

    String blue =
        table(
            CliRun.of("apply", document, "--tokens", studio, "--tokens", dtcg, "-o", "-").ends(0));
    String dark =
        table(
            CliRun.of("apply", document, "--tokens", dtcg, "--tokens", studio, "-o", "-").ends(0));
    String said =
        table(
            CliRun.of("apply", document, "--tokens", tokens, "--dialect", "penpot", "-o", "-")
                .ends(0));

    assertTrue(blue.contains("\"color\": {\"r\": 0, \"g\": 0, \"b\": 1, \"a\": 1}"), blue);
    assertTrue(dark.contains("\"r\": 0.0627450980392156"), dark);
    assertTrue(said.contains("\"r\": 0.0627450980392156"), said);
  }

  @Test
  void commandsThatOnlyLook_takeItToo() {
    Path document = Samples.write(folder.resolve("small.json"), Samples.SMALL);

    CliRun.of("check", document, "--tokens", tokens).ends(1).says("findings  0 stale, 1 broken");
    CliRun.of("check", document, "--tokens", tokens, "--dialect", "penpot")
        .ends(1)
        .says("findings  1 stale, 0 broken");
    String used =
        table(CliRun.of("inspect", document, "--tokens", tokens, "--dialect", "penpot").ends(0));
    assertTrue(used.contains("1 tokens: 1 direct"), used);
  }

  @Test
  void dialectOfNothing_isRefused() {
    Path document = Samples.write(folder.resolve("small.json"), Samples.SMALL);

    CliRun.of("apply", document, "--dialect", "dtcg", "--dry-run")
        .ends(2)
        .says("error[option-invalid]: a dialect is said, but no token file is named");
    CliRun.of("resolve", "--tokens", tokens, "--dialect", "w3c")
        .ends(2)
        .says("error[option-invalid]", "tokens-studio");
  }
}

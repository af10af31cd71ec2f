package sluice.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `convert` of tokens; of documents see `PenpotCommandTest`.
final class ConvertCommandTest {
  @TempDir private Path folder;

  @Test
  void tokens_becomeAFolder_thatResolvesToTheSame() {
    Path there = folder.resolve("there");

    CliRun.of("convert", "--tokens", Samples.TOKENS, "--to", "dtcg", "-o", there)
        .ends(0)
        .says(" tokens in 4 files: ");

    assertEquals(
        List.of(
            "core.tokens.json", "dark.tokens.json", "light.tokens.json", "tokens.resolver.json"),
        CliRun.names(there));
    String css =
        CliRun.of(
                "resolve",
                "--format",
                "css",
                "--tokens",
                there.resolve("tokens.resolver.json"),
                "--theme",
                "mode=light")
            .ends(0)
            .out();
    assertTrue(css.contains("--bg-page: #f5f6f8;"), css);
    assertEquals(List.of("there"), CliRun.names(folder));
  }

  @Test
  void strict_endsWithOneWhereSomethingIsLost() {
    Path tokens =
        Samples.write(
            folder.resolve("t.json"),
            "{\"s\": {\"a\": {\"value\": \"uppercase\", \"type\": \"textCase\"}}}");

    CliRun.of("convert", "--tokens", tokens, "--to", "dtcg", "-o", folder.resolve("o"), "--strict")
        .ends(1)
        .says("not-representable", "t.json:1:8", "textCase");
  }

  @Test
  void folderThatHoldsSomething_staysAsItIs() throws IOException {
    Path there = Files.createDirectory(folder.resolve("there"));
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path mine = Samples.write(there.resolve("mine.txt"), "x");

    CliRun.of("convert", "--tokens", Samples.TOKENS, "--to", "dtcg", "-o", there)
        .ends(2)
        .says("output-unwritable", "not an empty folder");
    CliRun.of("convert", "--tokens", Samples.TOKENS, "--to", "dtcg", "-o", empty).ends(0);

    assertEquals("x", Files.readString(mine));
    assertEquals(List.of("mine.txt"), CliRun.names(there));
    assertEquals(List.of("empty", "there"), CliRun.names(folder));
  }

  @Test
  void tokensThatCannotBeRead_leaveNothing() {
    Path tokens = Samples.write(folder.resolve("t.json"), "{");

    CliRun.of("convert", "--tokens", tokens, "--to", "dtcg", "-o", folder.resolve("o"))
        .ends(2)
        .says("token-file-malformed");

    assertEquals(List.of("t.json"), CliRun.names(folder));
    assertFalse(Files.exists(folder.resolve("o")));
  }

  @Test
  void badCalls_endWithTwo() {
    CliRun.of("convert", "--tokens", Samples.TOKENS, "--to", "dtcg").ends(2).says("-o DIR");
    CliRun.of("convert", "--to", "dtcg", "-o", folder.resolve("o")).ends(2).says("--tokens PATH");
    CliRun.of("convert", "--to", "ndjson").ends(2).says("--to tokens-studio");
    CliRun.of(
            "convert",
            "--tokens",
            Samples.TOKENS,
            "--to",
            "tokens-studio",
            "-o",
            folder.resolve("o"))
        .ends(2)
        .says("format-unsupported");
  }
}

package sluice.cli.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `sluice remap` from the outside.
final class RemapCommandTest {
  @TempDir private Path folder;

  @Test
  void dryRun_tellsCounts_andWritesNothing() throws Exception {
    Path document = Samples.document(folder);
    byte[] before = Files.readAllBytes(document);

    CliRun.of(
            "remap",
            document,
            "--tokens",
            Samples.TOKENS,
            "--map",
            "bg.card=bg.page",
            "--map",
            "no.such=text.primary",
            "--dry-run")
        .ends(0)
        .says("bg.card -> bg.page: 2 applied", "no.such -> text.primary: not used", "--dry-run");

    assertArrayEquals(before, Files.readAllBytes(document));
    assertEquals(1, CliRun.names(folder).size());
  }

  @Test
  void thereAndBack_withAFileOfMappings_andTheLibrary() throws Exception {
    Path document = Samples.document(folder);
    Path tokens = Samples.tokens(folder);
    byte[] before = Files.readAllBytes(document);
    Path there = folder.resolve("there.txt");
    Path back = folder.resolve("back.json");
    Files.writeString(there, "# names\nbg.card = bg.sheet\n\nradius.md=radius.medium\n");
    Files.writeString(back, "{\"bg.sheet\": \"bg.card\", \"radius.medium\": \"radius.md\"}");

    CliRun.of(
            "remap", document, "--tokens", tokens, "--map", there, "--rename-tokens", "--in-place")
        .ends(0)
        .says("bg.card -> bg.sheet: 2 applied, ");
    assertTrue(Files.readString(document).contains("bg.sheet"));
    assertTrue(Files.readString(tokens).contains("\"medium\""));
    CliRun.of("remap", document, "--tokens", tokens, "--map", back, "--rename-tokens", "--in-place")
        .ends(0);

    assertArrayEquals(before, Files.readAllBytes(document));
    assertArrayEquals(Files.readAllBytes(Samples.TOKENS), Files.readAllBytes(tokens));
  }

  @Test
  void whatCannotBe_isRefused() {
    Path document = Samples.document(folder);
    Object[] start = {"remap", document, "--tokens", Samples.TOKENS};

    run(start, "--map", "bg.card=bg.gone").ends(2).says("error[target-unknown]", "\"bg.gone\"");
    run(start, "--map", "bg.card=bg.page", "--map", "bg.card=text.primary")
        .ends(2)
        .says("error[mapping-clash]");
    run(start, "--map", "(bg=x", "--regex").ends(2).says("error[option-invalid]");
    run(start, "--map", "bg.(.*)=x.$2", "--regex").ends(2).says("error[option-invalid]", "$2");
    run(start, "--map", "none.txt").ends(2).says("error[file-missing]");
    run(start).ends(2).says("error[option-invalid]", "--map");
  }

  private static CliRun run(Object[] start, Object... more) {
    Object[] all = java.util.Arrays.copyOf(start, start.length + more.length);
    System.arraycopy(more, 0, all, start.length, more.length);
    return CliRun.of(all);
  }

  @Test
  void aRegularExpression_throughPipes() {
    CliRun piped =
        CliRun.withInput(
                Samples.SMALL.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "remap",
                "-",
                "--tokens",
                tokens(),
                "--map",
                "color\\.(b)(g)=color.$2$1",
                "--regex")
            .ends(0)
            .says("1 applied");

    assertEquals(Samples.SMALL.replace("color.bg", "color.gb"), piped.out());
  }

  private Path tokens() {
    Path tokens = folder.resolve("small.json");
    try {
      Files.writeString(tokens, Samples.SMALL_TOKENS.replace("\"bg\"", "\"gb\""));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return tokens;
  }
}

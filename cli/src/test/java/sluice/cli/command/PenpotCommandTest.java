package sluice.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.testkit.generate.PenpotArchiveGenerator;
import sluice.testkit.generate.PenpotOptions;

/// The commands on a Penpot archive.
final class PenpotCommandTest {
  @TempDir private Path folder;

  private Path archive;

  @BeforeEach
  void generate() throws IOException {
    archive = folder.resolve("kit.penpot");
    new PenpotArchiveGenerator(PenpotOptions.ofShapes(120).official(true)).write(archive);
  }

  @Test
  void apply_writesBesideTheInput_andSaysWhatBecameOfTheArchive() {
    CliRun run = CliRun.of("apply", archive, "--theme", "Mode/Dark").ends(0);

    run.says(
        "output    " + folder.resolve("kit.applied.penpot"),
        "tokens    Mode/Dark",
        "nodes     120, ",
        "entries written anew, the others copied",
        "properties take a token",
        "warning[token-dangling]: token \"color.c\" has no value",
        "it is in the token set \"unused\", which no active theme selects");
    CliRun.of("apply", folder.resolve("kit.applied.penpot"), "--theme", "Mode/Dark", "--dry-run")
        .ends(0)
        .says("0 changed");
  }

  @Test
  void metrics_countTheArchive() throws IOException {
    Path metrics = folder.resolve("metrics.json");

    CliRun.of("apply", archive, "--dry-run", "--metrics", metrics).ends(0);

    assertTrue(Files.readString(metrics).contains("\"archive\": {\"entries\": "));
  }

  @Test
  void resolve_showsTheLibraryOfAnArchive() {
    CliRun run = CliRun.of("resolve", "--tokens", archive, "--format", "table").ends(0);

    String table = new String(run.outBytes(), StandardCharsets.UTF_8);
    assertTrue(table.contains("radius.m"), table);
    assertTrue(table.contains("#ff0000"), table);
    assertFalse(table.contains("#123456"), "a set that nothing selects");
  }

  @Test
  void embedTokens_putsTheLibraryInside() throws IOException {
    Path tokens = folder.resolve("tokens.json");
    Files.writeString(tokens, PenpotArchiveGenerator.library().replace("#ff0000", "#00ffff"));
    Path out = folder.resolve("out.penpot");

    CliRun.of("apply", archive, "--tokens", tokens, "--embed-tokens", "-o", out).ends(0);

    CliRun run = CliRun.of("resolve", "--tokens", out, "--format", "table").ends(0);
    assertTrue(new String(run.outBytes(), StandardCharsets.UTF_8).contains("#00ffff"));
  }

  @Test
  void fontsOfATeam_chooseIdsAndVariants() throws IOException {
    Path fonts = folder.resolve("fonts.json");
    Files.writeString(
        fonts,
        """
        [{"id": "gfont-inter", "family": "Inter", "variants": [
          {"id": "regular", "weight": "400", "style": "normal"},
          {"id": "700", "weight": 700, "style": "normal"}]}]
        """);
    Path changes = folder.resolve("changes.ndjson");

    CliRun.of("apply", archive, "--fonts", fonts, "--dry-run", "--changes", changes)
        .ends(0)
        .says("problems  token-dangling 1");

    String text = Files.readString(changes);
    assertTrue(text.contains("\"after\":\"gfont-inter\""), text);
    // 600 lies between 400 and 700, nearer to 700.
    assertTrue(text.contains("\"before\":\"regular\",\"after\":\"700\""), text);
  }

  @Test
  void fontsOfAnotherKind_areRefused() throws IOException {
    Path fonts = folder.resolve("fonts.json");
    Files.writeString(fonts, "{\"Inter\": [\"Regular\"]}");
    Path nameless = folder.resolve("nameless.json");
    Files.writeString(nameless, "[{\"family\": \"Inter\"}]");

    CliRun.of("apply", archive, "--fonts", fonts, "--dry-run")
        .ends(2)
        .says("error[option-invalid]: this list of fonts is none of a Penpot team");
    CliRun.of("apply", archive, "--fonts", nameless, "--dry-run")
        .ends(2)
        .says("error[option-invalid]", "has no text \"id\"");
  }

  @Test
  void convert_listsEveryShape() {
    CliRun run = CliRun.of("convert", archive, "--to", "ndjson").ends(0);

    String lines = new String(run.outBytes(), StandardCharsets.UTF_8);
    assertEquals(120, lines.lines().count());
    assertTrue(lines.startsWith("{\"file\":\""), lines);
    run.says("120 shapes");
  }

  @Test
  void convert_refusesWhatIsNoArchive() {
    CliRun.of("convert", Samples.document(folder))
        .ends(2)
        .says("error[format-unsupported]: only Penpot archives have shapes to list");
  }

  @Test
  void aTruncatedArchive_isRefused_andNothingIsWritten() throws IOException {
    byte[] bytes = Files.readAllBytes(archive);
    Files.write(archive, Arrays.copyOf(bytes, bytes.length / 2));
    Path out = folder.resolve("out.penpot");

    CliRun.of("apply", archive, "-o", out).ends(2).says("error[archive-malformed]");

    assertFalse(Files.exists(out));
  }

  @Test
  void theOldBinaryFormat_isNamed() throws IOException {
    Path old = folder.resolve("old.penpot");
    Files.write(old, new byte[] {0x01, 0x0B, 0x1A, (byte) 0x86, 0, 0, 0, 0});

    CliRun.of("apply", old, "--dry-run")
        .ends(2)
        .says("error[format-unsupported]: the old binary format of Penpot is not read");
  }
}

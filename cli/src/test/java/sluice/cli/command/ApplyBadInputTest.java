package sluice.cli.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Input that cannot be used: each kind gets exit code 2 and a problem that says what to do; input
/// and existing output stay as they are and no file stays behind.
final class ApplyBadInputTest {
  private static final String OLD = "an older output";

  @TempDir private Path folder;

  private Path document;
  private Path tokens;
  private Path output;

  @BeforeEach
  void sample() {
    document = folder.resolve("doc.json");
    tokens = Samples.write(folder.resolve("tokens.json"), Samples.SMALL_TOKENS);
    output = Samples.write(folder.resolve("out.json"), OLD);
  }

  private CliRun refused(byte[] content) {
    try {
      Files.write(document, content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    CliRun run = CliRun.of("apply", document, "--tokens", tokens, "-o", output).ends(2);
    assertArrayEquals(content, Samples.bytes(document));
    assertNothingWritten();
    return run;
  }

  private CliRun refused(String content) {
    return refused(content.getBytes(StandardCharsets.UTF_8));
  }

  private void assertNothingWritten() {
    assertEquals(OLD, Samples.text(output));
    assertEquals(List.of("doc.json", "out.json", "tokens.json"), CliRun.names(folder));
  }

  @Test
  void truncatedAnywhere_isRefused() {
    byte[] whole = Samples.SMALL.strip().getBytes(StandardCharsets.UTF_8);

    for (int size = 1; size < whole.length; size++) {
      CliRun run = refused(Arrays.copyOf(whole, size));

      assertTrue(
          run.talk().startsWith("error[document-truncated]")
              || run.talk().startsWith("error[encoding-invalid]"),
          () -> "cut at " + "byte: " + run.talk());
      run.says("where  " + document);
    }
  }

  @Test
  void emptyDocument_isRefused() {
    refused("").says("error[document-empty]");
    refused(" \n ").says("error[document-empty]");
  }

  @Test
  void notAFigmaDocument_isRefused() {
    refused("<html></html>").says("error[format-unknown]", "help");
    refused("[1, 2]").says("error[format-unknown]");
    refused("PK\u0003\u0004 archive").says("error[archive-malformed]");
  }

  @Test
  void jsonWithoutNodes_isReported() {
    Samples.write(document, "{\"meta\": {\"variables\": {}}}");

    CliRun.of("apply", document, "--tokens", tokens, "--dry-run").ends(0).says("warning[no-nodes]");
    CliRun.of("apply", document, "--tokens", tokens, "--dry-run", "--strict").ends(1);
  }

  @Test
  void invalidUtf8_isRefused() {
    byte[] bytes = Samples.SMALL.getBytes(StandardCharsets.UTF_8);
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("Gr") + 2;
    bytes[at] = (byte) 0xC3;
    bytes[at + 1] = 'x';

    refused(bytes).says("error[encoding-invalid]", "byte");
  }

  @Test
  void brokenEscape_isRefused() {
    refused(Samples.SMALL.replace("\\u00fc", "\\u00zz")).says("error[json-malformed]", "byte");
    refused(Samples.SMALL.replace("\\u00fc", "\\q")).says("error[json-malformed]");
  }

  @Test
  void unbalancedBrackets_areRefused() {
    refused(Samples.SMALL.replace("}]}]}]}", "}]}}]}]}")).says("error[json-malformed]");
    refused(Samples.SMALL + "]").says("error[json-malformed]");
  }

  @Test
  void nestingBeyondTheLimit_isRefused() {
    String deep = "{\"x\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}";

    refused(deep).says("error[limit-exceeded]");
  }

  @Test
  void damagedGzip_isRefused() {
    refused(new byte[] {0x1F, (byte) 0x8B, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8}).says("gzip-malformed");
  }

  @Test
  void packedZeros_areRefusedBeforeTheyAreUnpacked() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(new byte[10_000_000]);
    }
    byte[] cutOff = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);

    // Whoever unpacked all of it would find the end missing.
    refused(cutOff).says("error[format-unknown]");
  }

  @Test
  void missingDocument_isRefused() {
    CliRun.of("apply", folder.resolve("gone.json"), "-o", output)
        .ends(2)
        .says("error[file-missing]", "gone.json");
    CliRun.of("apply", folder, "-o", output).ends(2).says("error[file-unreadable]");

    assertEquals(OLD, Samples.text(output));
  }

  @Test
  void malformedPluginDataOnOneNode_failsThatNodeOnly() {
    String broken =
        Samples.SMALL.replace(
            "\"characters\"", "\"sharedPluginData\": {\"tokens\": 7}, \"characters\"");
    Samples.write(document, broken);

    CliRun.of("apply", document, "--tokens", tokens, "-o", output)
        .ends(0)
        .says("1 changed, 0 unchanged, 0 skipped, 1 failed", "error[plugin-data-malformed]", "1:3");
  }

  @Test
  void documentWithoutLibrary_needsTokens() {
    Samples.write(document, Samples.SMALL);

    CliRun.of("apply", document, "-o", output).ends(2).says("error[library-missing]", "--tokens");

    assertNothingWritten();
  }

  @Test
  void missingTokenFile_isRefused() {
    Samples.write(document, Samples.SMALL);

    CliRun.of("apply", document, "--tokens", folder.resolve("gone.json"), "-o", output)
        .ends(2)
        .says("error[file-missing]", "gone.json");

    assertNothingWritten();
  }

  @Test
  void malformedTokenFile_isRefusedWithLineAndColumn() {
    Samples.write(document, Samples.SMALL);
    Samples.write(tokens, "{\"core\": {\n  \"a\": {\"value\": \"1\" \"type\": \"x\"}\n}}");

    CliRun.of("apply", document, "--tokens", tokens, "-o", output)
        .ends(2)
        .says("error[token-file-malformed]", "tokens.json:2:22");

    assertNothingWritten();
  }

  @Test
  void unknownTheme_isRefusedBeforeAnythingIsWritten() {
    Samples.write(document, Samples.SMALL);

    CliRun.of("apply", document, "--tokens", tokens, "--theme", "dark", "-o", output)
        .ends(2)
        .says("error[theme-unknown]");

    assertNothingWritten();
  }

  @Test
  void outputInAMissingFolder_isRefused() {
    Samples.write(document, Samples.SMALL);
    Path nowhere = folder.resolve("gone").resolve("out.json");

    CliRun.of("apply", document, "--tokens", tokens, "-o", nowhere)
        .ends(2)
        .says("error[output-unwritable]", nowhere.toString());

    assertNothingWritten();
  }

  @Test
  void outputInAReadOnlyFolder_isRefused() throws IOException {
    Samples.write(document, Samples.SMALL);
    Path locked = Files.createDirectory(folder.resolve("locked"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
    Assumptions.assumeFalse(Files.isWritable(locked), "skipped: this user may write anywhere");

    CliRun.of("apply", document, "--tokens", tokens, "-o", locked.resolve("out.json"))
        .ends(2)
        .says("error[output-unwritable]");
  }

  @Test
  void outputThatIsAFolder_isRefused() {
    Samples.write(document, Samples.SMALL);

    CliRun.of("apply", document, "--tokens", tokens, "-o", folder)
        .ends(2)
        .says("error[output-unwritable]", "folder");

    assertNothingWritten();
  }

  @Test
  void outputThatIsTheInput_isRefused() {
    Samples.write(document, Samples.SMALL);

    CliRun.of("apply", document, "--tokens", tokens, "-o", document).ends(2).says("--in-place");
    CliRun.of("apply", document, "--tokens", tokens, "--dry-run", "--changes", document).ends(2);

    assertEquals(Samples.SMALL, Samples.text(document));
    assertNothingWritten();
  }

  @Test
  void metricsThatCannotBeWritten_areRefusedBeforeTheRun() {
    Samples.write(document, Samples.SMALL);

    CliRun.of(
            "apply",
            document,
            "--tokens",
            tokens,
            "-o",
            output,
            "--metrics",
            folder.resolve("gone").resolve("m.json"))
        .ends(2)
        .says("error[output-unwritable]");

    assertNothingWritten();
  }

  @Test
  void truncatedStandardInput_printsNothing() {
    byte[] whole = Samples.SMALL.getBytes(StandardCharsets.UTF_8);

    CliRun run =
        CliRun.withInput(Arrays.copyOf(whole, 200), "apply", "-", "--tokens", tokens)
            .ends(2)
            .says("error[document-truncated]", "<stdin>");

    assertEquals("", run.out());
  }
}

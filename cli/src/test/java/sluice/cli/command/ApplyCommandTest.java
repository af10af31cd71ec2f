package sluice.cli.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ApplyCommandTest {
  @TempDir private Path folder;

  private Path document;
  private Path tokens;

  @BeforeEach
  void sample() {
    document = Samples.document(folder);
    tokens = Samples.tokens(folder);
  }

  private CliRun dark(Object... more) {
    Object[] args = new Object[more.length + 6];
    Object[] first = {"apply", document, "--tokens", tokens, "--theme", "mode/dark"};
    System.arraycopy(first, 0, args, 0, first.length);
    System.arraycopy(more, 0, args, first.length, more.length);
    return CliRun.of(args);
  }

  @Test
  void withoutAPlace_outputIsBesideTheInput() {
    byte[] before = Samples.bytes(document);

    CliRun run = dark().ends(0);

    run.says("output    " + folder.resolve("checkout.applied.json"));
    assertArrayEquals(before, Samples.bytes(document));
    assertTrue(Samples.text(folder.resolve("checkout.applied.json")).contains("\"itemSpacing\""));
    assertEquals(0, run.outBytes().length, "standard output is for products");
  }

  @Test
  void summary_namesNodesChangesProblemsTimeAndMemory() {
    CliRun run = dark("--output", folder.resolve("out.json")).ends(0);

    run.says(
        "tokens    mode/dark",
        "nodes     18, 14 with tokens",
        "13 changed, 0 unchanged, 1 skipped, 0 failed",
        "error[token-missing]: no token named \"text.secondry\"",
        "did you mean \"text.secondary\"?",
        "problems  token-missing 1",
        "time      ");
  }

  @Test
  void inPlace_replacesTheInputAndASecondRunChangesNothing() {
    byte[] before = Samples.bytes(document);

    dark("--in-place").ends(0).says("13 changed, 0 unchanged");
    byte[] once = Samples.bytes(document);
    dark("--in-place").ends(0).says("0 changed, 13 unchanged", "changes   0");

    assertNotEquals(new String(before, StandardCharsets.UTF_8), Samples.text(document));
    assertArrayEquals(once, Samples.bytes(document));
    assertEquals(List.of("checkout.json", "tokens.json"), CliRun.names(folder));
  }

  @Test
  void dryRun_writesNothing() {
    dark("--dry-run").ends(0).says("none, --dry-run", "13 changed");

    assertEquals(List.of("checkout.json", "tokens.json"), CliRun.names(folder));
  }

  @Test
  void dashAsOutput_goesToStandardOutput() {
    Path file = folder.resolve("out.json");
    dark("-o", file).ends(0);

    CliRun run = dark("-o", "-").ends(0).says("output    <stdout>");

    assertArrayEquals(Samples.bytes(file), run.outBytes());
  }

  @Test
  void dashAsDocument_readsStandardInputAndWritesStandardOutput() {
    Path file = folder.resolve("out.json");
    dark("-o", file).ends(0);

    CliRun run =
        CliRun.withInput(
                Samples.bytes(document), "apply", "--tokens", tokens, "--theme=mode/dark", "-")
            .ends(0)
            .says("document  <stdin>", "<stdin>, node 1:10");

    assertArrayEquals(Samples.bytes(file), run.outBytes());
  }

  @Test
  void standardInput_cannotBeReplaced() {
    CliRun.withInput(Samples.bytes(document), "apply", "-", "--in-place")
        .ends(2)
        .says("error[option-invalid]: standard input cannot be replaced");
  }

  @Test
  void doubleDash_endsOptions() throws IOException {
    Path odd = Files.copy(document, folder.resolve("--odd.json"));
    Path relative = Path.of("").toAbsolutePath().relativize(odd);

    CliRun.of("apply", "--dry-run", "--tokens", tokens, "--", relative).ends(0);
  }

  @Test
  void documentWithAnAtSign_isNotAListOfArguments() throws IOException {
    Path odd = Files.copy(document, folder.resolve("@odd.json"));

    CliRun.of("apply", "--dry-run", "--tokens", tokens, odd).ends(0);
  }

  @Test
  void closedPipe_isNoError() {
    OutputStream closed = failing("Broken pipe");

    CliRun.into(closed, Samples.bytes(document), "apply", "-", "--tokens", tokens).ends(0);
  }

  @Test
  void standardOutputThatCannotBeWritten_isAnError() {
    OutputStream full = failing("No space left on device");

    CliRun.into(full, Samples.bytes(document), "apply", "-", "--tokens", tokens)
        .ends(2)
        .says("error[output-unwritable]: standard output cannot be written", "No space left");
  }

  @Test
  void device_isWrittenToAndNotReplaced() throws IOException {
    Path device = Path.of("/dev/null");
    Assumptions.assumeTrue(Files.exists(device), "skipped: there is no /dev/null");

    dark("-o", device, "--changes", device, "--metrics", device)
        .ends(0)
        .says("output    /dev/null");

    assertFalse(Files.isRegularFile(device));
  }

  @Test
  void deviceThatIsFull_isAnError() {
    Path device = Path.of("/dev/full");
    Assumptions.assumeTrue(Files.exists(device), "skipped: there is no /dev/full");

    dark("-o", device).ends(2).says("error[output-unwritable]", "/dev/full");
    CliRun.of("resolve", "--tokens", tokens, "-o", device).ends(2).says("/dev/full");
  }

  private static OutputStream failing(String message) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(message);
      }
    };
  }

  @Test
  void changes_haveOneLineForEachChangedNode() throws IOException {
    Path changes = folder.resolve("changes.ndjson");

    dark("--dry-run", "--changes", changes).ends(0);

    List<String> lines = Files.readAllLines(changes);
    assertEquals(13, lines.size());
    assertEquals(
        "Checkout / Order / Card",
        lines.stream()
            .map(JsonObject::read)
            .filter(node -> node.get("node").equals("1:4"))
            .findFirst()
            .orElseThrow()
            .get("path"));
    for (String line : lines) {
      JsonObject node = JsonObject.read(line);
      for (String key : List.of("node", "type", "name", "page", "path", "applied", "changes")) {
        assertTrue(node.has(key), key);
      }
    }
  }

  @Test
  void changesAndMetrics_canGoToStandardOutput() {
    CliRun changes = dark("--dry-run", "--changes", "-").ends(0);
    CliRun metrics = dark("--dry-run", "--metrics=-").ends(0);

    assertEquals(13, changes.out().lines().count());
    assertEquals(18, JsonObject.read(metrics.out()).number("nodes"));
  }

  @Test
  void twoThingsForStandardOutput_areRefused() {
    dark("-o", "-", "--changes", "-").ends(2).says("only one thing can go to standard output");
  }

  @Test
  void metrics_addUp() {
    Path metrics = folder.resolve("metrics.json");

    dark("--dry-run", "--metrics", metrics).ends(0);

    JsonObject json = JsonObject.read(Samples.text(metrics));
    assertEquals(14, json.number("nodesWithTokens"));
    assertEquals(
        14,
        json.number("nodesChanged")
            + json.number("nodesUnchanged")
            + json.number("nodesSkipped")
            + json.number("nodesFailed"));
    assertEquals(1, json.object("problems").number("token-missing"));
  }

  @Test
  void metricsInPlaceOfAnotherFile_isRefused() {
    byte[] before = Samples.bytes(document);

    dark("--metrics", document).ends(2).says("the metrics file is the input");
    dark("-o", folder.resolve("a"), "--metrics", folder.resolve("a"))
        .ends(2)
        .says("the metrics file is the output");
    dark("--changes", folder.resolve("a"), "--metrics", folder.resolve("a"))
        .ends(2)
        .says("the metrics file is the change set");

    assertArrayEquals(before, Samples.bytes(document));
    assertFalse(Files.exists(folder.resolve("a")));
  }

  @Test
  void strict_endsWithOneWhenProblemsWereFound() {
    dark("--dry-run", "--strict").ends(1);

    CliRun.of(
            "apply", document, "--tokens", tokens, "--page", "Components", "--dry-run", "--strict")
        .ends(0);
  }

  @Test
  void pagesAndNodes_limitTheRun() {
    dark("--dry-run", "--page", "Components").says("4 changed", "10 skipped").ends(0);
    dark("--dry-run", "--scope=page", "--page", "0:2").says("4 changed").ends(0);
    dark("--dry-run", "--node", "2:5").says("2 changed").ends(0);
    dark("--dry-run", "--scope", "node", "--node", "2:5", "--node", "1:3")
        .says("3 changed")
        .ends(0);
  }

  @Test
  void scopeThatContradictsItself_isRefusedWithAdvice() {
    dark("--scope", "page").ends(2).says("--scope page needs to know which page", "add --page");
    dark("--scope", "node").ends(2).says("--scope node needs to know which node", "add --node");
    dark("--scope", "document", "--page", "x").ends(2).says("leave --scope out");
    dark("--page", "x", "--node", "y").ends(2).says("--page and --node exclude each other");
  }

  @Test
  void unknownPage_isReportedWithTheOnesThereAre() {
    dark("--page", "Chekout").ends(2).says("error[scope-unknown]", "\"Checkout\" (0:1)");
  }

  @Test
  void unknownTheme_isReportedWithTheOnesThereAre() {
    CliRun.of("apply", document, "--tokens", tokens, "--theme", "mode/drak")
        .ends(2)
        .says("error[theme-unknown]", "mode/light, mode/dark", "did you mean \"mode/dark\"?");
  }

  @Test
  void everyThemeAtOnce_isRefused() {
    CliRun.of("apply", document, "--tokens", tokens, "--theme", "*")
        .ends(2)
        .says("a document has one look", "name one theme of each group");
  }

  @Test
  void setsInsteadOfThemes_countInTheGivenOrder() {
    CliRun.of("apply", document, "--tokens", tokens, "--sets", "core,dark", "--dry-run")
        .ends(0)
        .says("tokens    core, dark", "13 changed");
    CliRun.of("apply", document, "--tokens", tokens, "--sets", "core,gone").ends(2).says("gone");
  }

  @Test
  void baseFontSizeThatIsNoNumber_isRefused() {
    dark("--base-font-size", "large").ends(2).says("--base-font-size is no number", "\"large\"");
    dark("--base-font-size=18", "--dry-run").ends(0);
  }

  @Test
  void noCache_givesTheSameResult() {
    dark("-o", folder.resolve("a.json")).ends(0);
    dark("-o", folder.resolve("b.json"), "--no-cache").ends(0);

    assertArrayEquals(
        Samples.bytes(folder.resolve("a.json")), Samples.bytes(folder.resolve("b.json")));
  }

  @Test
  void fontsFile_decidesWhichFontsExist() {
    Path fonts = Samples.write(folder.resolve("fonts.json"), "{\"Inter\": [\"Regular\"]}");

    dark("--dry-run", "--fonts", fonts).ends(0).says("font-missing");
    Path all =
        Samples.write(folder.resolve("all.json"), "{\"Inter\": [\"Regular\", \"Semi Bold\"]}");
    dark("--dry-run", "--fonts", all).ends(0).saysNothingOf("font-missing");
  }

  @Test
  void badFontsFile_isReportedWithItsPlace() {
    Path fonts = Samples.write(folder.resolve("fonts.json"), "{\"Inter\":\n  [\"Regular\" 1]}");
    Path list = Samples.write(folder.resolve("list.json"), "[]");

    dark("--fonts", fonts).ends(2).says("error[option-invalid]", "fonts.json:2:");
    dark("--fonts", list).ends(2).says("the list of fonts is one of a Penpot team");
    Path number = Samples.write(folder.resolve("number.json"), "3");
    dark("--fonts", number).ends(2).says("it holds no JSON object");
    dark("--fonts", folder.resolve("gone.json")).ends(2).says("error[file-missing]");
  }

  @Test
  void nothingToApply_leavesEveryByte() {
    Path other =
        Samples.write(
            folder.resolve("other.json"), "{\"x\":{\"y\":{\"value\":\"1\",\"type\":\"sizing\"}}}");
    Path out = folder.resolve("out.json");

    CliRun.of("apply", document, "--tokens", other, "-o", out).ends(0).says("changes   0");

    assertArrayEquals(Samples.bytes(document), Samples.bytes(out));
  }

  @Test
  void compressedDocument_comesOutCompressed() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(Samples.bytes(document));
    }
    Path input = Files.write(folder.resolve("small.json.gz"), zipped.toByteArray());
    dark("-o", folder.resolve("plain.json")).ends(0);

    CliRun.of("apply", input, "--tokens", tokens, "--theme", "mode/dark").ends(0);

    byte[] out = Samples.bytes(folder.resolve("small.applied.json.gz"));
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(out))) {
      assertArrayEquals(Samples.bytes(folder.resolve("plain.json")), in.readAllBytes());
    }
  }

  @Test
  void existingOutput_isReplaced() {
    Path out = Samples.write(folder.resolve("out.json"), "old");

    dark("-o", out).ends(0);

    assertTrue(Samples.text(out).startsWith("{"));
  }

  @Test
  void progressAsJson_risesToAHundred() {
    CliRun run = dark("--dry-run", "--progress", "json").ends(0);

    List<String> lines = run.talk().lines().filter(line -> line.startsWith("{\"phase\"")).toList();
    JsonObject last = JsonObject.read(lines.getLast());
    assertEquals(100, last.number("percent"));
    assertEquals(18, last.number("nodes"));
  }

  @Test
  void progressNone_showsNone() {
    dark("--dry-run", "--progress=none").ends(0).saysNothingOf("100 %");
    dark("--dry-run").ends(0).says("100 %");
  }

  @Test
  void badFlags_endWithTwo() {
    dark("--progess=none")
        .ends(2)
        .says("unknown option: '--progess=none'", "did you mean --progress");
    dark("--progress", "loud").ends(2).says("invalid value for option '--progress'");
    dark("-o", "a", "--in-place").ends(2).says("mutually exclusive");
    dark("--tokens=").ends(2).says("the path is empty");
    CliRun.of("apply").ends(2).says("missing required parameter: 'DOCUMENT'");
    CliRun.of("apply", "").ends(2).says("DOCUMENT is empty");
    CliRun.of("aply").ends(2).says("did you mean apply");
    CliRun.of().ends(2).says("Usage: sluice");
  }

  @Test
  void helpAndVersion_areProducts() {
    assertTrue(CliRun.of("apply", "--help").ends(0).out().startsWith("Usage: sluice apply"));
    assertTrue(CliRun.of("--version").ends(0).out().matches("sluice \\d+\\.\\d+\\.\\d+\\R"));
  }
}

package sluice.cli.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sluice.fetch.FakeDocuments;
import sluice.fetch.FakeFigma;
import sluice.testkit.oracle.TreeOracle;

/// `sluice fetch`, and `sluice apply` of a file at Figma.
@Timeout(60)
final class FetchCommandTest {
  private static final String DOCUMENT = FakeDocuments.of(20);
  private static final String REMOTE = "figma:" + FakeFigma.KEY;

  @TempDir private Path folder;
  private final FakeFigma figma = new FakeFigma(DOCUMENT);
  private Path out;
  private Path tokens;

  @BeforeEach
  void files() {
    out = folder.resolve("out.json");
    tokens = Samples.write(folder.resolve("tokens.json"), FakeDocuments.TOKENS);
  }

  @AfterEach
  void close() {
    figma.close();
  }

  private CliRun run(Object... args) {
    return CliRun.withEnvironment(figma.environment(folder.resolve("cache").toString()), args)
        .saysNothingOf(FakeFigma.TOKEN);
  }

  private void isTheDocument(byte[] bytes) {
    assertEquals(
        List.of(),
        TreeOracle.differences(
            TreeOracle.read(DOCUMENT.getBytes(StandardCharsets.UTF_8)), TreeOracle.read(bytes)));
  }

  @Test
  void writesTheFile() {
    run("fetch", FakeFigma.KEY, "-o", out)
        .ends(0)
        .says("document  figma:" + FakeFigma.KEY + " \"Shop\", version 4711", "bytes received");

    isTheDocument(Samples.bytes(out));
    assertEquals(List.of("cache", "out.json", "tokens.json"), CliRun.names(folder));
  }

  @Test
  void compressesWhenTheNameSaysSo() throws IOException {
    Path zipped = folder.resolve("out.json.gz");
    run("fetch", REMOTE, "-o", zipped).ends(0);

    try (InputStream in = new GZIPInputStream(Files.newInputStream(zipped))) {
      isTheDocument(in.readAllBytes());
    }
  }

  @Test
  void dash_isStandardOutput() {
    CliRun run =
        run("fetch", "https://www.figma.com/design/" + FakeFigma.KEY + "/Shop", "-o", "-").ends(0);

    isTheDocument(run.outBytes());
  }

  @Test
  void secondFetch_isFromTheCacheUnlessRefreshed() {
    run("fetch", REMOTE, "-o", out).ends(0);
    run("fetch", REMOTE, "-o", out).ends(0).says("has not changed since");
    run("fetch", REMOTE, "-o", out, "--refresh").ends(0).says("bytes received");

    assertEquals(2, figma.count("file"));
  }

  @Test
  void failedFetch_leavesAnOlderFileAlone() {
    Samples.write(out, "older");
    Map<String, String> environment =
        new HashMap<>(figma.environment(folder.resolve("cache").toString()));
    environment.put("FIGMA_TOKEN", "figd_wrong");

    CliRun.withEnvironment(environment, "fetch", REMOTE, "-o", out)
        .ends(2)
        .says("error[access-refused]", "403: Invalid token")
        .saysNothingOf("figd_wrong");

    assertEquals("older", Samples.text(out));
    assertEquals(List.of("out.json", "tokens.json"), CliRun.names(folder));
  }

  @Test
  void oauthToken_works() {
    Map<String, String> environment =
        new HashMap<>(figma.environment(folder.resolve("cache").toString()));
    environment.put("FIGMA_OAUTH_TOKEN", environment.remove("FIGMA_TOKEN"));

    CliRun.withEnvironment(environment, "fetch", REMOTE, "-o", out)
        .ends(0)
        .saysNothingOf(FakeFigma.TOKEN);

    isTheDocument(Samples.bytes(out));
  }

  @Test
  void noToken_isSaidBeforeAnythingIsAsked() {
    CliRun.withEnvironment(Map.of("SLUICE_FIGMA_URL", "http://127.0.0.1:1"), "fetch", REMOTE)
        .ends(2)
        .says("error[access-token-missing]", "FIGMA_TOKEN");

    assertFalse(Files.exists(Path.of(FakeFigma.KEY + ".json")));
  }

  @Test
  void badArguments_areSaid() {
    run("fetch", "nonsense").ends(2).says("error[option-invalid]", "22 to 128");
    run("fetch", REMOTE, "--max-wait", "-1").ends(2).says("error[option-invalid]");
    run("fetch", REMOTE, "-o", folder.resolve("no").resolve("where.json"))
        .ends(2)
        .says("error[output-unwritable]");
    run("apply", REMOTE, "--in-place").ends(2).says("a file at Figma cannot be replaced");
    run("apply", "https://example.com/design.json").ends(2).says("no key of a Figma file");

    assertEquals(0, figma.count("file"));
  }

  @Test
  void progressAsJson_isJson() {
    String talk = run("fetch", REMOTE, "-o", out, "--progress=json").ends(0).talk();

    List<String> lines = talk.lines().filter(line -> line.startsWith("{")).toList();
    assertFalse(lines.isEmpty());
    for (String line : lines) {
      assertTrue(JsonObject.read(line).members().containsKey("bytes"), line);
    }
  }

  @Test
  void apply_isThatOfTheFetchedFile() {
    Path design = Samples.write(folder.resolve("design.json"), DOCUMENT);
    Path changes = folder.resolve("changes.ndjson");
    run("apply", design, "--tokens", tokens, "-o", out).ends(0);
    byte[] expected = Samples.bytes(out);

    run("apply", REMOTE, "--tokens", tokens, "-o", out, "--changes", changes)
        .ends(0)
        .says("document  " + REMOTE, "changed");

    assertEquals(
        List.of(), TreeOracle.differences(TreeOracle.read(expected), TreeOracle.read(out)));
    assertEquals(120, Samples.text(changes).lines().count());
  }

  @Test
  void apply_ofAFileInPages_givesTheSameValues() {
    run("apply", REMOTE, "--tokens", tokens, "-o", out).ends(0);
    byte[] whole = Samples.bytes(out);
    figma.largestAnswer(DOCUMENT.length() / 2);

    run("apply", REMOTE, "--refresh", "--tokens", tokens, "-o", out).ends(0).says("3 of 3 pages");

    assertEquals(3, figma.count("nodes"));
    assertEquals(List.of(), TreeOracle.differences(TreeOracle.read(whole), TreeOracle.read(out)));
  }

  @Test
  void apply_toStandardOutputAndDry() {
    byte[] written = run("apply", REMOTE, "--tokens", tokens, "-o", "-").ends(0).outBytes();
    run("apply", REMOTE, "--tokens", tokens, "--dry-run").ends(0).says("--dry-run");

    run("apply", REMOTE, "--tokens", tokens, "-o", out).ends(0);
    assertArrayEquals(Samples.bytes(out), written);
  }
}

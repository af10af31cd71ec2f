package sluice.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `sluice apply --report`.
final class ApplyReportTest {
  @TempDir private Path folder;

  private Path document;
  private Path tokens;

  @BeforeEach
  void sample() {
    document = Samples.document(folder);
    tokens = Samples.tokens(folder);
  }

  private CliRun dark(Object... more) {
    Object[] first = {"apply", document, "--tokens", tokens, "--theme", "mode/dark"};
    return CliRun.of(Stream.concat(Stream.of(first), Stream.of(more)).toArray());
  }

  @Test
  void theReport_hasTheNumbersOfTheMetrics() {
    Path report = folder.resolve("report.html");
    Path metrics = folder.resolve("metrics.json");

    dark("--dry-run", "--report", report, "--metrics", metrics).ends(0);

    JsonObject numbers = JsonObject.read(Samples.text(metrics));
    String page = Samples.text(report);
    for (String name :
        List.of(
            "nodes",
            "nodesWithTokens",
            "nodesChanged",
            "nodesUnchanged",
            "nodesSkipped",
            "nodesFailed",
            "changes")) {
      assertTrue(page.contains("data-count=\"" + name + "\">" + numbers.number(name) + "<"), name);
    }
    assertTrue(page.contains("data-problem=\"token-missing\">1<"));
    assertTrue(page.contains("<bdi>text.primary</bdi>"));
    assertTrue(page.contains("What tokens would change in"));
  }

  @Test
  void withoutDryRun_theOutputIsTheSameAsEver() {
    dark("-o", folder.resolve("plain.json")).ends(0);

    dark("-o", folder.resolve("told.json"), "--report", folder.resolve("report.html")).ends(0);

    assertEquals(
        Samples.text(folder.resolve("plain.json")), Samples.text(folder.resolve("told.json")));
    assertTrue(Samples.text(folder.resolve("report.html")).contains("told.json"));
  }

  @Test
  void aDash_isStandardOutput() {
    CliRun run = dark("--dry-run", "--report=-").ends(0);

    String page = new String(run.outBytes(), StandardCharsets.UTF_8);
    assertTrue(page.startsWith("<!DOCTYPE html>"), page);
    dark("-o", "-", "--report", "-").ends(2).says("only one thing can go to standard output");
  }

  @Test
  void inPlaceOfAnotherFile_isRefused() throws IOException {
    Path a = folder.resolve("a");

    dark("--report", document).ends(2).says("the report is the input");
    dark("-o", a, "--report", a).ends(2).says("the report is the output");
    dark("--changes", a, "--report", a).ends(2).says("the report is the change set");
    dark("--dry-run", "--metrics", a, "--report", a)
        .ends(2)
        .says("the report is the metrics file", "name another file for --report");

    assertFalse(Files.exists(a));
    assertNothingTemporary();
  }

  @Test
  void aFolderThatIsNotThere_isSaidBeforeAnyWork() throws IOException {
    dark("-o", folder.resolve("out.json"), "--report", folder.resolve("gone/report.html"))
        .ends(2)
        .says("error[output-unwritable]", folder.resolve("gone") + " does not exist");

    assertFalse(Files.exists(folder.resolve("out.json")));
    assertNothingTemporary();
  }

  @Test
  void aRunThatFails_leavesAnOlderReport() throws IOException {
    Path report = Files.writeString(folder.resolve("report.html"), "older");
    byte[] whole = Samples.bytes(document);
    Files.write(document, Arrays.copyOf(whole, whole.length - 10));

    dark("--dry-run", "--report", report).ends(2);

    assertEquals("older", Samples.text(report));
    assertNothingTemporary();
  }

  private void assertNothingTemporary() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(
          List.of(), files.filter(file -> file.getFileName().toString().endsWith(".tmp")).toList());
    }
  }
}

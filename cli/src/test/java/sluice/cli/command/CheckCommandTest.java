package sluice.cli.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import sluice.testkit.generate.PenpotArchiveGenerator;
import sluice.testkit.generate.PenpotOptions;

/// `sluice check`, from the command line to its reports.
final class CheckCommandTest {
  /// Names that mean something to each format a report may have.
  private static final String SPECIAL = "<b>&\\\"' ]]> \\u0007 \\\\ \\n\\ud83d\\ude00 %s";

  @TempDir private Path folder;

  private Path document;
  private Path tokens;

  @BeforeEach
  void copy() {
    document = Samples.document(folder);
    tokens = Samples.tokens(folder);
  }

  private CliRun check(Object... more) {
    Object[] args = new Object[6 + more.length];
    args[0] = "check";
    args[1] = document;
    args[2] = "--tokens";
    args[3] = tokens;
    args[4] = "--theme";
    args[5] = "mode/dark";
    System.arraycopy(more, 0, args, 6, more.length);
    return CliRun.of(args);
  }

  /// A document with one node of a special name that takes a special token, and its library.
  private void makeSpecial() {
    document =
        Samples.write(
            folder.resolve("special & <1>.json"),
            Samples.SMALL
                .replace("\"Card\"", "\"" + SPECIAL + "\"")
                .replace("color.bg", "gone <&> \\\\\\\"x\\\\\\\""));
    tokens = Samples.write(folder.resolve("small.json"), Samples.SMALL_TOKENS);
  }

  private CliRun checkSpecial(Object... more) {
    Object[] args = new Object[4 + more.length];
    args[0] = "check";
    args[1] = document;
    args[2] = "--tokens";
    args[3] = tokens;
    System.arraycopy(more, 0, args, 4, more.length);
    return CliRun.of(args);
  }

  @Test
  void beforeApply_findsExactlyWhatApplyChanges_andAfterItNothing() {
    Path changes = folder.resolve("changes.ndjson");
    Path out = folder.resolve("out.json");

    CliRun found = check("--format", "ndjson").ends(1);
    CliRun.of(
            "apply",
            document,
            "--tokens",
            tokens,
            "--theme",
            "mode/dark",
            "-o",
            out,
            "--changes",
            changes)
        .ends(0);

    Set<String> applied = new HashSet<>();
    for (String line : Samples.text(changes).lines().toList()) {
      JsonObject node = JsonObject.read(line);
      for (JsonObject change : node.objects("changes")) {
        applied.add(node.get("node") + " " + change.get("property") + " " + change.get("token"));
      }
    }
    Set<String> stale = new HashSet<>();
    for (String line : found.out().lines().toList()) {
      JsonObject finding = JsonObject.read(line);
      if (finding.get("kind").equals("stale")) {
        stale.add(finding.get("node") + " " + finding.get("property") + " " + finding.get("token"));
      }
    }
    assertEquals(applied, stale);
    assertTrue(stale.size() > 10);

    document = out;
    JsonObject after = JsonObject.read(check("--format", "json").ends(1).out());
    assertEquals(0, after.object("counts").number("stale"));
    assertEquals(1, after.object("counts").number("broken"));
  }

  @Test
  void cleanDocument_endsWithZero_andSaysSo() {
    tokens = Samples.write(folder.resolve("small.json"), Samples.SMALL_TOKENS);
    document = Samples.write(folder.resolve("small-document.json"), Samples.SMALL);
    checkSpecial().ends(1);
    CliRun.of("apply", document, "--tokens", tokens, "--in-place").ends(0);

    assertEquals("no findings\n", checkSpecial().ends(0).out());
    assertEquals("", checkSpecial("--format", "ndjson").ends(0).out());
    JsonObject json = JsonObject.read(checkSpecial("--format", "json").ends(0).out());
    assertEquals(List.of(), json.objects("findings"));
  }

  @Test
  void json_hasAsManyFindingsAsItCounts_eachWithItsMembers() {
    JsonObject report = JsonObject.read(check("--format", "json", "--untokenised").ends(1).out());

    JsonObject counts = report.object("counts");
    List<JsonObject> findings = report.objects("findings");
    for (String kind : List.of("stale", "broken", "untokenised")) {
      assertEquals(
          counts.number(kind),
          findings.stream().filter(finding -> finding.get("kind").equals(kind)).count());
      assertTrue(counts.number(kind) > 0);
    }
    for (JsonObject finding : findings) {
      for (String member : List.of("node", "path", "property", "document", "page")) {
        assertTrue(finding.has(member), finding + " has no " + member);
      }
    }
    JsonObject broken =
        findings.stream().filter(f -> f.get("kind").equals("broken")).findFirst().orElseThrow();
    assertEquals("token-missing", broken.get("problem"));
    assertEquals("text.secondry", broken.get("token"));
    assertEquals("1:10", broken.get("node"));
  }

  @Test
  void text_isByPage_withTheFirstFewAndExactNumbers() {
    String text = check().ends(1).out();

    assertTrue(text.contains(document + ", Checkout: 18\n"), text);
    assertTrue(text.contains("  … and 8 more\n"), text);
    assertTrue(text.contains("cornerRadius is 8; radius.md says 12\n"), text);
    assertTrue(text.endsWith("28 findings: 27 stale, 1 broken, 0 untokenised\n"), text);
  }

  @Test
  void sarif_hasTheMembersThatTheStandardRequires() {
    JsonObject log = JsonObject.read(check("--format", "sarif", "--untokenised").ends(1).out());

    assertEquals("2.1.0", log.get("version"));
    JsonObject run = log.objects("runs").getFirst();
    JsonObject driver = run.object("tool").object("driver");
    assertEquals("Sluice", driver.get("name"));
    List<JsonObject> rules = driver.objects("rules");
    List<JsonObject> results = run.objects("results");
    assertTrue(results.size() > 30);
    Set<Object> fingerprints = new HashSet<>();
    for (JsonObject result : results) {
      assertEquals(result.get("ruleId"), rules.get((int) result.number("ruleIndex")).get("id"));
      assertTrue(List.of("error", "warning", "note").contains(result.get("level")));
      assertFalse(((String) result.object("message").get("text")).isEmpty());
      JsonObject location = result.objects("locations").getFirst();
      JsonObject physical = location.object("physicalLocation");
      assertTrue(((String) physical.object("artifactLocation").get("uri")).endsWith(".json"));
      assertEquals(1, physical.object("region").number("startLine"));
      JsonObject logical = location.objects("logicalLocations").getFirst();
      assertFalse(((String) logical.get("fullyQualifiedName")).isEmpty());
      fingerprints.add(result.object("partialFingerprints").get("sluice/v1"));
    }
    assertEquals(results.size(), fingerprints.size());
  }

  @Test
  void namesWithSpecials_comeThroughEveryFormat() throws Exception {
    makeSpecial();
    String name = "<b>&\"' ]]> \u0007 \\ \n\ud83d\ude00 %s";

    JsonObject json = JsonObject.read(checkSpecial("--format", "json").ends(1).out());
    assertEquals("Home / " + name, json.objects("findings").getFirst().get("path"));
    assertEquals("gone <&> \"x\"", json.objects("findings").getFirst().get("token"));

    JsonObject sarif = JsonObject.read(checkSpecial("--format", "sarif").ends(1).out());
    JsonObject location =
        sarif
            .objects("runs")
            .getFirst()
            .objects("results")
            .getFirst()
            .objects("locations")
            .getFirst();
    assertEquals(
        "Home / " + name,
        location.objects("logicalLocations").getFirst().get("fullyQualifiedName"));
    String uri = (String) location.object("physicalLocation").object("artifactLocation").get("uri");
    assertTrue(uri.endsWith("/special%20&%20%3C1%3E.json"), uri);

    Element suite = junit(checkSpecial("--format", "junit").ends(1).outBytes());
    Element test = (Element) suite.getElementsByTagName("testcase").item(0);
    assertEquals(
        "broken: Home / " + name.replace('\u0007', '\ufffd') + " [1:2] fill",
        test.getAttribute("name"));
    assertEquals(document.toString(), test.getAttribute("classname"));

    String text = checkSpecial().ends(1).out();
    assertFalse(text.contains("\u0007"), text);
    assertTrue(text.contains("Home / <b>&\"' ]]> \ufffd \\  \ud83d\ude00 %s [1:2]\n"), text);
  }

  private static Element junit(byte[] xml) throws Exception {
    Document parsed =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml));
    Element root = parsed.getDocumentElement();
    assertEquals("testsuites", root.getTagName());
    return (Element) root.getElementsByTagName("testsuite").item(0);
  }

  @Test
  void junit_countsItsTests_andADocumentWithoutFindingsPasses() throws Exception {
    Path clean = Samples.write(folder.resolve("clean.json"), Samples.SMALL);
    Path report = folder.resolve("report.xml");

    CliRun.of("check", document, clean, "--tokens", tokens, "--sets", "none-of-them", "-o", report)
        .ends(2);
    assertFalse(Files.exists(report));
    check(clean, "--page", "Home", "--format", "junit", "-o", report).ends(2);
    assertFalse(Files.exists(report), "the first document has no such page");
    CliRun.of("check", clean, "--tokens", tokens, "--format", "junit", "-o", report).ends(1);

    Element suite = junit(Samples.bytes(report));
    int tests = suite.getElementsByTagName("testcase").getLength();
    assertEquals(tests, Integer.parseInt(suite.getAttribute("tests")));
    assertEquals(
        suite.getElementsByTagName("failure").getLength(),
        Integer.parseInt(suite.getAttribute("failures")));

    Path small = Samples.write(folder.resolve("small.json"), Samples.SMALL_TOKENS);
    CliRun.of("apply", clean, "--tokens", small, "--in-place").ends(0);
    CliRun.of("check", clean, "--tokens", small, "--format", "junit", "-o", report).ends(0);
    Element passed = junit(Samples.bytes(report));
    assertEquals("1", passed.getAttribute("tests"));
    assertEquals("0", passed.getAttribute("failures"));
  }

  @Test
  void baseline_leavesOutWhatItKnows_andOnlyThat() {
    Path baseline = folder.resolve("baseline");
    Path report = folder.resolve("report.txt");
    check("--write-baseline", baseline, "-o", report).ends(0).says("baseline  28 findings written");
    String written = Samples.text(baseline);
    assertEquals(29, written.lines().count());

    check("--baseline", baseline).ends(0).says("baseline  28 findings are in it");
    assertEquals("no findings; 28 more are in the baseline\n", check("--baseline", baseline).out());

    Samples.write(document, Samples.text(document).replace("text.secondry", "text.secondry-again"));
    JsonObject json =
        JsonObject.read(check("--baseline", baseline, "--format", "json").ends(1).out());
    assertEquals(1, json.object("counts").number("broken"));
    assertEquals(0, json.object("counts").number("stale"));
    assertEquals("text.secondry-again", json.objects("findings").getFirst().get("token"));

    check("--write-baseline", "-", "-o", report, "--baseline", baseline).ends(0);
  }

  @Test
  void baselineThatIsNone_isRefused_andNothingIsWritten() {
    Path report = folder.resolve("report.txt");

    check("--baseline", folder.resolve("none"), "-o", report)
        .ends(2)
        .says("error[file-unreadable]", "there is no such file", "--write-baseline");
    check("--baseline", tokens, "-o", report).ends(2).says("error[baseline-malformed]");
    check("--write-baseline", "-").ends(2).says("would go to the same place");
    check("--write-baseline", folder.resolve("no-folder/b"), "-o", report)
        .ends(2)
        .says("error[output-unwritable]");
    assertFalse(Files.exists(report));
  }

  @Test
  void severalDocuments_areOneReport() {
    Path other = Samples.write(folder.resolve("other.json"), Samples.SMALL);

    JsonObject report = JsonObject.read(check(other, "--format", "json").ends(1).out());

    Set<Object> names = new HashSet<>();
    report.objects("findings").forEach(finding -> names.add(finding.get("document")));
    assertEquals(Set.of(document.toString(), other.toString()), names);
    assertEquals(2, report.object("counts").number("broken"));
    check("").ends(2).says("DOCUMENT is empty");
    CliRun.of("check").ends(2).says("DOCUMENT");
  }

  @Test
  void documentFromStandardInput() {
    CliRun run =
        CliRun.withInput(
            Samples.bytes(document),
            "check",
            "-",
            "--tokens",
            tokens,
            "--theme",
            "mode/dark",
            "--format",
            "ndjson");

    assertEquals(28, run.ends(1).out().lines().count());
    assertTrue(run.out().contains("\"document\":\"<stdin>\""));
  }

  @Test
  void scope_limitsWhatIsFound() {
    JsonObject page = JsonObject.read(check("--page", "Components", "--format", "json").out());

    assertEquals(10, page.object("counts").number("stale"));
    assertEquals(0, page.object("counts").number("broken"));
  }

  @Test
  void inputs_areNeverReplaced() {
    byte[] before = Samples.bytes(document);

    check("-o", document).ends(2).says("the report would replace what is read");
    check("-o", tokens).ends(2).says("the report would replace what is read");
    check("-o", folder.resolve("report"), "--write-baseline", document)
        .ends(2)
        .says("the baseline would replace what is read");
    CliRun.of("inspect", document, "--tokens", tokens, "-o", document).ends(2);

    assertArrayEquals(before, Samples.bytes(document));
  }

  @Test
  void fileWithoutNodes_isNotTakenForAClean() {
    document = Samples.write(folder.resolve("variables.json"), "{\"meta\": {\"variables\": {}}}");

    check().ends(2).says("[no-nodes]");
  }

  @Test
  void outputThatCannotBeWritten_isNoFinding() {
    check("-o", folder.resolve("missing/report")).ends(2).says("error[output-unwritable]");
    document = Samples.write(folder.resolve("cut.json"), "{\"document\": {\"id\": \"0:0\"");
    check().ends(2).says("error[document-truncated]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "ndjson", "sarif", "junit"})
  void archive_isCheckedLikeAnyDocument(String format) throws Exception {
    Path archive = folder.resolve("kit.penpot");
    new PenpotArchiveGenerator(PenpotOptions.ofShapes(120).official(true)).write(archive);
    Path applied = folder.resolve("applied.penpot");
    String[] theme = {"--theme", "Mode/Dark"};

    CliRun before = CliRun.of("check", archive, theme[0], theme[1], "--format", format).ends(1);
    CliRun.of("apply", archive, theme[0], theme[1], "-o", applied).ends(0);
    CliRun after = CliRun.of("check", applied, theme[0], theme[1], "--format", "json").ends(1);

    assertTrue(before.out().contains("color.c"), before.out());
    JsonObject counts = JsonObject.read(after.out()).object("counts");
    assertEquals(0, counts.number("stale"));
    assertTrue(counts.number("broken") > 0);
  }
}

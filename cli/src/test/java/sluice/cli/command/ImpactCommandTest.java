package sluice.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.testkit.generate.PenpotArchiveGenerator;
import sluice.testkit.generate.PenpotOptions;

/// `sluice impact`, from the command line to its reports.
final class ImpactCommandTest {
  @TempDir private Path folder;

  private Path document;
  private Path older;
  private Path newer;

  @BeforeEach
  void copy() {
    document = folder.resolve("kit.json");
    older = Samples.tokens(folder);
    newer =
        Samples.write(
            folder.resolve("newer.json"),
            Samples.text(older).replace("#14171f", "#000000").replace("\"full\"", "\"pill\""));
    CliRun.of(
            "apply",
            Samples.document(folder),
            "--tokens",
            older,
            "--theme",
            "mode/light",
            "-o",
            document)
        .ends(0);
  }

  private CliRun impact(Object... more) {
    Object[] args = new Object[8 + more.length];
    Object[] first = {"impact", document, "--from", older, "--to", newer, "--theme", "mode/light"};
    System.arraycopy(first, 0, args, 0, first.length);
    System.arraycopy(more, 0, args, first.length, more.length);
    return CliRun.of(args);
  }

  private JsonObject json(Object... more) {
    Object[] args = new Object[2 + more.length];
    args[0] = "--format";
    args[1] = "json";
    System.arraycopy(more, 0, args, 2, more.length);
    return JsonObject.read(impact(args).ends(0).out());
  }

  @Test
  void documentInStep_isToldWhatApplyThenChanges() {
    Path changes = folder.resolve("changes.ndjson");

    String lines = impact("--format", "ndjson").ends(0).out();
    CliRun.of(
            "apply",
            document,
            "--tokens",
            newer,
            "--theme",
            "mode/light",
            "--dry-run",
            "--changes",
            changes)
        .ends(0);

    assertEquals(changed(Samples.text(changes)), changed(lines));
    assertFalse(lines.contains("drift"));
    JsonObject counts = json().object("counts");
    assertEquals(changed(lines).size(), counts.object("changes").number("tokens"));
    assertEquals(1, counts.number("tokensAdded"));
    assertEquals(1, counts.number("tokensRemoved"));
    assertEquals(2, counts.number("nodesBroken"));
    assertEquals(1, counts.number("stillBroken"));
  }

  private static Set<String> changed(String lines) {
    Set<String> changed = new HashSet<>();
    for (String line : lines.lines().toList()) {
      JsonObject node = JsonObject.read(line);
      if (!line.contains("\"changes\"")) {
        continue;
      }
      for (JsonObject change : node.objects("changes")) {
        changed.add(node.get("node") + " " + change.get("property") + " " + change.get("token"));
      }
    }
    return changed;
  }

  @Test
  void tokens_comeWithTheirReason() {
    JsonObject primary =
        json().objects("tokens").stream()
            .filter(token -> token.get("name").equals("text.primary"))
            .findFirst()
            .orElseThrow();

    assertEquals("changed", primary.get("change"));
    assertEquals("#14171f", primary.get("before"));
    assertEquals("#000000", primary.get("after"));
    assertEquals(List.of("grey.950"), primary.get("because"));
    assertEquals(3, primary.number("nodes"));
    assertEquals(2, primary.number("pages"));
  }

  @Test
  void drift_isToldApart_andBlamesNobody() {
    document = folder.resolve("checkout.json");

    JsonObject counts =
        JsonObject.read(
                CliRun.of(
                        "impact",
                        document,
                        "--from",
                        older,
                        "--to",
                        older,
                        "--theme",
                        "mode/dark",
                        "--format",
                        "json")
                    .ends(0)
                    .out())
            .object("counts");

    assertEquals(0, counts.number("nodesAffected"));
    assertEquals(0, counts.number("tokensChanged"));
    assertEquals(27, counts.object("changes").number("drift"));
    assertEquals(13, counts.number("nodesDrifted"));
  }

  @Test
  void text_saysFirstWhatBreaks() {
    String text = impact().ends(0).out();

    assertTrue(text.startsWith("REMOVED, STILL APPLIED"), text);
    assertTrue(text.contains("radius.full"), text);
    assertTrue(text.contains("can no longer get a value"), text);
    assertTrue(text.lines().allMatch(line -> line.length() <= 120), text);
  }

  @Test
  void strict_endsWithOne_onlyIfSomethingBreaks() {
    impact("--strict").ends(1);
    newer = Samples.write(newer, Samples.text(older).replace("#14171f", "#000000"));
    impact("--strict").ends(0);
  }

  @Test
  void markdown_isACommentThatHoldsAnyName() {
    String name = "a|b `x` <b> @someone";
    older =
        Samples.write(
            older,
            "{\"core\": {\"%s\": {\"value\": \"#102030\", \"type\": \"color\"}}}".formatted(name));
    newer = Samples.write(newer, Samples.text(older).replace("#102030", "#112233"));
    document =
        Samples.write(document, Samples.SMALL.replace("color.bg", name).replace("Card", "C|``"));

    String text =
        CliRun.of(
                "impact",
                document,
                "--from",
                older,
                "--to",
                newer,
                "--format",
                "markdown",
                "-o",
                "-")
            .ends(0)
            .out();

    assertTrue(text.startsWith("<!-- sluice impact -->\n### Token impact\n"), text);
    assertTrue(
        text.contains("| ``a\\|b `x` <b> @someone`` | changed | `#102030` | `#112233` |"), text);
    assertTrue(text.contains("<details><summary>Pages</summary>"), text);
    assertTrue(text.contains("``` Home / C\\|`` ```"), text);
  }

  @Test
  void markdown_ofThousandsOfTokens_fitsAComment() {
    StringBuilder many = new StringBuilder("{\"core\": {");
    for (int i = 0; i < 5_000; i++) {
      many.append(i == 0 ? "" : ",")
          .append(
              "\"%s.%d\": {\"value\": \"#102030\", \"type\": \"color\"}"
                  .formatted("n".repeat(90), i));
    }
    older = Samples.write(older, many.append("}}").toString());
    newer = Samples.write(newer, many.toString().replace("#102030", "#102031"));
    document = Samples.write(document, Samples.SMALL);

    String text =
        CliRun.of("impact", document, "--from", older, "--to", newer, "--format", "markdown")
            .ends(0)
            .out();

    assertTrue(text.length() <= 65_000, "" + text.length());
    assertTrue(text.contains("… and 4,900 more tokens"), text.substring(0, 500));
    assertTrue(text.contains("**5,000 tokens change"), text.substring(0, 500));
  }

  @Test
  void themeThatOneVersionLacks_isRefused_andTheVersionNamed() {
    String renamed = Samples.text(older).replace("\"name\": \"light\"", "\"name\": \"bright\"");
    newer = Samples.write(newer, renamed);

    impact()
        .ends(2)
        .says(
            "error[theme-unknown]: there is no theme named \"mode/light\" in the newer tokens"
                + " (--to)");
    Path kept = older;
    older = newer;
    newer = kept;
    impact().ends(2).says("in the older tokens (--from)");
  }

  @Test
  void severalDocumentsAndDialects_makeOneReport() throws Exception {
    Path archive = folder.resolve("kit.penpot");
    new PenpotArchiveGenerator(PenpotOptions.ofShapes(100).official(true)).write(archive);
    older = Samples.write(folder.resolve("small.json"), Samples.SMALL_TOKENS);
    newer =
        Samples.write(
            folder.resolve("dtcg.json"),
            "{\"color\": {\"bg\": {\"$type\": \"color\", \"$value\":"
                + " {\"colorSpace\": \"srgb\", \"components\": [0, 0, 1]}}}}");
    Path small = Samples.write(folder.resolve("small-document.json"), Samples.SMALL);

    JsonObject report =
        JsonObject.read(
            CliRun.of("impact", small, archive, "--from", older, "--to", newer, "--format", "json")
                .ends(0)
                .out());

    assertEquals(2, report.objects("documents").size());
    assertEquals(1, report.object("counts").number("tokensChanged"));
    assertEquals(1, report.objects("documents").getFirst().number("nodesAffected"));
  }

  /// Every number of the page's summary, and those of its tokens and pages.
  private static void assertSameNumbers(JsonObject report, String page) {
    JsonObject counts = report.object("counts");
    for (String name :
        List.of(
            "tokensChanged",
            "tokensAdded",
            "tokensRemoved",
            "nodes",
            "nodesWithTokens",
            "nodesAffected",
            "kept",
            "nodesBroken",
            "broken",
            "repaired",
            "stillBroken",
            "nodesForLayout")) {
      assertCount(name, counts.number(name), page);
    }
    JsonObject changes = counts.object("changes");
    assertCount("changes", changes.number("tokens") + changes.number("both"), page);
    assertCount("drift", changes.number("drift"), page);
    for (JsonObject token : report.objects("tokens")) {
      long nodes = token.number("nodes");
      String said =
          nodes == 0
              ? "touches no node"
              : number(nodes, "node") + ", " + number(token.number("changes"), "change");
      assertTrue(
          page.contains(
              "<h3><bdi>" + token.get("name") + "</bdi></h3>\n<p class=\"quiet\">" + said),
          token.get("name") + ": " + said);
    }
    for (JsonObject some : report.objects("pages")) {
      long own = some.object("changes").number("tokens") + some.object("changes").number("both");
      assertTrue(
          Pattern.compile(
                  "<th scope=\"row\"><bdi>"
                      + Pattern.quote(some.get("name").toString())
                      + "</bdi></th><td><bdi>[^<]*</bdi></td><td>[0-9,]+</td><td>[0-9,]+</td><td>"
                      + "%,d</td><td>[^<]*</td><td>%,d</td>"
                          .formatted(some.number("nodesAffected"), own))
              .matcher(page)
              .find(),
          some.get("name").toString());
    }
  }

  private static void assertCount(String name, long count, String page) {
    assertTrue(page.contains("data-count=\"%s\">%,d<".formatted(name, count)), name);
  }

  private static String number(long count, String one) {
    return "%,d %s%s".formatted(count, one, count == 1 ? "" : "s");
  }

  private String assertPageOf(Object... documents) {
    List<Object> args = new ArrayList<>(List.of("impact", "--from", older, "--to", newer));
    args.addAll(List.of(documents));
    args.add("--format");
    List<Object> html = new ArrayList<>(args);
    html.add("html");
    args.add("json");
    String page = CliRun.of(html.toArray()).ends(0).out();
    assertSameNumbers(JsonObject.read(CliRun.of(args.toArray()).ends(0).out()), page);
    assertTrue(page.startsWith("<!DOCTYPE html>"));
    return page;
  }

  @Test
  void html_hasTheNumbersOfJson_andSaysWhatBreaks() {
    String page = assertPageOf(document, "--theme", "mode/light");

    assertTrue(page.contains("What other tokens would change in"));
    assertTrue(
        page.indexOf("<bdi>radius.full</bdi>") < page.indexOf("<bdi>text.primary</bdi>"),
        "what breaks comes first");
    assertTrue(page.contains("2 properties can no longer get a value."));
    assertTrue(page.contains("Follows from grey.950."));
    assertTrue(page.contains("<bdi>the token (color)</bdi>, <bdi>fills</bdi>"));
    assertTrue(page.contains("data-count=\"drift\">0<"));
    assertFalse(page.contains("not counted"));
  }

  @Test
  void html_leavesDriftOut_andSaysHowMuchThereIs() {
    String page = assertPageOf(folder.resolve("checkout.json"), "--theme", "mode/dark");

    assertFalse(page.contains("data-count=\"drift\">0<"));
    assertTrue(page.contains("differ from a token that is the same in both versions"));
    assertTrue(page.contains("drift included: "));
  }

  @Test
  void html_ofNoDifference_countsNothing() {
    newer = older;

    String page = assertPageOf(folder.resolve("checkout.json"), "--theme", "mode/dark");

    assertTrue(page.contains("data-count=\"drift\">27<"));
    assertTrue(page.contains("27 values on 13 nodes differ from a token"));
    assertTrue(page.contains("No token is different, and nothing would change."));
    assertTrue(page.contains("No frame has changes that could be drawn."));
  }

  @Test
  void html_ofAnArchive_andOfSeveralDocuments_hasTheNumbersOfJson() throws Exception {
    Path archive = folder.resolve("kit.penpot");
    new PenpotArchiveGenerator(PenpotOptions.ofShapes(100).official(true)).write(archive);
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      String entry =
          zip.stream()
              .map(ZipEntry::getName)
              .filter(n -> n.endsWith("/tokens.json"))
              .findAny()
              .get();
      String library =
          new String(
              zip.getInputStream(zip.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
      older = Samples.write(folder.resolve("small.json"), library);
      newer =
          Samples.write(
              folder.resolve("newer.json"),
              library.replaceAll("#([0-9a-f])([0-9a-f]{5})", "#$2$1"));
    }

    String one = assertPageOf(archive);
    String both = assertPageOf(archive, folder.resolve("checkout.json"));

    assertFalse(one.contains("data-count=\"changes\">0<"));
    assertTrue(one.contains("id=\"run\""));
    assertTrue(both.contains("2 documents"));
    assertFalse(both.contains("id=\"run\""));
  }

  @Test
  void sameMeaningInAnotherDialect_isNoChange() {
    older = Samples.write(folder.resolve("small.json"), Samples.SMALL_TOKENS);
    newer =
        Samples.write(
            folder.resolve("dtcg.json"),
            "{\"color\": {\"bg\": {\"$type\": \"color\", \"$value\": {\"colorSpace\": \"srgb\","
                + " \"components\": [0.06274509803921569, 0.12549019607843137,"
                + " 0.18823529411764706], \"hex\": \"#102030\"}}}}");
    document = Samples.write(folder.resolve("small-document.json"), Samples.SMALL);

    CliRun.of("impact", document, "--from", older, "--to", newer)
        .ends(0)
        .says("impact    no token is different", "0 of 1 nodes with tokens are touched");
  }

  @Test
  void output_neverReplacesWhatIsRead_andAppearsWholeOrNotAtAll() {
    for (Path input : List.of(document, older, newer)) {
      byte[] before = Samples.bytes(input);
      impact("-o", input).ends(2).says("error[option-invalid]: the report would replace");
      assertTrue(Arrays.equals(before, Samples.bytes(input)));
    }
    Path out = folder.resolve("report.md");
    Samples.write(document, "{\"document\": ");
    impact("-o", out).ends(2);
    assertFalse(Files.exists(out));
  }

  @Test
  void versions_haveToBeNamed() {
    CliRun.of("impact", document, "--from", older).ends(2).says("--to");
    CliRun.of("impact", document, "--to", newer).ends(2).says("--from");
    CliRun.of("impact", document, "--from", older, "--to", folder.resolve("gone.json"))
        .ends(2)
        .says("gone.json");
  }

  @Test
  void standardInput_isADocumentToo() {
    byte[] small = Samples.SMALL.getBytes(StandardCharsets.UTF_8);
    older = Samples.write(folder.resolve("small.json"), Samples.SMALL_TOKENS);

    String text =
        CliRun.withInput(small, "impact", "-", "--from", older, "--to", older, "--format", "ndjson")
            .ends(0)
            .out();

    assertTrue(text.contains("\"cause\":\"drift\""), text);
  }
}

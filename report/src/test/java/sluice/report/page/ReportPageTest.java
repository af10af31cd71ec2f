package sluice.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sluice.document.RunCounts;
import sluice.report.Look;
import sluice.report.Report;
import sluice.report.Rgba;
import sluice.report.TokenChange;
import sluice.report.ValueChange;

final class ReportPageTest {
  private static final Set<String> VOID = Set.of("meta", "input", "link", "br");

  /// Enough of everything that all sections run out of room.
  private static final int MANY = 150;

  private static final String HARMFUL =
      "</script></style></title>--><script>alert(1)</script><img src=x onerror=alert(2)>\"' onload=alert(3)"
          + " javascript:alert(4) {{7*7}} ${8*8} \u202Eevil\u2066\u0000\u0007\u001B[31m \uD800 \uFFFF &amp; ]]>"
          + " url(http://x.example/) ';}body{color:red}";

  @Test
  void everyNumberOfTheSummary_isTheReports() throws IOException {
    Report report = SampleReports.rich();

    Rendered page = Rendered.kept(report, "rich");

    RunCounts counts = report.counts();
    assertEquals(Figures.count(counts.nodes()), page.count("nodes"));
    assertEquals("59,940", page.count("nodesWithTokens"));
    assertEquals("54,422", page.count("nodesChanged"));
    assertEquals("5,502", page.count("nodesUnchanged"));
    assertEquals("16", page.count("nodesSkipped"));
    assertEquals("0", page.count("nodesFailed"));
    assertEquals("117,655", page.count("changes"));
    assertEquals("12", page.count("errors"));
    assertEquals("1", page.count("warnings"));
    assertEquals("0", page.count("infos"));
    assertEquals(List.of("12"), page.all("data-problem=\"token-missing\">([^<]*)<"));
  }

  @Test
  void theSummaryOfAComparison_isThatOfTheTokens_andNamesDrift() {
    Rendered page = Rendered.of(FullReports.of("x", 1));

    assertEquals("4", page.count("nodesAffected"));
    assertEquals("5", page.count("changes"));
    assertEquals("10", page.count("broken"));
    assertEquals("1", page.count("tokensChanged"));
    assertEquals("2", page.count("tokensAdded"));
    assertEquals("3", page.count("tokensRemoved"));
    assertEquals("9", page.count("nodesBroken"));
    assertEquals("7", page.count("drift"));
    assertEquals("8", page.count("kept"));
    assertEquals("11", page.count("repaired"));
    assertEquals("12", page.count("stillBroken"));
    assertEquals("13", page.count("nodesForLayout"));
    assertTrue(
        page.html().contains("7 values on 6 nodes differ from a token that is the same in both"));
    assertTrue(page.html().contains("drift included: 7 values in all documents."));
    assertEquals(List.of("x", "x"), page.all("<p class=\"remark\"><bdi>([^<]*)</bdi>"));
  }

  @Test
  void aTokenThatTouchesNothing_isShownWithItsTwoValues() {
    Look before = new Look.Solid(new Rgba(0.0784, 0, 0, 1));
    TokenChange token =
        new TokenChange(
            "t",
            new ValueChange("color", before, new Look.Absent(), 0),
            0,
            0,
            0,
            List.of(),
            0,
            List.of("Removed."));

    TokenView view = TokenView.of(token, 0, 0);

    assertEquals("touches no node", view.counts());
    assertEquals("", view.impact());
    assertEquals("the token (color)", view.values().getFirst().properties().getFirst().name());
    assertEquals("#140000", view.values().getFirst().beforeText());
    assertEquals("nothing", view.values().getFirst().afterText());
  }

  @Test
  void coloursThatAreSpelledAlike_areShownOnce() {
    Look after = new Look.Solid(new Rgba(1, 1, 1, 1));
    TokenChange token =
        new TokenChange(
            "t",
            new ValueChange("color", new Look.Solid(new Rgba(20 / 255.0, 0, 0, 1)), after, 3),
            3,
            3,
            1,
            List.of(new ValueChange("fills", new Look.Solid(new Rgba(0.07843, 0, 0, 1)), after, 3)),
            0,
            List.of());

    TokenView view = TokenView.of(token, 0, 1);

    assertEquals(
        List.of(
            new TokenView.Property("the token (color)", ""), new TokenView.Property("fills", "3")),
        view.values().getFirst().properties());
    assertEquals(1, view.values().size());
  }

  @Test
  void everyTokenPageAndPicture_isThereInOrder() {
    Report report = SampleReports.rich();

    Rendered page = Rendered.of(report);

    List<String> names = report.board().tokens().stream().map(TokenChange::token).toList();
    assertEquals(names, page.all("(?s)<div class=\"token-head\">\\s*<h3><bdi>([^<]*)</bdi>"));
    assertEquals(
        report.pages().stream().map(one -> one.name()).toList(),
        page.all("<tr><th scope=\"row\"><bdi>([^<]*)</bdi>"));
    assertEquals(2, page.all("<article class=\"picture\"").size());
    assertTrue(page.html().contains("7 further tokens with 1,204 changes not shown"));
    assertTrue(page.html().contains("2 further pages, less changed, not shown"));
    assertTrue(page.html().contains("3 layers are not drawn"));
    assertTrue(page.html().contains("12 further layers on the page"));
    assertTrue(page.html().contains("<strong class=\"approximate\">approximate layout</strong>"));
  }

  @Test
  void fullTables_stayUnderTheSizeAndSayWhatIsMissing() throws IOException {
    Rendered page =
        Rendered.kept(FullReports.of("&\"'<漢字 long name \uD83C\uDFA8".repeat(60), MANY), "full");

    assertTrue(page.sizeBytes() <= ReportPage.SIZE_MAX_BYTES, page.sizeBytes() + " bytes");
    assertTrue(page.sizeBytes() > ReportPage.SIZE_MAX_BYTES / 2, page.sizeBytes() + " bytes");
    int tokens = page.all("<li class=\"token\"").size();
    assertTrue(tokens > 0);
    assertTrue(
        page.html().contains(2 * MANY - tokens + " further tokens"), "says how many are missing");
    int pictures = page.all("<article class=\"picture\"").size();
    assertTrue(pictures > 0);
    assertTrue(page.html().contains(MANY - pictures + " further frames"));
    assertTrue(page.html().contains(2 * MANY - 40 + " further pages"));
    assertTrue(page.html().contains("further kinds of problems not shown"));
  }

  @Test
  void textOfDocuments_isNeverMarkupStyleOrScript() throws IOException {
    Rendered harmful = Rendered.kept(FullReports.of(HARMFUL, 1), "harmful");
    Rendered plain = Rendered.of(FullReports.of("x".repeat(HARMFUL.length()), 1));

    List<String> expected = names(plain);
    List<String> actual = names(harmful);
    assertEquals(expected.size(), actual.size(), "as many elements");
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i), actual.get(i), "element " + i);
    }
    assertFalse(harmful.html().contains("<img"));
    assertEquals(1, harmful.all("<script").size());
    for (String tag : harmful.tags()) {
      assertFalse(tag.matches("(?s).*[\\s\"']on[a-z]+\\s*=\\s*[\"'].*"), tag);
      assertFalse(tag.matches("(?s).*\\sstyle\\s*=.*"), tag);
      assertFalse(tag.matches("(?s)<(a|use|image|link|iframe|object)\\b.*href=\"[^#].*"), tag);
    }
    for (int i = 0; i < harmful.html().length(); i++) {
      char c = harmful.html().charAt(i);
      assertFalse(Character.isISOControl(c) && c != '\n', "control " + (int) c + " at " + i);
      assertFalse((c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069'));
      assertFalse(c == '\uFFFF');
    }
    assertTrue(harmful.html().contains("&lt;/script&gt;"));
  }

  @Test
  void thePolicy_allowsThisStyleAndThisScriptAndNothingElse() throws Exception {
    Rendered page = Rendered.of(SampleReports.rich());

    String policy =
        page.all("<meta http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\">").getFirst();
    policy = policy.replace("&#39;", "'");
    String style = page.all("(?s)<style>(.*?)</style>").getFirst();
    String script = page.all("(?s)<script>(.*?)</script>").getFirst();
    assertEquals(
        "default-src 'none'; style-src '"
            + hash(style)
            + "'; script-src '"
            + hash(script)
            + "'; base-uri 'none'; form-action 'none'",
        policy);
    assertFalse(style.contains("url("));
    assertFalse(style.contains("@import"));
  }

  @Test
  void elementsCloseInOrder_andIdsAreUnique() {
    for (Report report :
        List.of(SampleReports.empty(), SampleReports.rich(), FullReports.of(HARMFUL, 20))) {
      Rendered page = Rendered.of(report);
      Deque<String> open = new ArrayDeque<>();
      for (String tag : withoutCode(page).tags()) {
        String name = tag.replaceAll("(?s)^</?([a-zA-Z0-9]+).*", "$1");
        if (tag.startsWith("</")) {
          assertEquals(open.pop(), name, tag);
        } else if (!tag.endsWith("/>") && !VOID.contains(name)) {
          open.push(name);
        }
      }
      assertEquals(List.of(), List.copyOf(open));
      List<String> ids = page.all("[\\s]id=\"([^\"]*)\"");
      assertEquals(Set.copyOf(ids).size(), ids.size());
      List<String> used = page.all("url\\(#([^)]*)\\)");
      assertTrue(Set.copyOf(ids).containsAll(used), "every reference leads somewhere");
    }
  }

  @Test
  void headings_neverSkipALevel() {
    List<String> levels = withoutCode(Rendered.of(SampleReports.rich())).all("<h([1-6])[ >]");

    int last = 0;
    for (String level : levels) {
      int now = Integer.parseInt(level);
      assertTrue(now <= last + 1, "h" + last + " then h" + now);
      last = now;
    }
    assertEquals(1, levels.stream().filter("1"::equals).count());
  }

  @Test
  void anEmptyReport_saysSo() throws IOException {
    Rendered page = Rendered.kept(SampleReports.empty(), "empty");

    assertTrue(page.html().contains("No token changed anything."));
    assertTrue(page.html().contains("<p class=\"lead\">None.</p>"));
    assertFalse(page.html().contains("id=\"run\""));
    assertTrue(page.html().contains("What tokens would change in"));
  }

  private static Rendered withoutCode(Rendered page) {
    String html =
        page.html()
            .replaceAll("(?s)<style>.*?</style>", "")
            .replaceAll("(?s)<script>.*?</script>", "");
    return new Rendered(html, page.sizeBytes());
  }

  private static List<String> names(Rendered page) {
    List<String> names = new ArrayList<>();
    for (String tag : withoutCode(page).tags()) {
      String name = tag.replaceAll("(?s)^<(/?[a-zA-Z0-9]+).*", "$1");
      // Where a text breaks into lines depends on its words.
      if (!name.endsWith("tspan")) {
        names.add(name);
      }
    }
    return names;
  }

  private static String hash(String text) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }
}

package sluice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sluice.document.Scope;
import sluice.impact.Impact;
import sluice.impact.ImpactPicture;
import sluice.impact.ImpactReport;
import sluice.report.PageMap;
import sluice.report.Report;
import sluice.report.TokenChange;
import sluice.report.gather.ReportSum;
import sluice.testkit.generate.FigmaDocumentGenerator;
import sluice.testkit.generate.FigmaDocumentOptions;
import sluice.testkit.generate.KeyOrder;
import sluice.testkit.generate.PenpotArchiveGenerator;
import sluice.testkit.generate.PenpotOptions;
import sluice.testkit.vector.ProjectFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Impact is what applying the newer tokens does, with what it has to do with the older ones.
class ImpactTest {
  /// The long form is `-Drandom.documents=1000`.
  private static final int RANDOM_DOCUMENTS = Integer.getInteger("random.documents", 2);

  /// The long form is `-Drandom.archives=500`.
  private static final int RANDOM_ARCHIVES = Integer.getInteger("random.archives", 3);

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;

  /// One property of one node.
  private record Place(String node, String property) {}

  /// What happens to it.
  private record Change(String token, String before, String after) {}

  /// What keeps a property from being written.
  private record Obstacle(String node, String property, String token, String problem) {}

  /// All that is known of one document and two versions.
  private record Found(
      Map<Place, Change> older,
      Map<Place, Change> newer,
      Map<Obstacle, Long> olderBroken,
      Map<Obstacle, Long> newerBroken,
      Impact impact,
      RunReport run) {}

  private static List<JsonNode> lines(Path file) throws Exception {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  private static String node(JsonNode line) {
    return line.has("entry") ? line.get("entry").asString() : line.get("node").asString();
  }

  private static Change change(JsonNode change) {
    return new Change(
        change.get("token").asString(),
        String.valueOf(change.get("before")),
        String.valueOf(change.get("after")));
  }

  private static Map<Place, Change> changes(Path file) throws Exception {
    Map<Place, Change> changes = new HashMap<>();
    for (JsonNode line : lines(file)) {
      for (JsonNode change : line.get("changes")) {
        Place place = new Place(node(line), change.get("property").asString());
        assertEquals(null, changes.put(place, change(change)), place.toString());
      }
    }
    return changes;
  }

  private static String text(JsonNode node, String member) {
    return node.has(member) ? node.get(member).asString() : "";
  }

  private static Map<Obstacle, Long> broken(Path findings) throws Exception {
    Map<Obstacle, Long> broken = new HashMap<>();
    for (JsonNode line : lines(findings)) {
      if (text(line, "kind").equals("broken") && !text(line, "problem").equals("layout-pending")) {
        broken.merge(obstacle(line, line), 1L, Long::sum);
      }
    }
    return broken;
  }

  private static Obstacle obstacle(JsonNode line, JsonNode found) {
    return new Obstacle(
        node(line), text(found, "property"), text(found, "token"), text(found, "problem"));
  }

  /// Which tokens count.
  private record Tokens(Path file, List<String> themes) {
    TokenChoice choice() {
      return new TokenChoice(List.of(file), themes, List.of(), TokenChoice.BASE_FONT_SIZE);
    }

    ApplyRequest apply(Path document) {
      return Sluice.apply(document).tokens(file).theme(themes.toArray(String[]::new));
    }
  }

  private Map<Place, Change> applied(Path document, Tokens tokens, Scope scope) throws Exception {
    Path file = folder.resolve("changes.ndjson");
    tokens.apply(document).dryRun().scope(scope).changes(file).start().await();
    return changes(file);
  }

  private Map<Obstacle, Long> broken(Path document, Tokens tokens, Scope scope) throws Exception {
    Path file = folder.resolve("findings.ndjson");
    tokens.apply(document).dryRun().scope(scope).findings(file, false).start().await();
    return broken(file);
  }

  /// Compares an impact with what each version does by itself.
  private Found assertImpact(Path document, Tokens older, Tokens newer, Scope scope)
      throws Exception {
    Path lines = folder.resolve("impact.ndjson");
    TokenVersions versions = Sluice.impact(older.choice(), newer.choice());
    ReportSum seen = new ReportSum();
    RunReport run =
        Sluice.apply(document)
            .impact(lines, versions)
            .scope(scope)
            .report(seen::add)
            .start()
            .await();
    RunReport applied = newer.apply(document).dryRun().scope(scope).start().await();
    Map<Place, Change> olderChanges = applied(document, older, scope);
    Map<Place, Change> newerChanges = applied(document, newer, scope);
    Map<Obstacle, Long> olderBroken = broken(document, older, scope);
    Map<Obstacle, Long> newerBroken = broken(document, newer, scope);

    Map<Place, Change> told = new HashMap<>();
    Map<Obstacle, Long> toldBroken = new HashMap<>();
    Set<String> nodes = new HashSet<>();
    for (JsonNode line : lines(lines)) {
      assertTrue(nodes.add(node(line)), "a node has one line");
      for (JsonNode change : line.path("changes")) {
        Place place = new Place(node(line), change.get("property").asString());
        told.put(place, change(change));
        Change before = olderChanges.get(place);
        String cause =
            before == null
                ? "tokens"
                : before.after().equals(told.get(place).after()) ? "drift" : "both";
        assertEquals(cause, change.get("cause").asString(), place.toString());
      }
      for (JsonNode found : line.path("broken")) {
        toldBroken.merge(obstacle(line, found), 1L, Long::sum);
      }
    }
    Map<Obstacle, Long> onlyNewer = new HashMap<>();
    newerBroken.forEach((obstacle, count) -> {
      long more = count - olderBroken.getOrDefault(obstacle, 0L);
      if (more > 0) {
        onlyNewer.put(obstacle, more);
      }
    });
    assertEquals(newerChanges, told);
    assertEquals(onlyNewer, toldBroken);
    assertEquals(applied.counts(), run.counts());
    assertEquals(applied.problems().counts(), run.problems().counts());

    Impact impact = report(document, run, lines, versions);
    assertEquals(newerChanges.size(), impact.counts().applied());
    assertEquals(sum(onlyNewer), impact.counts().broken());
    assertEquals(
        sum(olderBroken) - sum(newerBroken), impact.counts().repaired() - impact.counts().broken());
    assertEquals(sum(newerBroken) - sum(onlyNewer), impact.counts().stillBroken());
    assertEquals(
        olderChanges.keySet().stream().filter(place -> !newerChanges.containsKey(place)).count(),
        impact.counts().kept());
    assertEquals(
        impact.counts().applied(),
        impact.pages().stream().mapToLong(page -> page.counts().applied()).sum());
    assertEquals(
        impact.counts().changes(),
        impact.tokens().stream().mapToLong(Impact.OfToken::changes).sum());
    assertPicture(impact, seen);
    return new Found(olderChanges, newerChanges, olderBroken, newerBroken, impact, run);
  }

  /// Compares the report that people look at with the impact.
  private static void assertPicture(Impact impact, ReportSum seen) {
    Report report = ImpactPicture.of(impact, seen);
    assertEquals(impact.counts().nodes(), report.comparison().orElseThrow().nodesAffected());
    assertEquals(impact.counts().changes(), report.comparison().orElseThrow().changes());
    Map<String, List<Long>> pages = new HashMap<>();
    for (PageMap page : report.pages()) {
      if (page.nodesChanged() > 0) {
        pages.put(page.id(), List.of(page.nodesChanged(), page.changes()));
      }
    }
    Map<String, List<Long>> expected = new HashMap<>();
    for (Impact.OfPage page : impact.pages()) {
      if (page.counts().nodes() > 0) {
        expected.put(page.id(), List.of(page.counts().nodes(), page.counts().changes()));
      }
    }
    // A page whose id comes behind what is on it has none in the lines.
    assertEquals(sums(expected), sums(pages));
    if (!expected.containsKey("")) {
      assertEquals(expected, pages);
    }
    assertEquals(impact.nodes(), report.counts().nodes());
    long changes = report.board().changesOmitted();
    for (TokenChange token : report.board().tokens()) {
      TokenChange one = seen.token(token.token());
      // What the run noted of a token is what the lines say of it.
      assertEquals(token.changes(), one == null ? 0 : one.changes(), token.token());
      changes += token.changes();
    }
    assertEquals(impact.counts().changes(), changes);
    assertEquals(
        impact.tokens().size(), report.board().tokens().size() + report.board().tokensOmitted());
  }

  private static List<Long> sums(Map<String, List<Long>> counts) {
    return List.of(
        counts.values().stream().mapToLong(List::getFirst).sum(),
        counts.values().stream().mapToLong(List::getLast).sum());
  }

  private static long sum(Map<Obstacle, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private Impact report(Path document, RunReport run, Path lines, TokenVersions versions)
      throws Exception {
    try (ImpactReport report = new ImpactReport(folder.resolve("nodes"))) {
      report.add(document.toString(), run.counts(), lines);
      return report.result(versions.diff(), versions.themes());
    }
  }

  /// Applies the older tokens first: then nothing is anybody's fault but the newer ones'.
  private Found assertPredicts(Path document, Tokens older, Tokens newer) throws Exception {
    Path inStep = folder.resolve("in-step");
    older.apply(document).output(inStep).start().await();

    Found found = assertImpact(inStep, older, newer, new Scope.WholeDocument());

    assertEquals(Map.of(), found.older());
    assertEquals(found.newer().size(), found.impact().counts().byTokens());
    assertEquals(0, found.impact().counts().drift() + found.impact().counts().both());
    assertEquals(0, found.impact().counts().kept());
    return found;
  }

  private void generate(FigmaDocumentOptions options, long seed) throws Exception {
    FigmaDocumentGenerator generator = new FigmaDocumentGenerator(options);
    generator.write(folder.resolve("document.json"));
    generator.library().write(folder.resolve("older.json"));
    RandomTokens.write(
        Files.readAllBytes(folder.resolve("older.json")), seed, folder.resolve("newer.json"));
  }

  private Tokens version(String file, String... themes) {
    return new Tokens(folder.resolve(file), List.of(themes));
  }

  @ParameterizedTest
  @EnumSource(KeyOrder.class)
  void documentInStep_isToldWhatApplyThenDoes(KeyOrder order) throws Exception {
    generate(FigmaDocumentOptions.of(500, 3).withKeyOrder(order), 17);

    Found found =
        assertPredicts(
            folder.resolve("document.json"), version("older.json"), version("newer.json"));

    assertTrue(found.newer().size() > 20);
    assertTrue(found.impact().counts().broken() > 0);
  }

  @Test
  void randomDocuments_inStepOrNot() throws Exception {
    for (int seed = 0; seed < RANDOM_DOCUMENTS; seed++) {
      KeyOrder order = KeyOrder.values()[seed % KeyOrder.values().length];
      generate(FigmaDocumentOptions.of(300, seed).withKeyOrder(order), seed);
      Path document = folder.resolve("document.json");
      String theme = seed % 2 == 0 ? "Dark" : "Light";
      try {
        assertImpact(
            document,
            version("older.json", theme),
            version("newer.json", theme),
            new Scope.WholeDocument());
        assertPredicts(document, version("older.json", theme), version("newer.json", theme));
      } catch (AssertionError e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
  }

  @Test
  void scope_leavesTheOthersOut() throws Exception {
    generate(FigmaDocumentOptions.of(1_500, 3), 17);
    Path document = folder.resolve("document.json");
    JsonNode page = JSON.readTree(document).at("/document/children/1");

    Found all =
        assertImpact(
            document, version("older.json"), version("newer.json"), new Scope.WholeDocument());
    Found one =
        assertImpact(
            document,
            version("older.json"),
            version("newer.json"),
            new Scope.Pages(List.of(page.get("name").asString())));

    assertEquals(1, one.impact().pages().size());
    assertEquals(page.get("id").asString(), one.impact().pages().getFirst().id());
    assertTrue(one.newer().size() < all.newer().size() && !one.newer().isEmpty());
  }

  @Test
  void randomArchives_inStepOrNot() throws Exception {
    Path archive = folder.resolve("kit.penpot");
    long changes = 0;
    for (int seed = 0; seed < RANDOM_ARCHIVES; seed++) {
      new PenpotArchiveGenerator(
              PenpotOptions.ofShapes(300)
                  .official(seed % 2 == 0)
                  .geometry(seed % 3 != 0)
                  .seed(seed))
          .write(archive);
      try {
        changes += assertArchive(archive, seed).newer().size();
      } catch (AssertionError e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
    assertTrue(changes > 0);
  }

  private Found assertArchive(Path archive, long seed) throws Exception {
    Map<String, byte[]> entries = Zips.entries(archive);
    String library =
        entries.keySet().stream().filter(name -> name.endsWith("/tokens.json")).findFirst().get();
    byte[] older = Objects.requireNonNull(entries.get(library));
    Files.write(folder.resolve("older.json"), older);
    RandomTokens.write(older, seed, folder.resolve("newer.json"));

    assertImpact(archive, version("older.json"), version("newer.json"), new Scope.WholeDocument());
    return assertPredicts(archive, version("older.json"), version("newer.json"));
  }

  @Test
  void realArchive() throws Exception {
    assertRealArchive("design-tokens-math-functions");
  }

  @Test
  @Tag("long")
  void largeRealArchive() throws Exception {
    assertRealArchive("tokens-starter-kit-v3");
  }

  private void assertRealArchive(String name) throws Exception {
    Found found = assertArchive(ProjectFiles.sample("penpot/" + name + ".penpot"), 5);

    assertTrue(found.newer().size() > 10);
    assertTrue(found.impact().counts().broken() > 0);
  }

  @Test
  void realDocument() throws Exception {
    Path sample = ProjectFiles.sample("figma/derived-tokens-namespace.json");
    String library =
        JSON.readTree(sample).at("/document/sharedPluginData/tokens/values").asString();
    Files.writeString(folder.resolve("older.json"), library);
    RandomTokens.write(
        Files.readAllBytes(folder.resolve("older.json")), 7, folder.resolve("newer.json"));

    Found drifted =
        assertImpact(
            sample, version("older.json"), version("newer.json"), new Scope.WholeDocument());
    Found inStep = assertPredicts(sample, version("older.json"), version("newer.json"));

    assertTrue(drifted.impact().counts().drift() > 100);
    assertTrue(inStep.newer().size() > 100);
  }
}

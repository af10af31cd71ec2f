package sluice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sluice.PenpotPage.box;
import static sluice.PenpotPage.id;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sluice.document.RunCounts;
import sluice.document.Scope;
import sluice.report.Box;
import sluice.report.Layer;
import sluice.report.Look;
import sluice.report.PageMap;
import sluice.report.Picture;
import sluice.report.Report;
import sluice.report.Rgba;
import sluice.report.RunGraph;
import sluice.report.TokenChange;
import sluice.report.ValueChange;
import sluice.testkit.generate.FigmaDocumentGenerator;
import sluice.testkit.generate.FigmaDocumentOptions;
import sluice.testkit.generate.KeyOrder;
import sluice.testkit.generate.PenpotArchiveGenerator;
import sluice.testkit.generate.PenpotOptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a run gives to a report.
class RunPictureTest {
  private static final Rgba RED = new Rgba(1, 0, 0, 1);
  private static final Rgba BLACK = new Rgba(0, 0, 0, 1);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(KeyOrder.class)
  void aFigmaDocumentsNumbers_areThoseOfMetricsAndChangeSet(KeyOrder order) throws Exception {
    FigmaDocumentGenerator generator =
        new FigmaDocumentGenerator(FigmaDocumentOptions.of(3_000, 5).withKeyOrder(order));
    Path document = folder.resolve("in.json");
    Path tokens = folder.resolve("tokens.json");
    generator.write(document);
    generator.library().write(tokens);

    Seen seen = run(document, request -> request.tokens(tokens).theme("Dark").dryRun());

    // The document's root is on no page.
    assertNumbersAgree(seen, 1);
    assertFalse(seen.report().pictures().isEmpty());
    for (Picture picture : seen.report().pictures()) {
      assertPictureAgrees(picture);
    }
  }

  @Test
  void anArchivesNumbers_areThoseOfMetricsAndChangeSet() throws Exception {
    Path archive = generated(PenpotOptions.ofShapes(900).files(2).geometry(true));

    Seen seen = run(archive, ApplyRequest::dryRun);

    assertNumbersAgree(seen, 0);
    assertFalse(seen.report().pictures().isEmpty());
    seen.report().pictures().forEach(RunPictureTest::assertPictureAgrees);
  }

  @Test
  void theReportOfAFigmaDocument_doesNotDependOnHowTheWorkIsSharedOut() throws Exception {
    FigmaDocumentGenerator generator =
        new FigmaDocumentGenerator(FigmaDocumentOptions.of(2_000, 9));
    Path document = folder.resolve("in.json");
    Path tokens = folder.resolve("tokens.json");
    generator.write(document);
    generator.library().write(tokens);
    Path out = folder.resolve("out.json");

    assertSameReports(document, request -> request.tokens(tokens).theme("Dark").output(out));
  }

  @Test
  void theReportOfAnArchive_doesNotDependOnHowTheWorkIsSharedOut() throws Exception {
    Path archive = generated(PenpotOptions.ofShapes(400).geometry(true));
    Path out = folder.resolve("out.penpot");

    assertSameReports(archive, request -> request.output(out));
  }

  @Test
  void aFigmaFrame_isDrawnBeforeAndAfter_valueByValue() throws Exception {
    Path document = folder.resolve("in.json");
    Files.writeString(
        document,
        """
        {"document":{"id":"0:0","type":"DOCUMENT","children":[
          {"id":"0:1","type":"CANVAS","name":"<b>P</b>\\u2028","children":[
            {"id":"1:1","type":"FRAME","name":"</script>","clipsContent":true,
             "absoluteBoundingBox":{"x":10,"y":20,"width":100,"height":50},
             "fills":[{"type":"SOLID","color":{"r":0,"g":0,"b":0,"a":1}}],"children":[
              {"id":"1:2","type":"RECTANGLE","name":"R",
               "sharedPluginData":{"tokens":{"fill":"\\"red\\"","borderRadius":"\\"r\\""}},
               "absoluteBoundingBox":{"x":15,"y":25,"width":10,"height":10},
               "fills":[{"type":"SOLID","color":{"r":0,"g":0,"b":0,"a":1}}]},
              {"id":"1:3","type":"TEXT","name":"T","characters":"Hi","visible":false,
               "absoluteBoundingBox":{"x":0,"y":0,"width":1,"height":1}},
              {"id":"1:4","type":"TEXT","name":"U","characters":"Hi","rotation":1.5707963267948966,
               "style":{"fontFamily":"Inter","fontWeight":500,"fontSize":16,"textAlignHorizontal":"RIGHT"},
               "absoluteBoundingBox":{"x":50,"y":20,"width":4,"height":8}}]},
            {"id":"1:5","type":"RECTANGLE","name":"alone",
             "absoluteBoundingBox":{"x":500,"y":0,"width":5,"height":6}}]}]}}
        """);
    Path tokens = folder.resolve("tokens.json");
    Files.writeString(
        tokens,
        """
        {"core":{"red":{"value":"#ff0000","type":"color"},"r":{"value":"8","type":"borderRadius"}}}
        """);

    Report report = run(document, request -> request.tokens(tokens).dryRun()).report();

    Box place = new Box(15, 25, 10, 10);
    PageMap page = report.pages().getFirst();
    assertEquals("<b>P</b>\u2028", page.name());
    assertEquals(
        List.of(
            new PageMap.Tile("1:1", "</script>", new Box(10, 20, 100, 50), 4, 1, 2),
            new PageMap.Tile("1:5", "alone", new Box(500, 0, 5, 6), 1, 0, 0)),
        page.tiles());
    assertEquals(6, page.nodes());
    Picture picture = report.pictures().getFirst();
    assertEquals(1, report.pictures().size());
    assertEquals(List.of("1:1", "1:2", "1:4"), picture.before().stream().map(Layer::id).toList());
    assertTrue(picture.before().getFirst().clips());
    Layer before = picture.before().get(1);
    Layer after = picture.after().get(1);
    assertEquals(List.of(new Look.Solid(BLACK)), before.fills());
    assertEquals(List.of(new Look.Solid(RED)), after.fills());
    assertEquals(List.of(), before.radii());
    assertEquals(List.of(8.0, 8.0, 8.0, 8.0), after.radii());
    assertEquals(place, after.box());
    assertTrue(after.changed());
    assertEquals(1, after.depth());
    Layer turned = picture.after().get(2);
    assertEquals(90, turned.rotationDegrees(), 1e-9);
    assertEquals(8, turned.box().width(), 1e-9);
    assertEquals(48, turned.box().x(), 1e-9);
    assertEquals(
        new Layer.Text("Hi", new Look.Type("Inter", false, 500, 16, 0, 0), Layer.Align.RIGHT),
        turned.text());
    assertFalse(turned.changed());
    assertFalse(picture.approximate());
    assertEquals(0, picture.layersOmitted());
    TokenChange red =
        report.board().tokens().stream()
            .filter(token -> token.token().equals("red"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        List.of(new ValueChange("fills", new Look.Solid(BLACK), new Look.Solid(RED), 1)),
        red.values());
    // Red is 0.678 from black in Oklab, and the rectangle has 100 square pixels.
    assertEquals(67.8, red.impact(), 0.2);
  }

  @Test
  void aPenpotBoard_isDrawnBeforeAndAfter_valueByValue() throws Exception {
    Path archive = folder.resolve("in.penpot");
    PenpotPage.write(
        archive,
        Map.of(
            "root",
            "{\"id\":\"root\",\"name\":\"Root Frame\",\"type\":\"frame\",%s,\"parentId\":\"root\",\"frameId\":\"root\",\"shapes\":[\"board\"]}"
                .formatted(box(0, 0, 1, 1)),
            "board",
            "{\"id\":\"board\",\"name\":\"<i>\",\"type\":\"frame\",%s,\"parentId\":\"root\",\"frameId\":\"root\",\"fills\":[],\"shapes\":[\"inner\"]}"
                .formatted(box(10, 20, 200, 100)),
            "inner",
            "{\"id\":\"inner\",\"name\":\"R\",\"type\":\"rect\",%s,\"parentId\":\"board\",\"frameId\":\"board\",\"fills\":[{\"fillColor\":\"#000000\",\"fillOpacity\":1}],\"strokes\":[],\"appliedTokens\":{\"fill\":\"red\",\"r1\":\"r\"},\"r1\":0,\"r2\":0,\"r3\":0,\"r4\":0}"
                .formatted(box(15, 25, 10, 20))),
        """
        {"core":{"red":{"$value":"#ff0000","$type":"color"},"r":{"$value":"4","$type":"borderRadius"}},
         "$metadata":{"tokenSetOrder":["core"],"activeSets":["core"]}}
        """);

    Report report = run(archive, ApplyRequest::dryRun).report();

    PageMap page = report.pages().getFirst();
    assertEquals("Page", page.name());
    assertEquals(3, page.nodes());
    assertEquals(
        List.of(
            new PageMap.Tile(id("board"), "<i>", new Box(10, 20, 200, 100), 2, 1, page.changes())),
        page.tiles());
    Picture picture = report.pictures().getFirst();
    assertEquals(
        List.of(id("board"), id("inner")), picture.before().stream().map(Layer::id).toList());
    Layer before = picture.before().get(1);
    Layer after = picture.after().get(1);
    assertEquals(List.of(new Look.Solid(BLACK)), before.fills());
    assertEquals(List.of(new Look.Solid(RED)), after.fills());
    assertEquals(List.of(), before.radii());
    assertEquals(List.of(4.0, 0.0, 0.0, 0.0), after.radii());
    assertEquals(new Box(15, 25, 10, 20), after.box());
    assertTrue(after.changed());
    assertTrue(picture.before().getFirst().clips());
  }

  @Test
  void whatIsOutsideTheScope_hasNoChanges_andPicturesKeepToIt() throws Exception {
    FigmaDocumentGenerator generator =
        new FigmaDocumentGenerator(FigmaDocumentOptions.of(1_000, 3));
    Path document = folder.resolve("in.json");
    Path tokens = folder.resolve("tokens.json");
    generator.write(document);
    generator.library().write(tokens);
    Report all = run(document, r -> r.tokens(tokens).theme("Dark").dryRun()).report();
    String frame = all.pictures().getFirst().id();

    Seen seen =
        run(
            document,
            r -> r.tokens(tokens).theme("Dark").dryRun().scope(new Scope.Nodes(List.of(frame))));

    assertNumbersAgree(seen, 1);
    assertEquals(1, seen.report().pictures().size());
    assertEquals(all.pictures().getFirst(), seen.report().pictures().getFirst());
  }

  // ---------------------------------------------------------------- what must agree

  private record Seen(RunReport run, Report report, Path changes) {}

  private Seen run(Path document, UnaryOperator<ApplyRequest> asked) throws Exception {
    Path changes = folder.resolve("changes.ndjson");
    AtomicReference<Report> report = new AtomicReference<>();
    RunReport run =
        asked.apply(Sluice.apply(document)).changes(changes).report(report::set).start().await();
    return new Seen(run, Objects.requireNonNull(report.get()), changes);
  }

  private Path generated(PenpotOptions options) throws Exception {
    Path archive = folder.resolve("in.penpot");
    new PenpotArchiveGenerator(options).write(archive);
    return archive;
  }

  private static void assertNumbersAgree(Seen seen, long nodesOnNoPage) throws Exception {
    RunCounts counts = seen.run().counts();
    Report report = seen.report();
    assertEquals(counts, report.counts());
    assertEquals(seen.run().problems().counts(), report.problems().counts());
    List<PageMap> pages = report.pages();
    assertEquals(0, report.pagesOmitted());
    assertEquals(counts.nodes(), pages.stream().mapToLong(PageMap::nodes).sum() + nodesOnNoPage);
    assertEquals(
        counts.nodesWithTokens(), pages.stream().mapToLong(PageMap::nodesWithTokens).sum());
    assertEquals(counts.nodesChanged(), pages.stream().mapToLong(PageMap::nodesChanged).sum());
    assertEquals(counts.changes(), pages.stream().mapToLong(PageMap::changes).sum());
    for (PageMap page : pages) {
      if (page.tilesOmitted() == 0) {
        assertEquals(
            page.changes(),
            page.tiles().stream().mapToLong(PageMap.Tile::changes).sum(),
            page.id());
      }
    }
    List<TokenChange> tokens = report.board().tokens();
    assertEquals(
        counts.changes(),
        tokens.stream().mapToLong(TokenChange::changes).sum() + report.board().changesOmitted());
    Map<String, Long> told = new TreeMap<>();
    for (String line : Files.readAllLines(seen.changes())) {
      for (JsonNode change : JsonMapper.shared().readTree(line).get("changes")) {
        told.merge(change.get("token").asString(), 1L, Long::sum);
      }
    }
    Map<String, Long> shown = new TreeMap<>();
    for (TokenChange token : tokens) {
      shown.put(token.token(), token.changes());
      assertEquals(
          token.changes(),
          token.values().stream().mapToLong(ValueChange::count).sum() + token.changesOmitted());
    }
    assertEquals(told, shown);
    RunGraph graph = report.run().orElseThrow();
    assertEquals(counts.nodes(), graph.samples().getLast().nodes());
    assertEquals(0, graph.samples().getFirst().nodes());
  }

  private static void assertPictureAgrees(Picture picture) {
    assertEquals(picture.before().size(), picture.after().size());
    for (int i = 0; i < picture.before().size(); i++) {
      Layer before = picture.before().get(i);
      Layer after = picture.after().get(i);
      assertEquals(before.id(), after.id());
      assertEquals(before.depth(), after.depth());
      assertTrue(before.changed() || before.equals(after), before.id());
    }
    assertEquals(0, picture.before().getFirst().depth());
    assertEquals(picture.id(), picture.before().getFirst().id());
  }

  private void assertSameReports(Path document, UnaryOperator<ApplyRequest> asked)
      throws Exception {
    Report one = withoutGraph(run(document, asked).report());
    for (int workers : new int[] {1, 4}) {
      Report other =
          withoutGraph(
              run(
                      document,
                      request ->
                          asked
                              .apply(request)
                              .workers(workers)
                              .chunkSize(workers == 1 ? 7 : 300)
                              .rememberCombinations(workers == 4))
                  .report());
      assertEquals(one.board(), other.board());
      assertEquals(one.pages(), other.pages());
      assertEquals(one.pictures(), other.pictures());
      assertEquals(one.heading(), other.heading());
    }
  }

  private static Report withoutGraph(Report report) {
    return new Report(
        report.heading(),
        report.counts(),
        report.comparison(),
        report.board(),
        report.pages(),
        report.pagesOmitted(),
        report.pictures(),
        Optional.empty(),
        report.problems());
  }
}

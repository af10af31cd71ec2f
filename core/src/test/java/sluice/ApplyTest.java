package sluice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.document.RunCounts;
import sluice.document.Scope;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// What a run does to small documents whose every byte is in the test.
class ApplyTest {
  private static final String TOKENS =
      """
      {"core":{"bg":{"value":"#000000","type":"color"},"r":{"value":"8","type":"borderRadius"},
      "half":{"value":"50%","type":"opacity"},"full":{"value":"100%","type":"sizing"},
      "gone":{"value":"{no.such}","type":"color"}}}
      """;

  @TempDir Path folder;

  @Test
  void onlyTheValuesATokenWrites_change() throws Exception {
    String document =
        file(
            """
            {"id":"1:1" , "name":"A\\u00e9","type":"RECTANGLE",
              "sharedPluginData":{"tokens":{"fill":"\\"bg\\""}},"x":-0.0,
              "fills": [ {"blendMode":"NORMAL", "type":"SOLID","color":{"r":1.0,"g":0,"b":0,"a":1}} ],"n":4.47e-08}
            """);

    String out = applied(document);

    assertEquals(document.replace("\"r\":1.0", "\"r\":0"), out);
  }

  @Test
  void aMissingField_isAddedBehindTheLast_withItsWhiteSpace() throws Exception {
    String node =
        """
        {
          "id": "1:1",
          "type": "RECTANGLE",
          "sharedPluginData": {"tokens": {"borderRadius": "\\"r\\""}},
          "strokes": []
        }
        """;

    assertEquals(
        file(node.replace("\"strokes\": []", "\"strokes\": [],\n  \"cornerRadius\": 8")),
        applied(file(node)));
  }

  @Test
  void fieldsBeforeTheChildren_areWrittenToo_whereverTheTokensAre() throws Exception {
    String child = "{\"id\":\"2\",\"type\":\"RECTANGLE\",%s,\"opacity\":1}".formatted(data("half"));
    String natural =
        "{\"id\":\"1\",\"type\":\"FRAME\",%s,\"opacity\":0.25,\"children\":[%s]}"
            .formatted(data("half"), child);
    String late =
        "{\"opacity\":0.25,\"children\":[%s],%s,\"type\":\"FRAME\",\"id\":\"1\"}"
            .formatted(child, data("half"));

    for (String node : List.of(natural, late)) {
      assertEquals(
          file(
              node.replace("\"opacity\":0.25", "\"opacity\":0.5")
                  .replace("opacity\":1}", "opacity\":0.5}")),
          applied(file(node)));
    }
  }

  /// Nothing of such a node is known; what its parent has set aside lies before it.
  @Test
  void nodeWithoutATypeInAFrame_isSkipped() throws Exception {
    String child = "{%s,\"opacity\":1}".formatted(data("half"));
    String node =
        "{\"id\":\"1\",\"type\":\"FRAME\",%s,\"opacity\":0.5,\"children\":[%s]}"
            .formatted(data("half"), child);

    assertEquals(file(node), applied(file(node)));
  }

  /// Figma has pages in between. Whether the parent arranges its layers is asked of the document
  /// itself here.
  @Test
  void sizeOfAFrameRightBelowTheDocument_isSet() throws Exception {
    String node =
        """
        {"id":"1","type":"FRAME","size":{"x":1,"y":2},
        "sharedPluginData":{"tokens":{"width":"\\"r\\""}}}\
        """;

    assertEquals(file(node.replace("\"x\":1", "\"x\":8")), applied(file(node)));
  }

  @Test
  void fullSizeInAGroup_takesTheGroupsSize_thoughItComesLater() throws Exception {
    String node =
        """
        {"id":"1","type":"GROUP","children":[{"id":"2","type":"RECTANGLE",
        "sharedPluginData":{"tokens":{"width":"\\"full\\""}},
        "absoluteBoundingBox":{"x":0,"y":0,"width":10,"height":20}}],
        "absoluteBoundingBox":{"x":0,"y":0,"width":300,"height":200}}\
        """;

    assertEquals(file(node.replace("\"width\":10", "\"width\":300")), applied(file(node)));
  }

  @Test
  void everyKindOfResponse_isUnderstood() throws Exception {
    String node = "{\"id\":\"1\",\"type\":\"RECTANGLE\",%s,\"opacity\":1}".formatted(data("half"));
    String changed = node.replace("opacity\":1", "opacity\":0.5");
    for (String shape :
        List.of(
            "%s",
            "{\"document\":{\"id\":\"0:0\",\"type\":\"DOCUMENT\",\"children\":[%s]},\"styles\":{}}",
            "{\"name\":\"x\",\"nodes\":{\"1\":{\"document\":%s,\"styles\":{}},\"2\":null}}",
            "%s\n{\"id\":\"9\",\"type\":\"TEXT\"}\n")) {
      assertEquals(shape.formatted(changed), applied(shape.formatted(node)));
    }
  }

  @Test
  void countsAddUp_andEachProblemHasItsPlace() throws Exception {
    String document =
        file(
            """
            {"id":"1","name":"Home","type":"CANVAS","children":[
            {"id":"2","name":"Card","type":"FRAME","sharedPluginData":{"tokens":{"opacity":"\\"half\\""}}},
            {"id":"3","name":"Same","type":"FRAME","sharedPluginData":{"tokens":{"opacity":"\\"half\\""}},"opacity":0.5},
            {"id":"4","name":"Lost","type":"FRAME","sharedPluginData":{"tokens":{"fill":"\\"bh\\""}},"fills":[]},
            {"id":"5","name":"Broken","type":"FRAME","sharedPluginData":{"tokens":{"fill":"\\"gone\\""}},"fills":[]},
            {"id":"6","name":"Bad","type":"FRAME","sharedPluginData":{"tokens":{"fill":"\\"bg"}},"fills":[]},
            {"id":"7","name":"Worse","type":"FRAME","sharedPluginData":{"tokens":7}},
            {"id":"8","name":"Odd","type":"STICKY","sharedPluginData":{"tokens":{"fill":"\\"bg\\""}}},
            {"id":"9","name":"Plain","type":"FRAME","sharedPluginData":{"tokens":{"fill":"\\"b\\""}},"fills":[],
            "children":[{"id":"10","name":"Inner","type":"GROUP"}]}]}
            """);

    RunReport report = run(document, folder.resolve("out.json"));

    RunCounts counts = report.counts();
    assertEquals(11, counts.nodes());
    assertEquals(8, counts.nodesWithTokens());
    assertEquals(1, counts.nodesChanged());
    assertEquals(1, counts.nodesUnchanged());
    assertEquals(4, counts.nodesSkipped());
    assertEquals(2, counts.nodesFailed());
    String shown =
        String.join("\n", report.problems().examples().stream().map(Problem::render).toList());
    assertTrue(shown.contains("no token named \"bh\""), shown);
    assertTrue(shown.contains("\"bg\""), shown);
    assertTrue(shown.contains("node 4 \"Home / Lost\", property fill"), shown);
    assertTrue(shown.contains("node 9 \"Home / Plain\", property fill"), shown);
    assertTrue(shown.contains("/document/children/0/children/2"), shown);
    assertTrue(shown.contains("no.such"), shown);
    assertEquals(2, report.problems().counts().get(ProblemCode.PLUGIN_DATA_MALFORMED));
  }

  @Test
  void theDocumentsOwnLibrary_isUsedWhenNoOtherIsNamed() throws Exception {
    String values =
        "{\\\"core\\\":{\\\"half\\\":{\\\"value\\\":\\\"50%\\\",\\\"type\\\":\\\"opacity\\\"}}}";
    String node = "{\"id\":\"1\",\"type\":\"RECTANGLE\",%s,\"opacity\":1}".formatted(data("half"));
    String document =
        "{\"document\":{\"id\":\"0:0\",\"type\":\"DOCUMENT\",\"children\":[%s],".formatted(node)
            + "\"sharedPluginData\":{\"tokens\":{\"values\":\""
            + values
            + "\"}}}}";
    Path input = write(document);

    Sluice.apply(input).output(folder.resolve("out.json")).start().await();

    assertEquals(
        document.replace("opacity\":1", "opacity\":0.5"),
        Files.readString(folder.resolve("out.json")));
  }

  @Test
  void scope_limitsTheRunToPagesOrNodes() throws Exception {
    String template = "{\"id\":\"%s\",\"name\":\"%s\",\"type\":\"%s\",%s\"opacity\":1%s}";
    String a = template.formatted("2", "a", "FRAME", data("half") + ",", "");
    String b = template.formatted("4", "b", "FRAME", data("half") + ",", "");
    String document =
        file(
            template.formatted("1", "One", "CANVAS", "", ",\"children\":[" + a + "]")
                + ","
                + template.formatted("3", "Two", "CANVAS", "", ",\"children\":[" + b + "]"));
    Path input = write(document);
    Path out = folder.resolve("out.json");
    String onlyB = document.replace(b, b.replace("opacity\":1", "opacity\":0.5"));

    for (Scope scope :
        List.of(
            new Scope.Pages(List.of("Two")),
            new Scope.Pages(List.of("3")),
            new Scope.Nodes(List.of("4")))) {
      RunReport report = request(input).scope(scope).output(out).start().await();
      assertEquals(onlyB, Files.readString(out));
      assertEquals(1, report.counts().nodesSkipped());
    }
    SluiceException unknown =
        assertThrows(
            SluiceException.class,
            () -> request(input).scope(new Scope.Pages(List.of("Three"))).start().await());
    assertEquals(ProblemCode.SCOPE_UNKNOWN, unknown.problem().code());
    assertTrue(
        unknown.problem().render().contains("\"One\" (1), \"Two\" (3)"),
        unknown.problem().render());
  }

  @Test
  void cutAnywhere_theRunEndsWithAProblem_andNothingIsLeftBehind() throws Exception {
    byte[] whole =
        file("{\"id\":\"1\",\"type\":\"FRAME\",%s,\"opacity\":0.25,\"children\":[{\"id\":\"ü\"}]}"
                .formatted(data("half")))
            .getBytes(StandardCharsets.UTF_8);
    Path out = folder.resolve("out.json");
    Files.writeString(out, "kept");
    for (int size = 0; size < whole.length; size++) {
      Path input = folder.resolve("cut.json");
      Files.write(input, Arrays.copyOf(whole, size));

      SluiceException failure =
          assertThrows(SluiceException.class, () -> request(input).output(out).start().await());

      ProblemCode code = failure.problem().code();
      assertTrue(
          code == ProblemCode.DOCUMENT_TRUNCATED
              || (size == 0 && code == ProblemCode.DOCUMENT_EMPTY),
          "cut at " + size + ": " + failure.getMessage());
      assertEquals("kept", Files.readString(out));
      assertArrayEquals(Arrays.copyOf(whole, size), Files.readAllBytes(input));
    }
    assertEquals(List.of("cut.json", "out.json", "tokens.json"), names());
  }

  @Test
  void inPlace_replacesTheInputWhole_orNotAtAll() throws Exception {
    String node = "{\"id\":\"1\",\"type\":\"RECTANGLE\",%s,\"opacity\":1}".formatted(data("half"));
    Path input = write(file(node));

    request(input).inPlace().start().await();

    assertEquals(file(node.replace("opacity\":1", "opacity\":0.5")), Files.readString(input));
    Files.writeString(input, file(node) + "}");
    assertThrows(SluiceException.class, () -> request(input).inPlace().start().await());
    assertEquals(file(node) + "}", Files.readString(input));
    assertEquals(List.of("document.json", "tokens.json"), names());
  }

  @Test
  void compressedDocument_staysTheVeryFile_whenNothingChanges() throws Exception {
    byte[] plain = file("{\"id\":\"1\",\"type\":\"FRAME\"}").getBytes(StandardCharsets.UTF_8);
    Path input = folder.resolve("d.json.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(input))) {
      out.write(plain);
    }

    RunReport report = request(input).start().await();

    assertEquals(folder.resolve("d.applied.json.gz"), report.output().orElseThrow());
    assertArrayEquals(Files.readAllBytes(input), Files.readAllBytes(report.output().orElseThrow()));
  }

  @Test
  void outputThatIsTheInput_isRefused() throws Exception {
    Path input = write(file("{\"id\":\"1\",\"type\":\"FRAME\"}"));

    SluiceException failure =
        assertThrows(SluiceException.class, () -> request(input).output(input).start().await());

    assertEquals(ProblemCode.OPTION_INVALID, failure.problem().code());
    assertFalse(Files.readString(input).isEmpty());
  }

  @Test
  void changeSet_saysWhatWasAndWhatIs() throws Exception {
    String node =
        "{\"id\":\"1\",\"name\":\"R\",\"type\":\"RECTANGLE\",%s,\"opacity\" : 0.250}"
            .formatted(data("half"));
    Path changes = folder.resolve("changes.ndjson");

    request(write(file(node))).changes(changes).dryRun().start().await();

    assertEquals(
        """
        {"node":"1","type":"RECTANGLE","name":"R","page":"","path":"R","applied":{"opacity":"half"},\
        "changes":[{"property":"opacity","token":"half","before":0.250,"after":0.5}],\
        "at":%d,"undo":[[%d,"0.250",3]]}
        """
            .formatted(file(node).indexOf(node), node.indexOf("0.250")),
        Files.readString(changes));
  }

  @Test
  void changeSet_isInDocumentOrder_whereverTheTokensAre() throws Exception {
    String leaf = "{\"id\":\"%s\",\"type\":\"RECTANGLE\",%s,\"opacity\":1}";
    String children = leaf.formatted("2", data("half")) + "," + leaf.formatted("3", data("half"));
    String natural =
        "{\"id\":\"1\",\"type\":\"FRAME\",%s,\"children\":[%s]}".formatted(data("half"), children);
    String reversed =
        "{\"children\":[%s],%s,\"type\":\"FRAME\",\"id\":\"1\"}".formatted(children, data("half"));
    Path changes = folder.resolve("changes.ndjson");

    for (String node : List.of(natural, reversed)) {
      String document = file(node + "," + leaf.formatted("4", data("half")));
      request(write(document)).changes(changes).dryRun().start().await();

      assertEquals(
          List.of("1", "2", "3", "4"),
          Files.readAllLines(changes).stream().map(line -> line.split("\"", 5)[3]).toList());
    }
  }

  @Test
  void fieldsNestedTooDeep_failTheirNodeOnly() throws Exception {
    String deep = "[".repeat(500) + "]".repeat(500);
    String good = "{\"id\":\"2\",\"type\":\"FRAME\",%s,\"opacity\":1}".formatted(data("half"));
    String bad =
        "{\"id\":\"1\",\"type\":\"FRAME\","
            + data("half")
            + ",\"opacity\":"
            + deep
            + ",\"absoluteBoundingBox\":{\"x\":"
            + deep
            + "},\"children\":["
            + good
            + "]}";
    String document = file(bad);

    RunReport report = run(document, folder.resolve("out.json"));

    assertEquals(1, report.counts().nodesChanged());
    assertEquals(1, report.counts().nodesFailed());
    assertEquals(1, report.problems().counts().get(ProblemCode.LIMIT_EXCEEDED));
    assertEquals(
        document.replace("opacity\":1}", "opacity\":0.5}"),
        Files.readString(folder.resolve("out.json")));
  }

  private static String data(String token) {
    return "\"sharedPluginData\":{\"tokens\":{\"opacity\":\"\\\"%s\\\"\"}}".formatted(token);
  }

  private static String file(String nodes) {
    return "{\"document\":{\"id\":\"0:0\",\"name\":\"D\",\"type\":\"DOCUMENT\",\"children\":["
        + nodes
        + "]},\"name\":\"file\"}";
  }

  private String applied(String document) throws Exception {
    Path out = folder.resolve("out.json");
    run(document, out);
    return Files.readString(out);
  }

  private RunReport run(String document, Path out) throws Exception {
    return request(write(document)).output(out).start().await();
  }

  private ApplyRequest request(Path input) throws IOException {
    Path tokens = folder.resolve("tokens.json");
    Files.writeString(tokens, TOKENS);
    return Sluice.apply(input).tokens(tokens);
  }

  private Path write(String document) throws IOException {
    Path input = folder.resolve("document.json");
    Files.writeString(input, document);
    return input;
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }
}

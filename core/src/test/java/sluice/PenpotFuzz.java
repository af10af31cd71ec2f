package sluice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import sluice.fuzz.FuzzFiles;
import sluice.fuzz.FuzzTarget;
import sluice.json.JsonLimits;
import sluice.json.JsonScanner;
import sluice.pipeline.CancelToken;
import sluice.problem.SluiceException;

/// Penpot shapes of any text, and any library, in an archive of one page: a run ends with an
/// archive or a problem and leaves nothing else behind; every changed entry is JSON; a second run
/// changes nothing; taken back, the shapes are what they were; without tokens that apply no byte
/// changes.
public final class PenpotFuzz implements FuzzTarget {
  private static final String TOKENS = "tokens";

  /// What the first of the seeds is made of.
  public static byte[] sample() {
    return """
    ==> outer
    {"id":"outer","type":"frame","name":"Outer","parentId":"root","frameId":"root","shapes":["inner","text"],%s,"appliedTokens":{"x":"at","y":"at","width":"at","rotation":"turn"},"rotation":0}
    ==> inner
    {"id":"inner","type":"rect","name":"Inner","parentId":"outer","frameId":"outer",%s,"r1":0,"r2":0,"r3":0,"r4":0,"opacity":1,"fills":[{"fillColor":"#ff0000","fillOpacity":1}],"strokes":[{"strokeColor":"#000000","strokeWidth":1}],"appliedTokens":{"r1":"at","fill":"red","strokeColor":"red","strokeWidth":"at","opacity":"half","shadow":"drop"}}
    ==> text
    {"id":"text","type":"text","name":"Text","parentId":"outer","frameId":"outer",%s,"growType":"fixed","content":{"type":"root","children":[{"type":"paragraph-set","children":[{"type":"paragraph","children":[{"text":"a","fontSize":"14","fontWeight":"400"}]}]}]},"appliedTokens":{"fontSize":"at","typography":"type","fill":"red"}}
    ==> tokens
    {"s":{"at":{"$value":"7","$type":"dimension"},"turn":{"$value":"90","$type":"rotation"},"red":{"$value":"#cc0000","$type":"color"},"half":{"$value":"0.5","$type":"opacity"},"drop":{"$value":[{"color":"{red}","offset-x":"1","offset-y":"2","blur":"3","spread":"4","inset":false}],"$type":"shadow"},"type":{"$value":{"fontSize":"{at}","lineHeight":"1.5"},"$type":"typography"}},"$themes":[],"$metadata":{"tokenSetOrder":["s"],"activeThemes":[],"activeSets":["s"]}}
    """
        .formatted(
            PenpotPage.box(100, 100, 50, 50),
            PenpotPage.box(110, 110, 30, 30),
            PenpotPage.box(120, 120, 10, 10))
        .getBytes(UTF_8);
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        sample(),
        """
        ==> board
        {"id":"board","type":"frame","parentId":"root","frameId":"root","layout":"flex","layoutGap":{"rowGap":1,"columnGap":2},"layoutPadding":{"p1":0,"p2":0,"p3":0,"p4":0},"shapes":["path","group"],%s,"appliedTokens":{"p1":"a","rowGap":"a","columnGap":"a"}}
        ==> path
        {"id":"path","type":"path","parentId":"board","frameId":"board",%s,"content":"M112.0,112.0L116.5,116.0Z","appliedTokens":{"height":"a"}}
        ==> group
        {"id":"group","type":"group","parentId":"board","frameId":"board","shapes":[],%s,"layoutItemMinW":1,"layoutItemMargin":{"m1":0},"appliedTokens":{"layoutItemMinW":"a","m1":"a","y":"a"}}
        ==> tokens
        {"a":{"$value":"3","$type":"spacing"}}
        """
            .formatted(
                PenpotPage.box(0, 0, 100, 100),
                PenpotPage.box(112, 112, 4, 4),
                PenpotPage.box(1, 1, 2, 2))
            .getBytes(UTF_8));
  }

  /// Writes the shapes and the library of an input as an archive.
  public static void write(byte[] input, Path archive) throws IOException {
    Map<String, String> shapes = new LinkedHashMap<>();
    FuzzFiles.of(input)
        .forEach((name, text) -> {
          if (!name.equals(TOKENS) && name.length() <= PenpotPage.ROOT.length()) {
            shapes.put(name.replace('/', '_'), text);
          }
        });
    PenpotPage.write(archive, shapes, FuzzFiles.of(input).getOrDefault(TOKENS, "{}"));
  }

  /// Demands that every entry that is not as it was is JSON. Shapes without tokens are not read to
  /// their end.
  public static void checkWhole(Path before, Path after) throws IOException {
    Map<String, byte[]> old = Zips.entries(before);
    Zips.entries(after)
        .forEach((name, content) -> {
          if (!Arrays.equals(content, old.get(name))) {
            JsonScanner scanner =
                new JsonScanner(new ByteArrayInputStream(content), name, JsonLimits.defaults());
            scanner.begin();
            scanner.skipValue();
            scanner.end();
          }
        });
  }

  @Override
  public void check(byte[] input, Path folder) throws Exception {
    Path archive = folder.resolve("archive.penpot");
    Path unrelated = folder.resolve("unrelated.json");
    Path once = folder.resolve("once.penpot");
    Path changes = folder.resolve("changes.ndjson");
    write(input, archive);
    Files.writeString(unrelated, "{\"s\":{\"unrelated\":{\"$value\":\"1\",\"$type\":\"number\"}}}");
    checkNothingApplies(archive, unrelated, folder.resolve("same.penpot"));
    List<Path> before = files(folder);
    try {
      Sluice.apply(archive).workers(2).output(once).changes(changes).start().await();
    } catch (SluiceException _) {
      assertEquals(before, files(folder), "a run that ends with a problem leaves nothing behind");
      return;
    }
    checkWhole(archive, once);
    RunReport again = Sluice.apply(once).dryRun().start().await();
    assertEquals(0, again.counts().changes(), "changes of a second run");
    Path back = folder.resolve("back.penpot");
    Sluice.revert(once, changes).output(back).run(new CancelToken());
    assertSame(archive, back);
  }

  private static void checkNothingApplies(Path archive, Path unrelated, Path same)
      throws Exception {
    try {
      Sluice.apply(archive).tokens(unrelated).output(same).start().await();
    } catch (SluiceException _) {
      return;
    }
    assertEquals(-1, Files.mismatch(archive, same), "no token applies, yet bytes changed");
  }

  /// Demands that two archives have the same entries with the same contents.
  public static void assertSame(Path archive, Path other) throws IOException {
    Map<String, byte[]> expected = Zips.entries(archive);
    Map<String, byte[]> entries = Zips.entries(other);
    assertEquals(List.copyOf(expected.keySet()), List.copyOf(entries.keySet()));
    entries.forEach((name, content) ->
        assertEquals(
            new String(Objects.requireNonNull(expected.get(name)), UTF_8),
            new String(content, UTF_8),
            name));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}

package sluice.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sluice.PenpotFuzz;
import sluice.Sluice;
import sluice.json.JsonLimits;
import sluice.json.JsonScanner;
import sluice.pipeline.CancelToken;
import sluice.problem.SluiceException;

/// A change set of any bytes, beside a Figma document and a Penpot archive that a run wrote: taking
/// the run back refuses and touches nothing, or gives a whole document, and the run's own change
/// set gives the very document it began with.
final class ChangeSetFuzz implements FuzzTarget {
  private static final String DOCUMENT =
      """
      {"document": {"id": "0:0", "type": "DOCUMENT", "children": [
        {"id": "0:1", "type": "CANVAS", "name": "Page", "children": [
          {"id": "1:1", "name": "Outer", "type": "FRAME", "cornerRadius" : 8.0, "opacity": 0.250,
           "children": [
            {"id": "1:2", "name": "Inner", "type": "RECTANGLE", "opacity":0.10, "sharedPluginData":
              {"tokens": {"opacity": "\\"half\\"", "borderRadius": "\\"round\\""}}},
            {"id": "1:3", "name": "Plain", "type": "RECTANGLE"}],
           "sharedPluginData": {"tokens": {"opacity": "\\"half\\""}}}]}]}}
      """;

  private static final String TOKENS =
      "{\"core\":{\"half\":{\"value\":\"0.5\",\"type\":\"opacity\"},"
          + "\"round\":{\"value\":\"12\",\"type\":\"borderRadius\"}}}";

  /// What a run made of a document.
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Applied(byte[] before, byte[] after, byte[] changes) {}

  private @Nullable List<Applied> fixtures;

  private List<Applied> fixtures() throws IOException {
    if (fixtures == null) {
      Path folder = Files.createTempDirectory("fuzz");
      try {
        Path figma = Files.writeString(folder.resolve("document.json"), DOCUMENT);
        Path penpot = folder.resolve("document.penpot");
        PenpotFuzz.write(PenpotFuzz.sample(), penpot);
        Path tokens = Files.writeString(folder.resolve("tokens.json"), TOKENS);
        fixtures = List.of(applied(figma, folder, tokens), applied(penpot, folder));
      } finally {
        FuzzFolder.empty(folder);
        Files.delete(folder);
      }
    }
    return fixtures;
  }

  private static Applied applied(Path document, Path folder, Path... tokens) throws IOException {
    Path after = folder.resolve("after");
    Path changes = folder.resolve("changes");
    try {
      Sluice.apply(document).tokens(tokens).output(after).changes(changes).start().await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    return new Applied(
        Files.readAllBytes(document), Files.readAllBytes(after), Files.readAllBytes(changes));
  }

  @Override
  public List<byte[]> seeds() throws IOException {
    return fixtures().stream().map(Applied::changes).toList();
  }

  @Override
  public void check(byte[] input, Path folder) throws Exception {
    Path changes = Files.write(folder.resolve("changes.ndjson"), input);
    for (Applied applied : fixtures()) {
      boolean own = Arrays.equals(input, applied.changes());
      Path document = Files.write(folder.resolve("document"), applied.after());
      List<Path> before = files(folder);
      try {
        Sluice.revert(document, changes).inPlace().run(new CancelToken());
        assertEquals(before, files(folder), "nothing is left behind");
        checkWhole(applied, document, folder);
        if (own) {
          checkRestored(applied, document, folder);
        }
      } catch (SluiceException e) {
        assertFalse(own, e.getMessage());
        assertEquals(before, files(folder), "a refusal leaves nothing behind");
        assertArrayEquals(applied.after(), Files.readAllBytes(document), "refused, yet written");
      }
    }
  }

  /// An archive is packed anew, so what is in it counts.
  private static void checkRestored(Applied applied, Path document, Path folder)
      throws IOException {
    if (isArchive(applied.before())) {
      Path before = Files.write(folder.resolve("before"), applied.before());
      PenpotFuzz.assertSame(before, document);
      Files.delete(before);
    } else {
      assertArrayEquals(applied.before(), Files.readAllBytes(document));
    }
  }

  private static boolean isArchive(byte[] document) {
    return document[0] == 'P';
  }

  private static void checkWhole(Applied applied, Path document, Path folder) throws IOException {
    if (isArchive(applied.after())) {
      Path after = Files.write(folder.resolve("after"), applied.after());
      PenpotFuzz.checkWhole(after, document);
      Files.delete(after);
      return;
    }
    try (InputStream in = Files.newInputStream(document)) {
      JsonScanner scanner = new JsonScanner(in, "output", JsonLimits.defaults());
      scanner.begin();
      scanner.skipValue();
      scanner.end();
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted(Comparator.naturalOrder()).toList();
    }
  }
}

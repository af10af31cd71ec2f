package sluice.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import sluice.ApplyRequest;
import sluice.RunReport;
import sluice.Sluice;
import sluice.json.JsonLimits;
import sluice.json.JsonScanner;
import sluice.pipeline.CancelToken;
import sluice.problem.SluiceException;

/// What must be so of a run over a Figma document, whatever the document and the tokens: it ends
/// with a document or a problem and leaves nothing else behind; the document is JSON, the same
/// however wide the run was; a second run changes nothing; taken back, it is the input again; and
/// with tokens that no node carries it is the input too.
///
/// @param folder holds the document and the tokens
/// @param request says which tokens
record AppliedOnce(Path folder, Path document, UnaryOperator<ApplyRequest> request) {
  private static final String UNRELATED =
      "{\"core\":{\"unrelated\":{\"value\":\"1\",\"type\":\"spacing\"}}}";

  void check() throws Exception {
    Path unrelated = folder.resolve("unrelated.json");
    Path same = folder.resolve("same.json");
    Files.writeString(unrelated, UNRELATED);
    if (!run(Sluice.apply(document).tokens(unrelated), same)) {
      assertFalse(run(request.apply(Sluice.apply(document)), same), "refused with any tokens");
      return;
    }
    Path once = folder.resolve("once.json");
    Path changes = folder.resolve("changes.ndjson");
    if (!run(request.apply(Sluice.apply(document)).changes(changes), once)) {
      return;
    }
    assertEquals(-1, Files.mismatch(document, same), "no token applies, yet bytes changed");
    checkNarrow(once);
    checkAgain(once);
    if (isPlain()) {
      checkJson(once);
      checkRevert(once, changes);
    }
  }

  /// @return whether there is a document; otherwise there is no file of the run at all
  private boolean run(ApplyRequest asked, Path output) throws Exception {
    List<Path> before = files();
    try {
      asked.workers(2).output(output).start().await();
      return true;
    } catch (SluiceException _) {
      assertEquals(before, files(), "a run that ends with a problem leaves nothing behind");
      return false;
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /// Neither compressed nor an archive; those are other targets.
  private boolean isPlain() throws IOException {
    try (InputStream in = Files.newInputStream(document)) {
      int first = in.read();
      return first != 0x1F && first != 'P';
    }
  }

  private void checkNarrow(Path once) throws Exception {
    Path narrow = folder.resolve("narrow.json");
    request
        .apply(Sluice.apply(document))
        .workers(1)
        .chunkSize(1)
        .rememberCombinations(false)
        .output(narrow)
        .start()
        .await();
    assertEquals(-1, Files.mismatch(once, narrow), "chunks of one node give another document");
  }

  private void checkAgain(Path once) throws Exception {
    RunReport again = request.apply(Sluice.apply(once)).dryRun().start().await();
    assertEquals(0, again.counts().changes(), "changes of a second run");
  }

  private static void checkJson(Path once) throws IOException {
    try (InputStream in = Files.newInputStream(once)) {
      JsonScanner scanner = new JsonScanner(in, "output", JsonLimits.defaults());
      scanner.begin();
      do {
        scanner.skipValue();
      } while (scanner.peek() >= 0);
    }
  }

  private void checkRevert(Path once, Path changes) throws IOException {
    Path back = folder.resolve("back.json");
    Sluice.revert(once, changes).output(back).run(new CancelToken());
    assertEquals(-1, Files.mismatch(document, back), "taken back, it is not the input");
  }
}

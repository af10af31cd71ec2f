package sluice.cli.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `sluice revert` from the outside.
final class RevertCommandTest {
  @TempDir private Path folder;

  private Path applied() throws Exception {
    Path document = Samples.document(folder);
    Files.copy(document, folder.resolve("before.json"));
    CliRun.of(
            "apply",
            document,
            "--tokens",
            Samples.TOKENS,
            "--in-place",
            "--changes",
            folder.resolve("changes.ndjson"))
        .ends(0);
    return document;
  }

  private byte[] before() throws Exception {
    return Files.readAllBytes(folder.resolve("before.json"));
  }

  @Test
  void inPlace_andBeside_andThroughPipes_theDocumentIsAsBefore() throws Exception {
    Path document = applied();
    Path changes = folder.resolve("changes.ndjson");

    CliRun.of("revert", document, "--changes", changes)
        .ends(0)
        .says("nodes are as before", "checkout.reverted.json");
    CliRun piped =
        CliRun.withInput(Files.readAllBytes(document), "revert", "-", "--changes", changes).ends(0);
    CliRun.of("revert", document, "--changes", changes, "--in-place").ends(0);

    assertArrayEquals(before(), Files.readAllBytes(folder.resolve("checkout.reverted.json")));
    assertArrayEquals(before(), piped.outBytes());
    assertArrayEquals(before(), Files.readAllBytes(document));
  }

  @Test
  void aSecondTime_itIsRefused_andNothingIsWritten() throws Exception {
    Path document = applied();
    Path changes = folder.resolve("changes.ndjson");
    CliRun.of("revert", document, "--changes", changes, "--in-place").ends(0);
    List<String> names = CliRun.names(folder);

    CliRun.of("revert", document, "--changes", changes, "--in-place")
        .ends(2)
        .says("error[document-differs]", "of the change set)");
    CliRun.of("revert", document, "--changes", folder.resolve("none.ndjson"))
        .ends(2)
        .says("error[file-missing]");
    CliRun.of("revert", document).ends(2).says("error[option-invalid]", "--changes");
    CliRun.of("revert", document, "--changes", changes, "-o", changes)
        .ends(2)
        .says("error[option-invalid]");

    assertEquals(names, CliRun.names(folder));
    assertArrayEquals(before(), Files.readAllBytes(document));
  }
}

package sluice.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Links among tokens and outputs, and names inside files that look like ways out of a folder.
@Timeout(30)
final class HostilePathsTest {
  private static final String ONE = "{\"a\": {\"value\": \"1\", \"type\": \"sizing\"}}";

  @TempDir private Path folder;
  private Path tokens;

  @BeforeEach
  void tokenFolder() throws IOException {
    tokens = Files.createDirectory(folder.resolve("tokens"));
    Samples.write(tokens.resolve("core.json"), ONE);
  }

  private static String resolved(Path tokens) {
    return CliRun.of("resolve", "--tokens", tokens).ends(0).out();
  }

  @Test
  void linksThatGoRoundInATokenFolder_areNotFollowed() throws IOException {
    Path inner = Files.createDirectory(tokens.resolve("inner"));
    Files.createSymbolicLink(inner.resolve("up"), tokens);
    Files.createSymbolicLink(tokens.resolve("round.json"), tokens.resolve("round.json"));
    Files.createSymbolicLink(tokens.resolve("gone.json"), folder.resolve("nothing"));

    assertTrue(resolved(tokens).contains("\"a\""));
  }

  @Test
  void aTokenFolderThatIsALink_isRead() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), tokens);

    assertTrue(resolved(link).contains("\"a\""));
  }

  @Test
  void pipesInATokenFolder_areNotOpened() throws Exception {
    new ProcessBuilder("mkfifo", tokens.resolve("pipe.json").toString()).start().waitFor();

    assertTrue(resolved(tokens).contains("\"a\""));
  }

  @Test
  void namesOfSetsAreNoPaths_whenReadAndWhenWritten() throws IOException {
    Path library =
        Samples.write(
            folder.resolve("library.json"),
            """
            {"../../out": %1$s, "/etc/out": %1$s, "..": %1$s, "a/../../out": %1$s, "\\u0000": %1$s,
             "$themes": [{"name": "T", "selectedTokenSets": {"../../out": "enabled"}}]}
            """
                .formatted(ONE));
    Path there = folder.resolve("deep").resolve("there");
    Files.createDirectory(folder.resolve("deep"));

    CliRun.of("convert", "--tokens", library, "--to", "dtcg", "-o", there).ends(0);

    assertEquals(List.of("deep", "library.json", "tokens"), CliRun.names(folder));
    assertEquals(List.of("there"), CliRun.names(folder.resolve("deep")));
    try (Stream<Path> files = Files.walk(there)) {
      assertEquals(6, files.filter(Files::isRegularFile).count());
    }
  }

  @Test
  void referencesOfAResolverDocument_leadToFilesAndNowhereElse() {
    Samples.write(folder.resolve("beside.json"), "{\"a\": {\"$type\": \"number\", \"$value\": 1}}");
    Path resolver = folder.resolve("tokens").resolve("t.resolver.json");
    String text =
        """
        {"version": "2025.10", "sets": {"s": {"sources": [{"$ref": "%s"}]}},
         "resolutionOrder": [{"$ref": "#/sets/s"}]}
        """;

    assertTrue(
        resolved(Samples.write(resolver, text.formatted("../beside.json"))).contains("\"a\""));
    for (String away :
        List.of("/etc/hosts", "file:///etc/hosts", "http://127.0.0.1:9/x.json", "//host/x.json")) {
      CliRun.of("resolve", "--tokens", Samples.write(resolver, text.formatted(away)))
          .ends(2)
          .says("error[token-file-malformed]");
    }
  }

  @Test
  void inPlaceThroughALink_changesTheFileItLeadsTo() throws IOException {
    Path document = Samples.write(folder.resolve("document.json"), Samples.SMALL);
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), document);
    Path library = Samples.write(folder.resolve("small.json"), Samples.SMALL_TOKENS);

    CliRun.of("apply", link, "--tokens", library, "--in-place").ends(0);

    assertTrue(Files.isSymbolicLink(link));
    assertFalse(Samples.SMALL.equals(Samples.text(document)));
  }

  @Test
  void anOutputThatIsTheInputByAnotherName_isRefused() throws IOException {
    Path document = Samples.write(folder.resolve("document.json"), Samples.SMALL);
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), document);
    Path hard = Files.createLink(folder.resolve("hard.json"), document);
    Path library = Samples.write(folder.resolve("small.json"), Samples.SMALL_TOKENS);

    for (Path name : List.of(link, hard)) {
      CliRun.of("apply", document, "--tokens", library, "-o", name)
          .ends(2)
          .says("error[option-invalid]");
    }
    assertEquals(Samples.SMALL, Samples.text(document));
  }
}

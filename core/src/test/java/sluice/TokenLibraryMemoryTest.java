package sluice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.resolve.ResolvedToken;
import sluice.testkit.memory.ChildJvm;

/// Libraries as large as the limits allow fit into the heap the launcher gives. What a library
/// takes goes with its size, so the everyday build shows the same of a part of it in that part of
/// the heap.
final class TokenLibraryMemoryTest {
  /// One part in so many; 1, all of it, with `-Plong`.
  private static final int PART = Integer.getInteger("memory.tokens.part", 8);

  /// `SourceLimits.TOKENS_MAX`.
  private static final int TOKENS = 400_000 / PART;

  /// As many composites as `SourceLimits.VALUES_MAX` has room for.
  private static final int COMPOSITES = 285_000 / PART;

  private static final int TEXT_SIZE_BYTES = 63 * 1024 * 1024 / PART;

  private static final int HEAP_MEGABYTES = 512 / PART;

  @TempDir Path folder;

  /// The program whose memory is limited: prints how many tokens came out, and how many failed.
  static final class ResolveMain {
    private ResolveMain() {}

    public static void main(String[] args) throws Exception {
      TokenValues values =
          Sluice.resolve(
              new TokenChoice(
                  List.of(Path.of(args[0])), List.of(), List.of(), TokenChoice.BASE_FONT_SIZE));
      try (OutputStream out =
          new BufferedOutputStream(Files.newOutputStream(Path.of(args[0] + ".out")))) {
        TokensJson.write(values, true, out);
      }
      List<ResolvedToken> tokens = values.resolved().all();
      long failed = tokens.stream().filter(ResolvedToken::failed).count();
      System.out.println(tokens.size() + " " + failed);
    }
  }

  @Test
  void asManyTokensAsAreAllowed() throws Exception {
    assertEquals(
        TOKENS + " 0",
        resolved(
            TOKENS,
            i ->
                "\"group.name.t%d\": {\"value\": \"{r} * %d\", \"type\": \"number\"}"
                    .formatted(i, i)));
  }

  @Test
  void asManyValuesAsAreAllowed() throws Exception {
    assertEquals(
        COMPOSITES + " 0",
        resolved(
            COMPOSITES,
            i ->
                "\"t%d\": {\"value\": {\"a\": \"{r}\", \"b\": \"1\", \"c\": \"2\", \"d\": 3, \"e\": 4}}"
                    .formatted(i)));
  }

  @Test
  void asMuchTextAsIsAllowed() throws Exception {
    int tokens = 60_000 / PART;
    String text = "text ".repeat((TEXT_SIZE_BYTES - 40 * tokens) / tokens / 5);
    assertEquals(
        tokens + " 0", resolved(tokens, i -> "\"t%d\": {\"value\": \"%s\"}".formatted(i, text)));
  }

  private String resolved(int tokens, IntFunction<String> member)
      throws IOException, InterruptedException {
    Path file = folder.resolve("tokens.json");
    write(file, tokens, member);

    ChildJvm.Outcome outcome =
        ChildJvm.of(ResolveMain.class, file.toString())
            .withFlags(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xms16m",
                "-Xmn6m",
                "-Xmx" + HEAP_MEGABYTES + "m")
            .run();

    assertEquals(0, outcome.exitCode(), outcome.err());
    assertTrue(Files.size(Path.of(file + ".out")) > 0);
    return outcome.out().strip();
  }

  /// The first token is the one the others refer to.
  private static void write(Path file, int tokens, IntFunction<String> member) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("{\"core\": {\"r\": {\"value\": \"2\"}");
      for (int i = 1; i < tokens; i++) {
        out.write(",\n" + member.apply(i));
      }
      out.write("}}");
    }
  }
}

package sluice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.problem.SluiceException;
import sluice.testkit.generate.FigmaDocumentGenerator;
import sluice.testkit.generate.FigmaDocumentOptions;
import sluice.testkit.generate.KeyOrder;
import sluice.testkit.oracle.TreeOracle;
import tools.jackson.core.JacksonException;

/// Documents damaged at random: a run ends with valid JSON or with a problem, never in another way,
/// and a run that is applied again changes nothing more.
class DamagedDocumentTest {
  /// The long form is that of `-Plong`.
  private static final int ROUNDS = Integer.getInteger("damaged.rounds", 450);

  @TempDir Path folder;

  @Test
  void anyDamage_endsInAResultOrAProblem() throws Exception {
    long seed = System.nanoTime() % 1_000_000;
    Random random = new Random(seed);
    Path tokens = folder.resolve("tokens.json");
    byte[][] documents = new byte[KeyOrder.values().length][];
    for (KeyOrder order : KeyOrder.values()) {
      FigmaDocumentGenerator generator =
          new FigmaDocumentGenerator(
              FigmaDocumentOptions.of(25, seed)
                  .withKeyOrder(order)
                  .withTokenShare(0.9)
                  .withCombinations(20)
                  .withBoundVariablesShare(0.5));
      documents[order.ordinal()] = generator.bytes();
      generator.library().write(tokens);
    }
    int applied = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] damaged = damage(documents[round % documents.length], random);
      String replay = "seed " + seed + " round " + round;
      applied += run(damaged, tokens, replay) ? 1 : 0;
    }
    assertFalse(applied == 0, "no document survived, so nothing was tested");
  }

  private boolean run(byte[] document, Path tokens, String replay) throws Exception {
    Path input = folder.resolve("in.json");
    Path once = folder.resolve("once.json");
    Path twice = folder.resolve("twice.json");
    Files.write(input, document);
    try {
      Sluice.apply(input).tokens(tokens).theme("Dark").output(once).start().await();
    } catch (SluiceException e) {
      return false;
    } catch (RuntimeException e) {
      Files.copy(input, Path.of("target", "damaged.json"), StandardCopyOption.REPLACE_EXISTING);
      throw new AssertionError(replay + ": target/damaged.json", e);
    }
    try {
      TreeOracle.read(once);
    } catch (JacksonException e) {
      // Half a pair written as an escape is JSON, and kept; the oracle refuses it in a key.
      if (!String.valueOf(e.getMessage()).contains("surrogate in property name")) {
        fail(replay + ": " + e.getMessage());
      }
    }
    RunReport again = Sluice.apply(once).tokens(tokens).theme("Dark").output(twice).start().await();
    assertEquals(0, again.counts().changes(), replay);
    return true;
  }

  /// Copies a piece to another place, cuts one out, or changes a few bytes.
  private static byte[] damage(byte[] document, Random random) {
    String text = new String(document, StandardCharsets.UTF_8);
    int from = random.nextInt(text.length());
    int to = Math.min(text.length(), from + random.nextInt(60));
    int at = random.nextInt(text.length());
    String damaged =
        switch (random.nextInt(5)) {
          case 0 -> text.substring(0, from) + text.substring(to);
          case 1 -> text.substring(0, at) + text.substring(from, to) + text.substring(at);
          case 2 -> doubled(text, from);
          case 3 -> text.replaceFirst("\"(name|opacity|fills|type|id|children)\"", "\"x\"");
          default ->
              text.substring(0, at)
                  + "{}[]\",:\\0-.eu".charAt(random.nextInt(13))
                  + text.substring(Math.min(text.length(), at + 1));
        };
    return damaged.getBytes(StandardCharsets.UTF_8);
  }

  /// Writes the scalar or small member at a place twice.
  private static String doubled(String text, int from) {
    int key = text.indexOf(",\"", from);
    int next = key < 0 ? -1 : text.indexOf(",\"", key + 2);
    return next < 0
        ? text
        : text.substring(0, next) + text.substring(key, next) + text.substring(next);
  }
}

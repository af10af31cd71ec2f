package sluice.cli.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.testkit.generate.PenpotArchiveGenerator;
import sluice.testkit.generate.PenpotOptions;

/// An archive of any size and form goes through the program, with the options the launcher gives to
/// Java, in a process that stays as small as is said.
final class PenpotMemoryProofTest {
  @TempDir private Path folder;

  private Path archive() {
    return folder.resolve("in.penpot");
  }

  private MeasuredRun measured(String name) throws Exception {
    return MeasuredRun.ofFile(name, folder, archive()).staysSmall();
  }

  /// Each board is placed in the one around it.
  @Test
  void boardsInEachOther() throws Exception {
    HugeArchive.deep(archive(), 500);

    measured("archive, deep: 500 boards").comesTo(500, 500, 0, 0);
  }

  /// More than is held of a shape, which the message says, and what to do.
  @Test
  void oneShapeWithATextOf50Megabytes() throws Exception {
    HugeArchive.longText(archive(), 50_000_000);

    MeasuredRun run = measured("archive, a text of 50 MB");

    run.comesTo(3, 2, 0, 1);
    assertEquals(1, run.metrics().get("problems").get("limit-exceeded").asInt(), run.talk());
    assertTrue(run.talk().contains("the shape is too large"), run.talk());
    assertTrue(run.talk().contains("repair or shorten it in Penpot"), run.talk());
  }

  /// Deeper than shapes are followed: told, with what to do, and the others are placed all the
  /// same.
  @Tag("long")
  @Test
  void boardsDeeperThanAreFollowed() throws Exception {
    HugeArchive.deep(archive(), 1_500);

    MeasuredRun run = measured("archive, deep: 1,500 boards");

    assertEquals(1_500, run.number("nodes"));
    assertTrue(run.number("nodesChanged") >= 1_000, run.metrics().toString());
    assertTrue(run.metrics().get("problems").get("limit-exceeded").asInt() >= 499, run.talk());
    assertTrue(run.talk().contains("take them apart in Penpot"), run.talk());
  }

  @Tag("long")
  @Test
  void oneBoardWithManyShapes() throws Exception {
    HugeArchive.wide(archive(), 80_000, HugeArchive.HALF);

    measured("archive, wide: 80,000 shapes").comesTo(80_001, 80_001, 0, 0);
  }

  @Tag("long")
  @Test
  void everyShapeHasAProblem() throws Exception {
    HugeArchive.wide(archive(), 80_000, HugeArchive.MISSING);

    measured("archive, 80,000 problems").comesTo(80_001, 1, 80_000, 0);
  }

  @Tag("long")
  @Test
  void everyShapeFails() throws Exception {
    HugeArchive.wide(archive(), 80_000, HugeArchive.MALFORMED);

    measured("archive, all shapes fail").comesTo(80_001, 1, 0, 80_000);
  }

  @Tag("long")
  @Test
  void twoHundredThousandShapes() throws Exception {
    new PenpotArchiveGenerator(
            PenpotOptions.ofShapes(200_000).official(false).shapesPerPage(10_000))
        .write(archive());

    assertEquals(200_000, measured("archive, 200,000 shapes").number("nodes"));
  }

  /// With sizes, angles and places, so that shapes have to know what is around them.
  @Tag("long")
  @Test
  void twoHundredThousandShapesThatMove() throws Exception {
    new PenpotArchiveGenerator(
            PenpotOptions.ofShapes(200_000).official(false).geometry(true).shapesPerPage(10_000))
        .write(archive());

    assertEquals(200_000, measured("archive, 200,000 shapes that move").number("nodes"));
  }
}

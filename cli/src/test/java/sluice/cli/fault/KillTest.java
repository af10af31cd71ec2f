package sluice.cli.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sluice.testkit.fault.AllowedStates;
import sluice.testkit.fault.ChildCommand;
import sluice.testkit.fault.KillMoment;
import sluice.testkit.fault.KillMoment.Undisturbed;

/// The program killed as `kill -9` does it, at moments from its start to its end.
///
/// `-Dfault.seed=N` begins with another seed. Messages name the seed of a kill; since times differ
/// from machine to machine, several tries may be needed to hit the same moment.
final class KillTest {
  private static final long FIRST_SEED = Long.getLong("fault.seed", 0);
  private static final int NODES = 1_000;

  /// For each case in the short form: one while it writes, one when all is written, one at the
  /// names.
  private static final int SHORT_KILLS = 4;

  /// For each case in the long form.
  private static final int LONG_KILLS = Integer.getInteger("fault.kills", 20);

  @TempDir private Path root;

  @ParameterizedTest
  @EnumSource(names = {"FIGMA_IN_PLACE_WITH_CHANGES", "PENPOT_OVER_OLD_WITH_CHANGES"})
  void killed_losesNothing(FaultCase kind) throws Exception {
    // The first seed of four is anywhere, which is mostly the start of the JVM.
    kill(kind, 1, SHORT_KILLS - 1);
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource
  void killedAgainAndAgain_losesNothing(FaultCase kind) throws Exception {
    kill(kind, 0, LONG_KILLS);
  }

  private void kill(FaultCase kind, long from, int kills) throws Exception {
    FaultFiles files = new FaultFiles(root, NODES);
    FaultCase.Prepared prepared = kind.prepare(files);
    Map<String, Integer> hits = new TreeMap<>();
    boolean leavesSomething = false;

    for (long seed = FIRST_SEED + from; seed < FIRST_SEED + from + kills; seed++) {
      prepared.states().restore();
      Undisturbed run = watched(prepared, seed);
      KillMoment moment = KillMoment.of(seed, run);
      Process process = prepared.command().start();
      process.getOutputStream().close();
      moment.await(process, files.work, run);
      process.destroyForcibly();
      int exitCode = process.waitFor();

      String what = "%s, -Dfault.seed=%d: killed at %s".formatted(kind, seed, moment);
      String state = prepared.states().match(what);
      boolean wasKilled = exitCode == 128 + 9;
      assertTrue(wasKilled || FaultCase.AFTER.equals(state), what + ": " + exitCode);
      leavesSomething |= !AllowedStates.leftovers(files.work, false).isEmpty();
      hits.merge(state + (wasKilled ? "" : ", had ended"), 1, Integer::sum);
    }

    System.out.printf("%s: %d kills: %s%n", kind, kills, hits);
    assertTrue(leavesSomething, kind + ": no kill left anything to clear up");
    theNextRun_clearsUp(kind, files, prepared);
  }

  /// Half of the kills that wait for a name wait for that of the first product.
  private static Undisturbed watched(FaultCase.Prepared prepared, long seed) {
    Undisturbed run = prepared.run();
    return seed % 8 == 3
        ? new Undisturbed(run.millis(), prepared.firstNamed(), run.sizeBytes())
        : run;
  }

  private static void theNextRun_clearsUp(
      FaultCase kind, FaultFiles files, FaultCase.Prepared prepared) throws Exception {
    prepared.states().restore();
    ChildCommand.End end = prepared.command().run();

    assertTrue(FaultFiles.DONE.contains(end.exitCode()), end.said());
    assertEquals(FaultCase.AFTER, prepared.states().match(kind + ", the next run"));
    assertEquals(List.of(), AllowedStates.leftovers(files.work, false), kind + ": work");
    assertEquals(List.of(), AllowedStates.leftovers(files.temporary, true), kind + ": temporary");
  }
}

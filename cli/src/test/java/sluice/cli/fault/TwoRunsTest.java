package sluice.cli.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.testkit.fault.AllowedStates;
import sluice.testkit.fault.ChildCommand;

/// Two runs at the same time that write to the same place.
final class TwoRunsTest {
  private static final int NODES = 1_000;
  private static final int LONG_PAIRS = 15;
  private static final List<String> THEMES = List.of("mode/Dark", "mode/Light");

  @TempDir private Path root;

  @Test
  void inPlace_oneOfThemIsRefusedOrComesAfterTheOther() throws Exception {
    inPlace(1);
  }

  @Tag("long")
  @Test
  void inPlace_again_andAgain() throws Exception {
    inPlace(LONG_PAIRS);
  }

  @Tag("long")
  @Test
  void theSameOutput_isThatOfOneOfThem() throws Exception {
    FaultFiles files = new FaultFiles(root, NODES);
    Map<String, Path> before = Map.of("document.json", files.figma());
    AllowedStates states = new AllowedStates(files.work);
    List<ChildCommand> commands = commands(files, "-o", "out.json");
    for (int i = 0; i < commands.size(); i++) {
      states.allow(
          "done " + THEMES.get(i), files.undisturbed(commands.get(i), before, "done-" + i).files());
    }

    for (int pair = 0; pair < LONG_PAIRS; pair++) {
      new AllowedStates(files.work).allow("before", before).restore();

      List<ChildCommand.End> ends = atTheSameTime(commands);

      for (ChildCommand.End end : ends) {
        assertTrue(FaultFiles.DONE.contains(end.exitCode()), end.said());
      }
      states.match("pair " + pair);
      nothingIsLeft(files);
    }
  }

  /// Whoever says it is done has its changes in the document, alone or after those of the other.
  private void inPlace(int pairs) throws Exception {
    FaultFiles files = new FaultFiles(root, NODES);
    Map<String, Path> before = Map.of("document.json", files.figma());
    List<ChildCommand> commands = commands(files, "--in-place");
    List<Map<String, Path>> alone = new ArrayList<>();
    for (int i = 0; i < commands.size(); i++) {
      alone.add(files.undisturbed(commands.get(i), before, "alone-" + i).files());
    }
    Map<String, Integer> seen = new TreeMap<>();

    for (int pair = 0; pair < pairs; pair++) {
      new AllowedStates(files.work).allow("before", before).restore();

      List<ChildCommand.End> ends = atTheSameTime(commands);

      AllowedStates states = new AllowedStates(files.work);
      List<Integer> done = new ArrayList<>();
      for (int i = 0; i < ends.size(); i++) {
        ChildCommand.End end = ends.get(i);
        if (FaultFiles.DONE.contains(end.exitCode())) {
          done.add(i);
        } else {
          assertEquals(2, end.exitCode(), end.said());
          assertTrue(end.said().contains("error[input-changed]"), end.said());
        }
      }
      assertFalse(done.isEmpty(), "both were refused");
      if (done.size() == 1) {
        states.allow("the one that is done", alone.get(done.getFirst()));
      } else {
        // The theme that came last wins everywhere, since both write the same properties.
        states.allow("Dark last", alone.get(0)).allow("Light last", alone.get(1));
      }
      seen.merge(done.size() + " done", 1, Integer::sum);
      states.match("pair " + pair + ", done: " + done);
      nothingIsLeft(files);
    }
    System.out.println("two runs in place: " + seen);
  }

  private static List<ChildCommand> commands(FaultFiles files, String... to) {
    List<ChildCommand> commands = new ArrayList<>();
    for (int i = 0; i < THEMES.size(); i++) {
      List<String> args =
          new ArrayList<>(
              List.of(
                  "apply",
                  "document.json",
                  "--tokens",
                  files.kept("tokens.json").toString(),
                  "--theme",
                  THEMES.get(i)));
      args.addAll(List.of(to));
      commands.add(
          files
              .command(args.toArray(String[]::new))
              .withTalk(files.temporary.resolveSibling("talk-" + i)));
    }
    return commands;
  }

  private static List<ChildCommand.End> atTheSameTime(List<ChildCommand> commands)
      throws IOException, InterruptedException {
    long started = System.nanoTime();
    List<Process> processes = new ArrayList<>();
    for (ChildCommand command : commands) {
      processes.add(command.start());
    }
    List<ChildCommand.End> ends = new ArrayList<>();
    for (int i = 0; i < processes.size(); i++) {
      ends.add(commands.get(i).end(processes.get(i), started));
    }
    return ends;
  }

  private static void nothingIsLeft(FaultFiles files) throws IOException {
    assertEquals(List.of(), AllowedStates.leftovers(files.work, false));
    assertEquals(List.of(), AllowedStates.leftovers(files.temporary, true));
  }
}

package sluice.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;

final class RunSummaryTest {
  private final ByteArrayOutputStream talk = new ByteArrayOutputStream();
  private final RunSummary summary =
      new RunSummary(
          new Console(
              InputStream.nullInputStream(),
              OutputStream.nullOutputStream(),
              new PrintStream(talk, true, StandardCharsets.UTF_8),
              false,
              80,
              "sluice"));

  @Test
  void errorsComeFirst_andOnlyTheFirstFewAreShown() {
    ProblemTally problems = new ProblemTally();
    for (int i = 0; i < 1_204; i++) {
      problems.add(Problem.of(ProblemCode.QUIRK, "odd " + i));
      problems.add(Problem.of(ProblemCode.PLUGIN_DATA_MALFORMED, "bad " + i));
    }

    summary.showProblems(problems, RunSummary.EXAMPLES_SHOWN_MAX);

    assertEquals(
        """
        error[plugin-data-malformed]: bad 0
        error[plugin-data-malformed]: bad 1
        error[plugin-data-malformed]: bad 2
          … and 1,201 more plugin-data-malformed
        info[quirk]: odd 0
          … and 1,203 more quirk
        """,
        talk.toString(StandardCharsets.UTF_8));
  }

  @Test
  void controlCharactersInAProblem_areNotSent() {
    ProblemTally problems = new ProblemTally();
    problems.add(Problem.of(ProblemCode.QUIRK, "a\u001b[2Jb"));

    summary.showProblems(problems, RunSummary.EXAMPLES_SHOWN_MAX);

    assertEquals("info[quirk]: a\uFFFD[2Jb\n", talk.toString(StandardCharsets.UTF_8));
  }

  @Test
  void manyNames_areCutShort() {
    assertEquals("a, b", RunSummary.names(List.of("a", "b")));
    assertEquals(
        "a, b, c, d, e, f and 2 more",
        RunSummary.names(List.of("a", "b", "c", "d", "e", "f", "g", "h")));
  }
}

package sluice.remap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// Expressions are the user's, names are the document's: no name keeps a run busy.
@Timeout(10)
final class RegexBoundTest {
  private static NameMap map(String from, String to) {
    return NameMap.ofPatterns(List.of(new NameMap.Mapping(from, to)));
  }

  private static Problem refused(NameMap map, String name) {
    return assertThrows(SluiceException.class, () -> map.newName(name)).problem();
  }

  @Test
  void nameThatIsTriedInEveryWay_isGivenUp() {
    Problem problem = refused(map("(.*)-(.*)-(.*)-(.*)px", "$1"), "-".repeat(1_000));

    assertEquals(ProblemCode.LIMIT_EXCEEDED, problem.code());
    assertTrue(problem.render().contains("(.*)-(.*)-(.*)-(.*)px=$1 on \"---"), problem.render());
  }

  @Test
  void nameThatIsMatchedByRecursion_isGivenUp() {
    Problem problem = refused(map("(a|b)*c", "x"), "ab".repeat(200_000));

    assertEquals(ProblemCode.LIMIT_EXCEEDED, problem.code());
    assertTrue(problem.render().length() < 500, problem.render());
  }

  @Test
  void longNames_areRenamedByOrdinaryExpressions() {
    String name = "a.".repeat(5_000) + "old.b";

    assertEquals(name.replace("old", "new"), map("(.*)\\.old\\.(\\w+)", "$1.new.$2").newName(name));
  }

  @Test
  void namedGroups_areTakenOver() {
    assertEquals("b.a", map("(?<x>\\w)\\.(?<y>\\w)", "${y}.${x}").newName("a.b"));
  }
}

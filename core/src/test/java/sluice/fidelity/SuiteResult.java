package sluice.fidelity;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import sluice.testkit.vector.VectorSuite;

/// What came of the facts of one suite.
final class SuiteResult {
  private final VectorSuite suite;
  private final int facts;
  private final Map<Difference, Set<String>> differing = new EnumMap<>(Difference.class);
  private final Set<String> differingFacts = new TreeSet<>();
  private int held;

  /// @param facts how many there are
  SuiteResult(VectorSuite suite, int facts) {
    this.suite = suite;
    this.facts = facts;
  }

  /// Counts a fact that holds.
  ///
  /// @param differences without which it would not; none when the result is equal
  void add(String fact, Set<Difference> differences) {
    held++;
    for (Difference difference : differences) {
      differing.computeIfAbsent(difference, _ -> new TreeSet<>()).add(fact);
      differingFacts.add(fact);
    }
  }

  /// The suite.
  VectorSuite suite() {
    return suite;
  }

  /// How many facts it has.
  int facts() {
    return facts;
  }

  /// How many hold with an equal result.
  int equal() {
    return held - differingFacts.size();
  }

  /// How many hold with a deliberate difference.
  int differ() {
    return differingFacts.size();
  }

  /// How many do not hold.
  int failed() {
    return facts - held;
  }

  /// The ids of facts that differ.
  Map<Difference, Set<String>> differing() {
    return differing;
  }
}

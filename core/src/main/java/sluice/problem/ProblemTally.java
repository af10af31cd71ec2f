package sluice.problem;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Counts problems by kind and keeps the first few of each, so a million bad nodes cost no more
/// memory than ten. Not safe for use by several threads at once: each chunk fills its own, and
/// tallies are merged in document order.
public final class ProblemTally {
  /// How many problems of one kind are kept in full unless told otherwise.
  public static final int EXAMPLES_MAX = 5;

  private final int examplesMax;
  private final Map<ProblemCode, Long> counts = new EnumMap<>(ProblemCode.class);
  private final Map<ProblemCode, List<Problem>> examples = new EnumMap<>(ProblemCode.class);

  /// A tally that keeps [#EXAMPLES_MAX] problems of each kind.
  public ProblemTally() {
    this(EXAMPLES_MAX);
  }

  /// A tally that keeps that many problems of each kind.
  public ProblemTally(int examplesMax) {
    this.examplesMax = examplesMax;
  }

  /// Counts a problem, and keeps it while there is room.
  public void add(Problem problem) {
    add(problem.code(), () -> problem);
  }

  /// Counts a problem and asks for its text only while there is room to keep it.
  public void add(ProblemCode code, Supplier<Problem> text) {
    counts.merge(code, 1L, Long::sum);
    List<Problem> kept = examples.computeIfAbsent(code, _ -> new ArrayList<>());
    if (kept.size() < examplesMax) {
      kept.add(text.get());
    }
  }

  /// Adds another tally that comes after this one in document order.
  public void addAll(ProblemTally later) {
    later.counts.forEach((code, count) -> counts.merge(code, count, Long::sum));
    later.examples.forEach((code, more) -> {
      List<Problem> kept = examples.computeIfAbsent(code, _ -> new ArrayList<>());
      for (Problem problem : more) {
        if (kept.size() < examplesMax) {
          kept.add(problem);
        }
      }
    });
  }

  /// Forgets everything, so that the tally can be used for the next chunk.
  public void clear() {
    counts.clear();
    examples.clear();
  }

  /// How many of each kind were counted, kinds in declaration order.
  public Map<ProblemCode, Long> counts() {
    return new EnumMap<>(counts);
  }

  /// How many problems of a severity were counted.
  public long count(Severity severity) {
    long sum = 0;
    for (Map.Entry<ProblemCode, Long> entry : counts.entrySet()) {
      if (entry.getKey().severity() == severity) {
        sum += entry.getValue();
      }
    }
    return sum;
  }

  /// The problems kept in full, kinds in declaration order, each kind in document order.
  public List<Problem> examples() {
    return examples.values().stream().flatMap(List::stream).toList();
  }

  /// Whether nothing was counted.
  public boolean isEmpty() {
    return counts.isEmpty();
  }
}

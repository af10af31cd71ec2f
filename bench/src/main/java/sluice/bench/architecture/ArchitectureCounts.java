package sluice.bench.architecture;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a run of an architecture counted; travels as one line of text from the child process.
///
/// @param nodes all nodes
/// @param nodesWithTokens those that carry tokens
/// @param nodesChanged those that changed
/// @param changes changed properties
/// @param workedOut lists of tokens whose meaning was worked out rather than remembered
/// @param lookups tokens looked up for that, 0 where it is not counted
public record ArchitectureCounts(
    long nodes,
    long nodesWithTokens,
    long nodesChanged,
    long changes,
    long workedOut,
    long lookups) {
  private static final Pattern LINE =
      Pattern.compile("counts (\\d+) (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");

  /// The line.
  public String line() {
    return "counts %d %d %d %d %d %d"
        .formatted(nodes, nodesWithTokens, nodesChanged, changes, workedOut, lookups);
  }

  /// The counts in what a child wrote; empty when there are none.
  public static Optional<ArchitectureCounts> find(String output) {
    Matcher line = LINE.matcher(output);
    return line.find()
        ? Optional.of(
            new ArchitectureCounts(
                number(line, 1),
                number(line, 2),
                number(line, 3),
                number(line, 4),
                number(line, 5),
                number(line, 6)))
        : Optional.empty();
  }

  private static long number(Matcher line, int group) {
    return Long.parseLong(line.group(group));
  }
}

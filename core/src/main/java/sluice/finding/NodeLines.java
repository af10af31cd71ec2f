package sluice.finding;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a run writes about nodes, one or more lines of JSON for each.
///
/// @param kind what the lines say
/// @param nearest the tokens that values without one are compared with, by the file of an archive,
///   empty for a document that has no files; null when such values are not asked for
public record NodeLines(Kind kind, @Nullable Function<String, NearestTokens> nearest) {
  /// The change set, and nothing else.
  public static final NodeLines CHANGES = new NodeLines(Kind.CHANGES, null);

  /// What lines say.
  public enum Kind {
    /// What changes on a node.
    CHANGES,
    /// What is wrong with a node, one line for each finding.
    FINDINGS,
    /// Which tokens a node carries.
    USAGE
  }

  /// Whether what changes on a node is told.
  public boolean tellsChanges() {
    return kind != Kind.USAGE;
  }
}

package sluice.format.figma.live;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.problem.Problem;

/// What tokens do to one node.
///
/// @param end how the node ends
/// @param patch what to write, or null when nothing is
/// @param changes the fields written, in the order they are
/// @param problems what to tell, each with the node as its place
public record LiveDecision(
    End end, @Nullable LivePatch patch, List<FieldChange> changes, List<Problem> problems) {
  public LiveDecision {
    changes = List.copyOf(changes);
    problems = List.copyOf(problems);
  }

  /// How a node ends (decision record 0010).
  public enum End {
    /// Something is written.
    CHANGED,
    /// Everything already is as the tokens say.
    UNCHANGED,
    /// Nothing could be applied, and the problems say why; or its type takes no tokens.
    SKIPPED,
    /// Its own data can't be read.
    FAILED
  }
}

package sluice.server.run;

import org.jspecify.annotations.Nullable;
import sluice.server.frame.FrameText;

/// What people are shown of a run.
///
/// @param of the run it takes back, or null
/// @param counts as JSON object
/// @param problems as JSON array
/// @param failure why the server could not go on, or null
public record RunSummary(
    String id,
    String kind,
    @Nullable String of,
    String state,
    String file,
    String started,
    boolean dry,
    String counts,
    String problems,
    @Nullable String failure) {

  /// As a JSON object.
  ///
  /// @param whole whether with problems
  public String json(boolean whole) {
    FrameText out = FrameText.object("id", id).with("kind", kind).with("state", state);
    out.with("file", file).with("started", started).with("dry", dry).withJson("counts", counts);
    if (of != null) {
      out.with("of", of);
    }
    if (whole) {
      out.withJson("problems", problems);
    }
    return failure == null ? out.text() : out.with("failure", failure).text();
  }
}

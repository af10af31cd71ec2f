package sluice.server.run;

import java.util.List;
import sluice.json.JsonTree;
import sluice.json.JsonValue;
import sluice.server.frame.Frame;
import sluice.server.frame.FrameException;
import sluice.server.frame.FrameText;

/// The line of the journal for one patch.
final class PatchLine {
  private PatchLine() {}

  /// @param nodes the chunk of nodes it was made of
  /// @param inverse operations that take it back, as a JSON array
  static String of(Patch patch, long nodes, String inverse) {
    FrameText line = FrameText.line("patch").with("p", patch.number()).with("n", nodes);
    String text = line.withJson("inverse", inverse).text();
    return text.substring(0, text.length() - 1) + "," + patch.body() + "}";
  }

  /// The body of the patch in a line.
  static String body(Frame line) throws FrameException {
    return body(line.items("ops"), line.items("fonts"));
  }

  /// The body of a patch with operations.
  static String body(List<JsonValue> ops, List<JsonValue> fonts) {
    return "\"ops\":"
        + JsonTree.write(new JsonValue.Arr(ops))
        + ",\"fonts\":"
        + JsonTree.write(new JsonValue.Arr(fonts));
  }
}

package sluice.format.penpot;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import sluice.discover.CombinationTable;
import sluice.format.penpot.shape.AppliedValues;
import sluice.format.penpot.shape.Shape;
import sluice.json.JsonTree;
import sluice.json.JsonValue;
import sluice.problem.Problem;

/// The tokens of one file and what combinations of them come to. Safe for use by several threads.
final class FileWork {
  private final FileTokens tokens;
  private final CombinationTable<ShapePlan> plans;
  private final Map<String, Problem> dangling = new ConcurrentHashMap<>();

  FileWork(FileTokens tokens, int combinationsMax) {
    this.tokens = tokens;
    this.plans = new CombinationTable<>(combinationsMax);
  }

  /// What to tell about a token that a shape takes and that has no value.
  Problem dangling(String name) {
    Problem problem = dangling.get(name);
    if (problem == null) {
      problem = Dangling.ofShape(name, tokens);
      if (dangling.size() < PenpotLimits.DANGLING_NAMES_MAX) {
        dangling.put(name, problem);
      }
    }
    return problem;
  }

  int combinationCount() {
    return plans.size();
  }

  /// What the tokens applied to a shape come to.
  ///
  /// @param bytes the shape's JSON
  CombinationTable.Found<ShapePlan> plan(Shape shape, byte[] bytes) {
    int[] span = shape.span("appliedTokens");
    return span == null
        ? new CombinationTable.Found<>(ShapePlan.NOTHING, true)
        : plans.get(bytes, span[0], span[1], () -> made(JsonTree.read(bytes, span[0])));
  }

  /// The values of a shape's tokens, worked out on its own.
  AppliedValues values(Shape shape) {
    JsonValue applied = shape.get("appliedTokens");
    return applied == null ? ShapePlan.NOTHING.values() : made(applied).values();
  }

  private ShapePlan made(JsonValue applied) {
    return applied instanceof JsonValue.Obj object
        ? ShapePlan.of(object, tokens)
        : ShapePlan.NOTHING;
  }
}

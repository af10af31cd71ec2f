package sluice.server.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sluice.json.JsonTree;
import sluice.json.JsonValue;
import sluice.problem.Problem;
import sluice.problem.ProblemTally;
import sluice.server.frame.FrameText;

/// Problems of nodes: how many of each kind, and a few of each with their nodes. Not safe for use
/// by several threads at once.
public final class NodeProblems {
  private final Map<String, OfKind> kinds = new LinkedHashMap<>();

  private static final class OfKind {
    long count;
    final List<String> examples = new ArrayList<>();
  }

  /// Counts a problem of a node, and keeps it while there is room.
  void add(String nodeId, String nodeName, Problem problem) {
    FrameText text = FrameText.object("node", nodeId).with("name", nodeName);
    text.with("what", problem.what());
    if (problem.why() != null) {
      text.with("why", problem.why());
    }
    if (problem.help() != null) {
      text.with("help", problem.help());
    }
    add(problem.code().text(), 1, List.of(text.text()));
  }

  /// Counts what the plugin says about a node it could not write as it was told.
  void add(String nodeId, String code, String what) {
    add(code, 1, List.of(FrameText.object("node", nodeId).with("what", what).text()));
  }

  /// Adds what another has.
  void addAll(NodeProblems more) {
    more.kinds.forEach((code, other) -> add(code, other.count, other.examples));
  }

  /// Adds what [#json] wrote.
  void addAll(List<JsonValue> items) {
    for (JsonValue item : items) {
      if (item instanceof JsonValue.Obj kind
          && kind.member("code") instanceof JsonValue.Str(String code)
          && kind.member("count") instanceof JsonValue.Num(double count, String _)
          && kind.member("examples") instanceof JsonValue.Arr(List<JsonValue> examples)) {
        add(code, (long) count, examples.stream().map(JsonTree::write).toList());
      }
    }
  }

  private void add(String code, long count, List<String> examples) {
    OfKind kind = kinds.computeIfAbsent(code, _ -> new OfKind());
    kind.count += count;
    for (String example : examples) {
      if (kind.examples.size() < ProblemTally.EXAMPLES_MAX) {
        kind.examples.add(example);
      }
    }
  }

  void clear() {
    kinds.clear();
  }

  /// As a JSON array of `{code, count, examples}`.
  public String json() {
    StringBuilder out = new StringBuilder("[");
    kinds.forEach((code, kind) -> {
      FrameText one = FrameText.object("code", code).with("count", kind.count);
      one.withJson("examples", "[" + String.join(",", kind.examples) + "]");
      out.append(out.length() > 1 ? "," : "").append(one.text());
    });
    return out.append(']').toString();
  }
}

package sluice.format.figma.property;

import java.util.ArrayList;
import java.util.List;
import sluice.apply.NodeTokens;
import sluice.apply.PropertyKey;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;

/// What applying tokens to a node came to.
final class Recorded implements EditSink {
  final List<Edit> edits = new ArrayList<>();
  final List<PropertyKey> keys = new ArrayList<>();
  final List<Problem> problems = new ArrayList<>();

  static Recorded apply(NodeTokens tokens, FigmaNode.Known node, ApplySettings settings) {
    Recorded recorded = new Recorded();
    plan(tokens, node, settings).apply(node, recorded);
    return recorded;
  }

  static FigmaPlan plan(NodeTokens tokens, FigmaNode.Known node, ApplySettings settings) {
    return FigmaPlan.compile(tokens, node.type(), node.partOfInstance(), settings);
  }

  @Override
  public void edit(Edit edit) {
    edits.add(edit);
  }

  @Override
  public void problem(PropertyKey key, Problem problem) {
    keys.add(key);
    problems.add(problem);
  }

  List<ProblemCode> codes() {
    return problems.stream().map(Problem::code).toList();
  }
}

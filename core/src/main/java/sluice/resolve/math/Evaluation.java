package sluice.resolve.math;

import java.util.List;

/// One run of an expression: its variables, and how much it has cost so far.
final class Evaluation {
  private Scope scope = new Scope();
  private int steps;
  private int depth;

  private Evaluation() {}

  /// What an expression comes to; throws {@link MathFailure}.
  static Value run(Node expression) {
    return new Evaluation().settled(expression);
  }

  /// What one part comes to, statements worked out.
  Value settled(Node node) {
    return settled(value(node));
  }

  /// A value, statements worked out.
  Value settled(Value unsettled) {
    Value value = unsettled;
    while (value instanceof Value.Later(Node.Sequence statements)) {
      descend();
      value = statements.last(this);
      depth--;
    }
    return value;
  }

  /// What one part comes to; {@link Value.Later} when it is statements.
  Value value(Node node) {
    descend();
    Value value = node.evaluate(this);
    depth--;
    return value;
  }

  /// What a function comes to for some arguments.
  Value apply(Value.Callable function, List<Value> arguments) {
    descend();
    Value value = function.call(arguments, this);
    depth--;
    return value;
  }

  Scope scope() {
    return scope;
  }

  /// Calls a function the expression has defined: it sees the variables of the place that defined
  /// it, as they are now.
  Value call(Value.Defined function, List<Value> arguments) {
    spend(function.scope().size() + arguments.size());
    Scope caller = scope;
    scope = function.scope().copy();
    for (int i = 0; i < function.parameters().size(); i++) {
      scope.set(function.parameters().get(i), Functions.argument(arguments, i));
    }
    Value value = settled(function.body());
    scope = caller;
    return value;
  }

  private void descend() {
    spend(1);
    if (++depth > MathLimits.DEPTH_MAX) {
      throw MathFailure.undefined("the expression is too deep to work out");
    }
  }

  private void spend(int cost) {
    steps += cost;
    if (steps > MathLimits.STEPS_MAX) {
      throw MathFailure.undefined(
          "the expression takes more than " + MathLimits.STEPS_MAX + " steps");
    }
  }
}

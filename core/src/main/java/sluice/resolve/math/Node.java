package sluice.resolve.math;

import java.util.ArrayList;
import java.util.List;

/// Part of an expression's tree. Sums and products of any length are one flat node, so depth comes
/// from nesting only. (Why methods and no `switch`: see {@link Value}.)
sealed interface Node {

  /// What this comes to; only {@link Evaluation} calls it, which counts the cost.
  Value evaluate(Evaluation run);

  /// A value as written.
  record Literal(Value value) implements Node {
    @Override
    public Value evaluate(Evaluation run) {
      return value;
    }
  }

  /// A variable or a function; functions of the language win.
  record Name(String name) implements Node {
    @Override
    public Value evaluate(Evaluation run) {
      if (Functions.isFunction(name) || Functions.isPrefix(name)) {
        return new Value.Builtin(name);
      }
      Value value = run.scope().get(name);
      if (value == null || value instanceof Value.Missing) {
        throw MathFailure.notMath();
      }
      return value;
    }
  }

  /// A prefix operator, or `!` behind its operand.
  record Prefix(String operator, Node operand) implements Node {
    @Override
    public Value evaluate(Evaluation run) {
      return Functions.prefix(operator, run.value(operand));
    }
  }

  /// An operator and its right side.
  record Link(String operator, Node right) {}

  /// Operators of one precedence, worked out from the left.
  record Chain(Node first, List<Link> links) implements Node {
    @Override
    public Value evaluate(Evaluation run) {
      Value value = run.value(first);
      for (Link link : links) {
        value = Operators.apply(link.operator, value, run.value(link.right));
      }
      return value;
    }
  }

  /// `and`s or `or`s, worked out only as far as needed.
  record Logic(Node first, List<Link> links) implements Node {
    @Override
    public Value evaluate(Evaluation run) {
      boolean truth = run.value(first).isTrue();
      for (Link link : links) {
        boolean decided = truth == link.operator.equals("or");
        truth = decided ? truth : run.value(link.right).isTrue();
      }
      return new Value.Truth(truth);
    }
  }

  /// `condition ? yes : no`.
  record Conditional(Node condition, Node yes, Node no) implements Node {
    @Override
    public Value evaluate(Evaluation run) {
      return run.value(run.value(condition).isTrue() ? yes : no);
    }
  }

  /// A call of a function.
  record Call(Node function, List<Node> arguments) implements Node {
    @Override
    public Value evaluate(Evaluation run) {
      Value callee = run.value(function);
      List<Value> values = values(arguments, run);
      if (!(callee instanceof Value.Callable callable)) {
        throw MathFailure.notMath();
      }
      return run.apply(callable, values);
    }
  }

  /// One item of a list, or one character of a text; the index is cut to a whole number.
  record Item(Node target, Node index) implements Node {
    @Override
    public Value evaluate(Evaluation run) {
      Value all = run.value(target);
      long at = (long) run.value(index).number();
      if (all instanceof Value.Many(List<Value> items) && at >= 0 && at < items.size()) {
        return items.get((int) at);
      }
      if (all instanceof Value.Text(String text) && at >= 0 && at < text.length()) {
        return new Value.Text(text.substring((int) at, (int) at + 1));
      }
      return new Value.Missing();
    }
  }

  /// A list.
  record Items(List<Node> items) implements Node {
    @Override
    public Value evaluate(Evaluation run) {
      return new Value.Many(values(items, run));
    }
  }

  /// Sets a variable and comes to its value.
  record Assignment(String name, Node value) implements Node {
    @Override
    public Value evaluate(Evaluation run) {
      Value result = run.value(value);
      run.scope().set(name, result);
      return result;
    }
  }

  /// Defines a function and comes to it.
  record Definition(String name, List<String> parameters, Node body) implements Node {
    @Override
    public Value evaluate(Evaluation run) {
      Value function = new Value.Defined(parameters, body, run.scope());
      run.scope().set(name, function);
      return function;
    }
  }

  /// Statements; comes to the last one.
  record Sequence(List<Node> statements) implements Node {
    @Override
    public Value evaluate(Evaluation run) {
      Value last = new Value.Missing();
      for (Node statement : statements) {
        last = run.value(statement);
      }
      return last;
    }
  }

  private static List<Value> values(List<Node> nodes, Evaluation run) {
    List<Value> values = new ArrayList<>(nodes.size());
    for (Node node : nodes) {
      values.add(run.value(node));
    }
    return values;
  }
}

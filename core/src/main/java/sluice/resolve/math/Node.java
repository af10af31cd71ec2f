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
      return Functions.prefix(operator, run.settled(operand));
    }
  }

  /// An operator and its right side.
  record Link(String operator, Node right) {}

  /// Operators of one precedence, worked out from the left.
  record Chain(Node first, List<Link> links) implements Node {
    @Override
    public Value evaluate(Evaluation run) {
      Value value = run.settled(first);
      for (Link link : links) {
        value = Operators.apply(link.operator, value, run.settled(link.right));
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
        truth = decided ? truth : run.settled(link.right).isTrue();
      }
      return new Value.Truth(truth);
    }
  }

  /// `condition ? yes : no`.
  record Conditional(Node condition, Node yes, Node no) implements Node {
    @Override
    public Value evaluate(Evaluation run) {
      return run.settled(run.value(condition).isTrue() ? yes : no);
    }
  }

  /// A call of a function.
  record Call(Node function, List<Node> arguments) implements Node {
    @Override
    public Value evaluate(Evaluation run) {
      Value callee = run.value(function);
      List<Value> values = new ArrayList<>(arguments.size());
      for (Node argument : arguments) {
        values.add(run.value(argument));
      }
      // Statements among the arguments are worked out from the last to the first.
      for (int i = values.size() - 1; i >= 0; i--) {
        values.set(i, run.settled(values.get(i)));
      }
      if (!(callee instanceof Value.Callable callable)) {
        throw MathFailure.notMath();
      }
      return run.apply(callable, values);
    }
  }

  /// One item of a list, or one character of a text; the index is cut to a whole number of 32 bits.
  /// Everything else has no items, and no value not even that.
  record Item(Node target, Node index) implements Node {
    private static final double INDEXES = 0x1p32;

    @Override
    public Value evaluate(Evaluation run) {
      Value all = run.settled(target);
      int at = (int) (long) (run.settled(index).number() % INDEXES);
      if (all instanceof Value.Missing) {
        throw MathFailure.notMath();
      }
      if (all instanceof Value.Many(List<Value> items) && at >= 0 && at < items.size()) {
        return items.get(at);
      }
      if (all instanceof Value.Text(String text) && at >= 0 && at < text.length()) {
        return new Value.Text(text.substring(at, at + 1));
      }
      return new Value.Missing();
    }
  }

  /// `a.b`. No value of the language has a member that is a number: a length is asked for with
  /// `length`, and the language takes that word for an operator here too.
  record Member(Node owner) implements Node {
    @Override
    public Value evaluate(Evaluation run) {
      if (run.value(owner) instanceof Value.Missing) {
        throw MathFailure.notMath();
      }
      return new Value.Missing();
    }
  }

  /// A list.
  record Items(List<Node> items) implements Node {
    @Override
    public Value evaluate(Evaluation run) {
      List<Value> values = new ArrayList<>(items.size());
      for (Node item : items) {
        values.add(run.value(item));
      }
      return new Value.Many(values);
    }
  }

  /// Sets a variable and comes to its value.
  record Assignment(String name, Node value) implements Node {
    @Override
    public Value evaluate(Evaluation run) {
      Value result = run.settled(value);
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

  /// Statements. They are worked out only where their value is needed: by an operator, a function,
  /// a branch, an assignment, or as the result.
  record Sequence(List<Node> statements) implements Node {
    @Override
    public Value evaluate(Evaluation run) {
      return new Value.Later(this);
    }

    /// What the last statement comes to.
    Value last(Evaluation run) {
      Value last = new Value.Missing();
      for (Node statement : statements) {
        last = run.value(statement);
      }
      return last;
    }
  }
}

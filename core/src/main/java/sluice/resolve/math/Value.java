package sluice.resolve.math;

import java.util.ArrayList;
import java.util.List;
import sluice.token.NumberPower;
import sluice.token.NumberText;

/// What part of an expression comes to, with JavaScript's conversions.
///
/// These are methods rather than a `switch` because every token of a library is evaluated in a
/// fresh JVM, where the first pattern switch costs more than all the arithmetic.
sealed interface Value {

  /// This as a number; NaN when it isn't one.
  double number();

  /// Whether a condition takes it for true.
  boolean isTrue();

  /// This as text.
  String text();

  /// Whether it is the same value of the same kind.
  default boolean isSame(Value other) {
    return equals(other);
  }

  /// A number.
  record Num(double number) implements Value {
    @Override
    public boolean isTrue() {
      return number != 0 && !Double.isNaN(number);
    }

    @Override
    public String text() {
      return NumberText.of(number);
    }

    @Override
    public boolean isSame(Value other) {
      return other instanceof Num(double theirs) && number == theirs;
    }
  }

  /// True or false.
  record Truth(boolean isTrue) implements Value {
    @Override
    public double number() {
      return isTrue ? 1 : 0;
    }

    @Override
    public String text() {
      return isTrue ? "true" : "false";
    }
  }

  /// A text.
  record Text(String text) implements Value {
    public Text {
      limit(text.length());
    }

    @Override
    public double number() {
      return NumberText.toNumber(text);
    }

    @Override
    public boolean isTrue() {
      return !text.isEmpty();
    }
  }

  /// A list; the same only as itself.
  record Many(List<Value> items) implements Value {
    public Many {
      limit(items.size());
      items = List.copyOf(items);
    }

    @Override
    public double number() {
      return NumberText.toNumber(text());
    }

    @Override
    public boolean isTrue() {
      return true;
    }

    @Override
    public String text() {
      return joined(",");
    }

    @Override
    public boolean isSame(Value other) {
      return this == other;
    }

    /// The texts of all items with a separator between them.
    String joined(String separator) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < items.size(); i++) {
        if (i > 0) {
          text.append(separator);
        }
        Value item = items.get(i);
        if (!(item instanceof Missing)) {
          text.append(item.text());
        }
        limit(text.length());
      }
      return text.toString();
    }

    /// This list with the items of another behind it.
    Many followedBy(Many other) {
      limit(items.size() + other.items.size());
      List<Value> all = new ArrayList<>(items);
      all.addAll(other.items);
      return new Many(all);
    }
  }

  /// No value: an argument that wasn't given, an item that isn't there.
  record Missing() implements Value {
    @Override
    public double number() {
      return Double.NaN;
    }

    @Override
    public boolean isTrue() {
      return false;
    }

    @Override
    public String text() {
      return "undefined";
    }
  }

  /// Statements that are not worked out yet.
  record Later(Node.Sequence statements) implements Value {
    @Override
    public double number() {
      return Double.NaN;
    }

    @Override
    public boolean isTrue() {
      return true;
    }

    @Override
    public String text() {
      return "[object Object]";
    }

    @Override
    public boolean isSame(Value other) {
      return this == other;
    }
  }

  /// A function; the same only as itself.
  sealed interface Callable extends Value permits Builtin, Defined, Bezier {
    /// Its value for some arguments; missing ones are {@link Missing}.
    Value call(List<Value> arguments, Evaluation run);

    @Override
    default double number() {
      return Double.NaN;
    }

    @Override
    default boolean isTrue() {
      return true;
    }

    @Override
    default String text() {
      throw MathFailure.notMath();
    }

    @Override
    default boolean isSame(Value other) {
      return this == other;
    }
  }

  /// A function of the language.
  record Builtin(String name) implements Callable {
    @Override
    public Value call(List<Value> arguments, Evaluation run) {
      return Functions.call(name, arguments, run);
    }
  }

  /// A function the expression defines.
  record Defined(List<String> parameters, Node body, Scope scope) implements Callable {
    @Override
    public Value call(List<Value> arguments, Evaluation run) {
      return run.call(this, arguments);
    }
  }

  /// A one-dimensional Bézier curve from 0 to 1.
  ///
  /// @param first height of the first control point
  /// @param second height of the second control point
  record Bezier(double first, double second) implements Callable {
    @Override
    public Value call(List<Value> arguments, Evaluation run) {
      double t = Functions.argument(arguments, 0).number();
      double rest = 1 - t;
      return new Num(
          3 * (rest * rest) * t * first + 3 * rest * (t * t) * second + NumberPower.of(t, 3));
    }
  }

  private static void limit(int size) {
    if (size > MathLimits.SIZE_MAX) {
      throw MathFailure.undefined(
          "the expression builds something larger than " + MathLimits.SIZE_MAX);
    }
  }
}

package sluice.resolve.math;

import java.util.ArrayList;
import java.util.List;
import sluice.resolve.math.Value.Callable;
import sluice.resolve.math.Value.Many;
import sluice.resolve.math.Value.Missing;
import sluice.resolve.math.Value.Num;
import sluice.resolve.math.Value.Text;
import sluice.resolve.math.Value.Truth;
import sluice.token.NumberPower;
import sluice.token.NumberText;

/// The functions of the language, those the plugin adds included. `random` is known but refused.
final class Functions {
  private Functions() {}

  /// Whether a word or sign is a prefix operator (or the postfix `!`).
  static boolean isPrefix(String name) {
    return switch (name) {
      case "+", "-", "!", "not", "length" -> true;
      default -> NumberFunctions.isKnown(name);
    };
  }

  /// Whether a name is a function that is called with parentheses.
  static boolean isFunction(String name) {
    return switch (name) {
      case "random",
          "fac",
          "min",
          "max",
          "hypot",
          "pyt",
          "pow",
          "atan2",
          "if",
          "gamma",
          "roundTo",
          "map",
          "fold",
          "filter",
          "indexOf",
          "join",
          "clamped",
          "lerp",
          "norm",
          "cubicBezier1D",
          "sample" ->
          true;
      default -> false;
    };
  }

  /// Applies a prefix operator.
  static Value prefix(String name, Value operand) {
    return switch (name) {
      case "+" -> new Num(operand.number());
      case "-" -> new Num(-operand.number());
      case "!" -> new Num(gamma(successor(operand)));
      case "not" -> new Truth(!operand.isTrue());
      case "length" ->
          new Num(operand instanceof Many(List<Value> items) ? items.size() : length(operand));
      default -> new Num(NumberFunctions.apply(name, operand.number()));
    };
  }

  private static int length(Value value) {
    return value.text().length();
  }

  /// One more; a `1` behind a text or list, as JavaScript's `+` has it.
  private static Value successor(Value value) {
    return value instanceof Text || value instanceof Many
        ? new Text(value.text().concat("1"))
        : new Num(value.number() + 1);
  }

  /// Only a number that is whole counts as whole: a text of digits takes the approximation.
  private static double gamma(Value value) {
    return value instanceof Num(double number)
        ? NumberFunctions.gamma(number)
        : NumberFunctions.approximateGamma(value.number());
  }

  /// The way added to the start; a text or list makes a text of both.
  private static Value lerp(Value start, double way) {
    return start instanceof Text || start instanceof Many
        ? new Text(start.text().concat(NumberText.of(way)))
        : new Num(start.number() + way);
  }

  /// Calls a function or a prefix operator by name.
  static Value call(String name, List<Value> a, Evaluation run) {
    return switch (name) {
      case "random" -> throw MathFailure.undefined("random() gives another result each time");
      case "fac" -> new Num(gamma(successor(argument(a, 0))));
      case "gamma" -> new Num(gamma(argument(a, 0)));
      case "min" -> new Num(least(numbers(a), 1));
      case "max" -> new Num(-least(numbers(a), -1));
      case "hypot", "pyt" -> new Num(NumberFunctions.hypot(numbersOf(a)));
      case "pow" -> new Num(NumberPower.of(number(a, 0), number(a, 1)));
      case "atan2" -> new Num(StrictMath.atan2(number(a, 0), number(a, 1)));
      case "if" -> argument(a, argument(a, 0).isTrue() ? 1 : 2);
      case "roundTo" -> new Num(roundTo(number(a, 0), argument(a, 1)));
      case "clamped" -> new Num(Math.max(Math.min(number(a, 0), number(a, 2)), number(a, 1)));
      case "lerp" -> lerp(argument(a, 1), (number(a, 2) - number(a, 1)) * number(a, 0));
      case "norm" -> new Num((number(a, 0) - number(a, 1)) / (number(a, 2) - number(a, 1)));
      case "cubicBezier1D" -> new Value.Bezier(number(a, 0), number(a, 1));
      case "sample" -> run.apply(callable(a), List.copyOf(a.subList(1, a.size())));
      case "map", "filter" -> each(name.equals("map"), callable(a), items(a, 1), run);
      case "fold" -> fold(callable(a), argument(a, 1), items(a, 2), run);
      case "indexOf" -> new Num(indexOf(argument(a, 0), argument(a, 1)));
      case "join" -> join(argument(a, 0), argument(a, 1));
      default -> prefix(name, argument(a, 0));
    };
  }

  /// The argument at a 0-based index, or {@link Missing}.
  static Value argument(List<Value> arguments, int index) {
    return index < arguments.size() ? arguments.get(index) : new Missing();
  }

  private static double number(List<Value> arguments, int index) {
    return argument(arguments, index).number();
  }

  private static Callable callable(List<Value> arguments) {
    if (argument(arguments, 0) instanceof Callable callable) {
      return callable;
    }
    throw MathFailure.notMath();
  }

  private static List<Value> items(List<Value> arguments, int index) {
    if (argument(arguments, index) instanceof Many(List<Value> items)) {
      return items;
    }
    throw MathFailure.notMath();
  }

  /// The arguments, or the items of the only one.
  private static double[] numbers(List<Value> arguments) {
    boolean list = arguments.size() == 1 && arguments.getFirst() instanceof Many;
    return numbersOf(list ? items(arguments, 0) : arguments);
  }

  private static double[] numbersOf(List<Value> values) {
    double[] numbers = new double[values.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = values.get(i).number();
    }
    return numbers;
  }

  private static double least(double[] numbers, int sign) {
    double least = Double.POSITIVE_INFINITY;
    for (double number : numbers) {
      least = Math.min(least, sign * number);
    }
    return least;
  }

  private static Value each(boolean map, Callable function, List<Value> items, Evaluation run) {
    List<Value> results = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Value result = run.apply(function, List.of(items.get(i), new Num(i)));
      if (map) {
        results.add(result);
      } else if (result.isTrue()) {
        results.add(items.get(i));
      }
    }
    return new Many(results);
  }

  private static Value fold(Callable function, Value start, List<Value> items, Evaluation run) {
    Value result = start;
    for (int i = 0; i < items.size(); i++) {
      result = run.apply(function, List.of(result, items.get(i), new Num(i)));
    }
    return result;
  }

  private static int indexOf(Value wanted, Value all) {
    if (all instanceof Many(List<Value> items)) {
      for (int i = 0; i < items.size(); i++) {
        if (items.get(i).isSame(wanted)) {
          return i;
        }
      }
      return -1;
    }
    if (all instanceof Text(String text)) {
      return text.indexOf(wanted.text());
    }
    throw MathFailure.notMath();
  }

  private static Value join(Value separator, Value all) {
    if (all instanceof Many many) {
      return new Text(many.joined(separator instanceof Missing ? "," : separator.text()));
    }
    throw MathFailure.notMath();
  }

  /// Rounds at a decimal place by shifting the decimal text, so 2.345 goes up to 2.35.
  private static double roundTo(double value, Value places) {
    if (places instanceof Missing || places.number() == 0) {
      return NumberFunctions.round(value);
    }
    double shift = places.number();
    if (Double.isNaN(value) || shift % 1 != 0) {
      return Double.NaN;
    }
    return shifted(NumberFunctions.round(shifted(value, shift)), -shift);
  }

  private static double shifted(double value, double places) {
    String text = NumberText.of(value);
    int mark = text.indexOf('e');
    String digits = mark < 0 ? text : text.substring(0, mark);
    double exponent = mark < 0 ? 0 : NumberText.parseFloat(text.substring(mark + 1));
    return NumberText.toNumber(digits + "e" + NumberText.of(exponent + places));
  }
}

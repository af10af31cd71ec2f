package sluice.resolve.math;

import java.util.List;
import sluice.resolve.math.Value.Many;
import sluice.resolve.math.Value.Missing;
import sluice.resolve.math.Value.Num;
import sluice.resolve.math.Value.Text;
import sluice.resolve.math.Value.Truth;
import sluice.token.NumberPower;

/// The operators between two values that are both worked out.
final class Operators {
  private Operators() {}

  /// Applies one; the operator is known to be one of these.
  static Value apply(String operator, Value left, Value right) {
    return switch (operator) {
      case "+" -> new Num(left.number() + right.number());
      case "-" -> new Num(left.number() - right.number());
      case "*" -> new Num(left.number() * right.number());
      case "/" -> new Num(left.number() / right.number());
      case "%" -> new Num(left.number() % right.number());
      case "^" -> new Num(NumberPower.of(left.number(), right.number()));
      case "||" -> joined(left, right);
      case "==" -> new Truth(left.isSame(right));
      case "!=" -> new Truth(!left.isSame(right));
      case "in" -> new Truth(contains(right, left));
      default -> new Truth(compares(operator, left, right));
    };
  }

  private static Value joined(Value left, Value right) {
    if (left instanceof Many first && right instanceof Many second) {
      return first.followedBy(second);
    }
    return new Text(left.text().concat(right.text()));
  }

  private static boolean contains(Value all, Value wanted) {
    if (all instanceof Many(List<Value> items)) {
      for (Value item : items) {
        if (item.isSame(wanted)) {
          return true;
        }
      }
      return false;
    }
    if (all instanceof Missing) {
      throw MathFailure.notMath();
    }
    return all instanceof Text(String text)
        && wanted instanceof Text(String part)
        && part.length() == 1
        && text.contains(part);
  }

  /// Two texts compare letter by letter, all else as numbers.
  private static boolean compares(String operator, Value left, Value right) {
    if (isTextual(left) && isTextual(right)) {
      int order = left.text().compareTo(right.text());
      return switch (operator) {
        case "<" -> order < 0;
        case "<=" -> order <= 0;
        case ">" -> order > 0;
        default -> order >= 0;
      };
    }
    double a = left.number();
    double b = right.number();
    return switch (operator) {
      case "<" -> a < b;
      case "<=" -> a <= b;
      case ">" -> a > b;
      default -> a >= b;
    };
  }

  private static boolean isTextual(Value value) {
    return value instanceof Text || value instanceof Many;
  }
}

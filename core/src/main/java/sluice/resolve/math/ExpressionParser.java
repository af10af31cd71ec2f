package sluice.resolve.math;

import java.util.ArrayList;
import java.util.List;
import sluice.resolve.math.ExpressionLexer.Kind;

/// Builds the tree of an expression.
///
/// Falling precedence: postfix `!`; `^`; prefix operators; `* / %`; `+ - ||`; comparisons; `and`;
/// `or`; `? :`; `=`; `;`. Oddities of the language are kept: a comma between arguments may be left
/// out, an operator word before `,`, `;`, `)` or the end is a function value, and a list of
/// statements that ends with an empty one has no value.
final class ExpressionParser {
  private static final int OR = 1;
  private static final int AND = 2;
  private static final int COMPARISON = 3;
  private static final int SUM = 4;
  private static final int PRODUCT = 5;

  private final ExpressionLexer lexer;
  private int nesting;

  private ExpressionParser(ExpressionLexer lexer) {
    this.lexer = lexer;
  }

  /// The tree of a whole text; throws {@link MathFailure} when it is no expression or too big.
  static Node parse(String text) {
    ExpressionLexer lexer = new ExpressionLexer(text);
    lexer.next();
    Node node = new ExpressionParser(lexer).statements();
    if (lexer.kind() != Kind.END) {
      throw MathFailure.notMath();
    }
    return node;
  }

  private Node statements() {
    enter();
    List<Node> all = new ArrayList<>(1);
    boolean several = false;
    boolean empty = isMark(";");
    if (!empty) {
      all.add(assignment());
    }
    while (takeMark(";")) {
      several = true;
      if (lexer.kind() == Kind.END) {
        if (empty) {
          throw MathFailure.notMath();
        }
      } else {
        empty = isMark(";");
        if (!empty) {
          all.add(assignment());
        }
      }
    }
    nesting--;
    return several ? new Node.Sequence(all) : all.getFirst();
  }

  private Node assignment() {
    Node target = conditional();
    while (takeOperator("=")) {
      enter();
      if (target instanceof Node.Name(String name)) {
        target = new Node.Assignment(name, assignment());
      } else if (target instanceof Node.Call(Node.Name(String name), List<Node> parameters)) {
        target = new Node.Definition(name, names(parameters), assignment());
      } else {
        throw MathFailure.notMath();
      }
      nesting--;
    }
    return target;
  }

  private static List<String> names(List<Node> parameters) {
    List<String> names = new ArrayList<>(parameters.size());
    for (Node parameter : parameters) {
      if (!(parameter instanceof Node.Name(String name))) {
        throw MathFailure.notMath();
      }
      names.add(name);
    }
    return names;
  }

  private Node conditional() {
    Node node = binary(OR);
    while (takeOperator("?")) {
      enter();
      Node yes = conditional();
      if (!takeOperator(":")) {
        throw MathFailure.notMath();
      }
      node = new Node.Conditional(node, yes, conditional());
      nesting--;
    }
    return node;
  }

  /// Operators of one precedence, all of which group to the left.
  private Node binary(int precedence) {
    Node first = operand(precedence);
    if (precedence(lexer) != precedence) {
      return first;
    }
    List<Node.Link> links = new ArrayList<>();
    while (precedence(lexer) == precedence) {
      String operator = lexer.text();
      lexer.next();
      links.add(new Node.Link(operator, operand(precedence)));
    }
    return precedence <= AND ? new Node.Logic(first, links) : new Node.Chain(first, links);
  }

  private Node operand(int precedence) {
    return precedence == PRODUCT ? factor() : binary(precedence + 1);
  }

  private static int precedence(ExpressionLexer lexer) {
    if (lexer.kind() != Kind.OPERATOR) {
      return 0;
    }
    return switch (lexer.text()) {
      case "or" -> OR;
      case "and" -> AND;
      case "==", "!=", "<", "<=", ">=", ">", "in" -> COMPARISON;
      case "+", "-", "||" -> SUM;
      case "*", "/", "%" -> PRODUCT;
      default -> 0;
    };
  }

  private Node factor() {
    if (lexer.kind() != Kind.OPERATOR || !Functions.isPrefix(lexer.text())) {
      return power(postfix());
    }
    enter();
    String operator = lexer.text();
    lexer.next();
    boolean sign = operator.equals("-") || operator.equals("+");
    Node node;
    if (!sign && isMark("(")) {
      node = power(factorials(new Node.Prefix(operator, atom())));
    } else if (!sign && (endsExpression() || lexer.kind() == Kind.END)) {
      node = new Node.Name(operator);
    } else {
      node = new Node.Prefix(operator, factor());
    }
    nesting--;
    return node;
  }

  private boolean endsExpression() {
    return isMark(";") || isMark(",") || isMark(")");
  }

  private Node power(Node base) {
    Node node = base;
    while (takeOperator("^")) {
      enter();
      node = new Node.Chain(node, List.of(new Node.Link("^", factor())));
      nesting--;
    }
    return node;
  }

  private Node postfix() {
    Node node = atom();
    while (true) {
      if (takeMark("[")) {
        node = new Node.Item(node, statements());
        if (!takeMark("]")) {
          throw MathFailure.notMath();
        }
      } else if (takeOperator(".")) {
        if (lexer.kind() != Kind.NAME) {
          throw MathFailure.notMath();
        }
        node = new Node.Member(node);
        lexer.next();
      } else {
        break;
      }
    }
    while (takeMark("(")) {
      node = new Node.Call(node, listUntil(")"));
    }
    return factorials(node);
  }

  private Node factorials(Node operand) {
    Node node = operand;
    while (takeOperator("!")) {
      node = new Node.Prefix("!", node);
    }
    return node;
  }

  private List<Node> listUntil(String close) {
    List<Node> items = new ArrayList<>();
    while (!takeMark(close)) {
      items.add(statements());
      while (takeMark(",")) {
        items.add(statements());
      }
    }
    return items;
  }

  private Node atom() {
    Node node =
        switch (lexer.kind()) {
          case NUMBER -> new Node.Literal(new Value.Num(lexer.number()));
          case TRUTH -> new Node.Literal(new Value.Truth(lexer.text().equals("true")));
          case TEXT -> new Node.Literal(new Value.Text(lexer.text()));
          case NAME -> new Node.Name(lexer.text());
          case MARK, OPERATOR, END -> null;
        };
    if (node == null) {
      return bracketed();
    }
    lexer.next();
    return node;
  }

  private Node bracketed() {
    if (takeMark("(")) {
      Node node = statements();
      if (!takeMark(")")) {
        throw MathFailure.notMath();
      }
      return node;
    }
    if (takeMark("[")) {
      return new Node.Items(listUntil("]"));
    }
    throw MathFailure.notMath();
  }

  private void enter() {
    if (++nesting > MathLimits.NESTING_MAX) {
      throw MathFailure.undefined(
          "the expression is nested deeper than " + MathLimits.NESTING_MAX + " levels");
    }
  }

  private boolean isMark(String mark) {
    return lexer.kind() == Kind.MARK && lexer.text().equals(mark);
  }

  private boolean takeMark(String mark) {
    if (!isMark(mark)) {
      return false;
    }
    lexer.next();
    return true;
  }

  private boolean takeOperator(String operator) {
    if (lexer.kind() != Kind.OPERATOR || !lexer.text().equals(operator)) {
      return false;
    }
    lexer.next();
    return true;
  }
}

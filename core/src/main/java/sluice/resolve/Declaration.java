package sluice.resolve;

import java.util.ArrayList;
import java.util.List;
import sluice.token.Token;

/// One token as a set declares it, or as two sets declare a composite together, with what it came
/// to in combinations of themes so far. Two declarations are the same only when they are the same
/// object.
final class Declaration {
  /// Outcomes kept for one declaration; bounds the search for the one that holds.
  static final int OUTCOMES_MAX = 64;

  private final Token token;
  private final int number;
  private final List<KeptOutcome> outcomes = new ArrayList<>(1);

  /// @param number the number of the token's name
  Declaration(Token token, int number) {
    this.token = token;
    this.number = number;
  }

  Token token() {
    return token;
  }

  /// The number of the token's name.
  int number() {
    return number;
  }

  /// What it came to so far, the one that held last at the front.
  List<KeptOutcome> outcomes() {
    return outcomes;
  }

  /// Moves an outcome to the front, where the next search begins.
  void holds(int index) {
    if (index > 0) {
      KeptOutcome front = outcomes.getFirst();
      outcomes.set(0, outcomes.get(index));
      outcomes.set(index, front);
    }
  }
}

package sluice.resolve;

/// Why a value could not be resolved, kept small: the sentence is only made for tokens that are
/// reported.
sealed interface Failure {
  /// There is no token of that name.
  record Missing(String name) implements Failure {}

  /// The token of that name is being resolved already.
  record Cycle(String name) implements Failure {}

  /// A reference inside a name came to something that is no text.
  record NameNotText(String name) implements Failure {}

  /// What came out still holds a reference, which is not followed a second time.
  record LeftOver(String reference) implements Failure {}

  /// A part came to a composite that has the part's own name in it.
  record PartInItself(String part) implements Failure {}

  /// The maths in a text has no definite result.
  record Undefined(String text, String why) implements Failure {}

  /// The value grew beyond a limit.
  record TooLarge(String what, long limit) implements Failure {}

  /// A token that this one refers to failed.
  ///
  /// @param token the token referred to
  /// @param next why that one failed
  /// @param last the last token of the chain, where it breaks
  /// @param end what the whole chain ends in, never another `Through`
  /// @param length how many tokens the chain has from here on
  record Through(String token, Failure next, String last, Failure end, int length)
      implements Failure {}

  /// The failure of a token that refers to one that failed.
  static Failure through(String token, Failure next) {
    return next instanceof Through further
        ? new Through(token, next, further.last(), further.end(), further.length() + 1)
        : new Through(token, next, token, next, 1);
  }
}

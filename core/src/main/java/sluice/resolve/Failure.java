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
  record Through(String token, Failure cause) implements Failure {}
}

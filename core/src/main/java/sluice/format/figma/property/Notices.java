package sluice.format.figma.property;

import sluice.apply.DocumentationText;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.token.TokenValue;

/// What users are told when a token can't do what it was applied for.
final class Notices {
  private static final int SHOWN_LENGTH_MAX = 80;

  private Notices() {}

  /// The token's value is no good for the property; the property keeps what it has.
  ///
  /// @param allowed what would have been good, such as `a number from 0 to 1`
  static Problem invalid(Source source, TokenValue seen, String allowed) {
    return Problem.of(
            ProblemCode.VALUE_INVALID,
            "token \"" + source.token() + "\" has no value for " + source.key().storedName())
        .because("seen \"" + shown(seen) + "\", allowed is " + allowed)
        .advising("the property was left as it is; correct the token's value or its references");
  }

  static Problem notRepresentable(Source source, String why, String help) {
    return Problem.of(
            ProblemCode.NOT_REPRESENTABLE,
            source.key().storedName()
                + " of token \""
                + source.token()
                + "\" can't be written to this file")
        .because(why)
        .advising(help);
  }

  /// The same for a node of an open file.
  static Problem notWritable(Source source, String why, String help) {
    return Problem.of(
            ProblemCode.NOT_REPRESENTABLE,
            source.key().storedName() + " of token \"" + source.token() + "\" can't be written")
        .because(why)
        .advising(help);
  }

  static Problem layoutPending(String what, String why) {
    return Problem.of(ProblemCode.LAYOUT_PENDING, what)
        .because(why)
        .advising("Figma computes it when the change is applied there");
  }

  static Problem quirk(Source source, String what, String why) {
    return Problem.of(
            ProblemCode.QUIRK,
            "token \"" + source.token() + "\" on " + source.key().storedName() + ": " + what)
        .because(why);
  }

  private static String shown(TokenValue value) {
    String text = DocumentationText.of(value).replace('\n', ' ');
    return text.length() <= SHOWN_LENGTH_MAX ? text : text.substring(0, SHOWN_LENGTH_MAX) + "…";
  }
}

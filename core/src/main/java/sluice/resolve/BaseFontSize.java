package sluice.resolve;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.token.NumberText;
import sluice.token.Token;
import sluice.token.TokenValue;

/// How many pixels one `em` or `rem` is (Tokens Studio, numbers and units).
public final class BaseFontSize {
  /// What holds when the setting gives no number, in pixels.
  public static final double DEFAULT_PIXELS = 16;

  private static final String NAME = "base font size";

  private BaseFontSize() {}

  /// The setting in pixels: a number, a text that begins with one (`18px`), or a text with
  /// references and maths in it (`{size.base} * 2`).
  ///
  /// @param setting as written
  /// @param tokens what references in it find
  /// @param sets the sets those tokens come from
  /// @param problems is told when the setting gives no number; the default is used then
  public static double of(
      String setting, ResolvedTokens tokens, List<String> sets, ProblemTally problems) {
    String text = setting;
    Problem problem = null;
    if (References.occurIn(setting)) {
      Token asked =
          new Token(NAME, null, new TokenValue.Text(setting), null, null, "settings", null);
      List<Token> declared = new ArrayList<>(tokens.all().size());
      for (ResolvedToken token : tokens.all()) {
        declared.add(token.token());
      }
      Declarations declarations = Declarations.of(declared);
      Outcome outcome = new Resolution(declarations).resolve(asked);
      text = TextFrame.text(outcome.value());
      if (outcome.failed() && outcome.failure() != null) {
        problem =
            new FailureReport(declarations, sets, new NameSuggestions())
                .of(asked, outcome.failure());
      }
    }
    double pixels = problem == null ? number(text) : Double.NaN;
    if (Double.isFinite(pixels)) {
      return pixels;
    }
    problems.add(
        problem == null
            ? Problem.of(ProblemCode.VALUE_INVALID, "the base font size is no number")
                .because("seen: \"%s\"; %s px is used".formatted(setting, DEFAULT_PIXELS))
            : problem);
    return DEFAULT_PIXELS;
  }

  private static double number(@Nullable String text) {
    return text == null ? Double.NaN : NumberText.parseFloat(text);
  }
}

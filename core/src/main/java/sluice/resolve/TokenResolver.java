package sluice.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import sluice.problem.Problem;
import sluice.token.Token;

/// Merged tokens to their values: references, maths, colours and colour modifiers (Tokens Studio,
/// references).
///
/// Every token comes out, in merge order. One that failed keeps the text it got stuck at and
/// carries the problem; nobody applies it. Long chains, cycles and values that grow without end
/// cost heap within the limits of the run, never the thread's stack.
public final class TokenResolver {
  private TokenResolver() {}

  /// Resolves the tokens of a merged library.
  public static ResolvedTokens resolve(MergedTokens merged) {
    return resolve(merged.tokens(), () -> new FailureReport(merged.tokens(), merged.setOrder()));
  }

  /// Resolves a list of tokens that is merged already; of two with one name references find the
  /// last.
  public static ResolvedTokens resolve(List<Token> merged) {
    return resolve(merged, () -> FailureReport.of(merged));
  }

  private static ResolvedTokens resolve(List<Token> merged, Supplier<FailureReport> newReport) {
    Resolution run = new Resolution(merged);
    FailureReport report = null;
    List<ResolvedToken> resolved = new ArrayList<>(merged.size());
    for (Token token : merged) {
      Outcome outcome = run.resolve(token);
      Problem problem = null;
      if (outcome.failure() != null) {
        report = report == null ? newReport.get() : report;
        problem = problem(report, token, outcome, outcome.failure());
      }
      resolved.add(
          new ResolvedToken(
              token, outcome.value(), outcome.failed(), outcome.withReferences(), problem));
    }
    return new ResolvedTokens(resolved);
  }

  private static Problem problem(
      FailureReport report, Token token, Outcome outcome, Failure failure) {
    return outcome.failed() ? report.of(token, failure) : report.quirk(token, failure);
  }
}

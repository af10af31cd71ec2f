package sluice.resolve;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
    return resolve(merged.tokens(), List.copyOf(merged.statuses().keySet()));
  }

  /// Resolves a list of tokens that is merged already; of two with one name references find the
  /// last.
  public static ResolvedTokens resolve(List<Token> merged) {
    return resolve(merged, setsOf(merged));
  }

  /// The sets that tokens come from, in order of first occurrence.
  static List<String> setsOf(List<Token> tokens) {
    Set<String> sets = new LinkedHashSet<>();
    for (Token token : tokens) {
      sets.add(token.set());
    }
    return List.copyOf(sets);
  }

  private static ResolvedTokens resolve(List<Token> merged, List<String> sets) {
    Declarations declarations = Declarations.of(merged);
    return resolve(declarations, new Resolution(declarations), sets, new NameSuggestions());
  }

  /// Resolves declarations in a run made for them.
  ///
  /// @param sets the sets that were looked in
  /// @param suggestions nearest names found so far, for the same names
  static ResolvedTokens resolve(
      Declarations declarations, Resolution run, List<String> sets, NameSuggestions suggestions) {
    List<Declaration> all = declarations.all();
    List<Outcome> outcomes = new ArrayList<>(all.size());
    FailureReport report = null;
    for (Declaration declaration : all) {
      Outcome outcome = run.resolve(declaration);
      outcomes.add(outcome);
      if (outcome.failure() != null) {
        report = report == null ? new FailureReport(declarations, sets, suggestions) : report;
        report.learn(declaration.token(), outcome.failure());
      }
    }
    List<ResolvedToken> resolved = new ArrayList<>(all.size());
    @Nullable ResolvedToken[] byNumber = new ResolvedToken[declarations.index().size()];
    for (int i = 0; i < outcomes.size(); i++) {
      Declaration declaration = all.get(i);
      KeptOutcome kept = run.kept(declaration);
      ResolvedToken token =
          kept == null ? resolved(declaration.token(), outcomes.get(i), report) : kept.resolved();
      resolved.add(token);
      byNumber[declaration.number()] = token;
    }
    return new ResolvedTokens(resolved, declarations.index(), byNumber);
  }

  private static ResolvedToken resolved(
      Token token, Outcome outcome, @Nullable FailureReport report) {
    Problem problem = report == null ? null : problem(report, token, outcome);
    return new ResolvedToken(
        token, outcome.value(), outcome.failed(), outcome.withReferences(), problem);
  }

  private static @Nullable Problem problem(FailureReport report, Token token, Outcome outcome) {
    Failure failure = outcome.failure();
    if (failure == null) {
      return null;
    }
    return outcome.failed() ? report.of(token, failure) : report.quirk(token, failure);
  }
}

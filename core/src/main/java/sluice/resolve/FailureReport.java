package sluice.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.token.Token;

/// Failures as problems that a person can act on: the chain from the token down to the break, and
/// the nearest name that exists.
final class FailureReport {
  /// How many different missing names are compared with all that exist.
  private static final int SUGGESTIONS_MAX = 100;

  private static final int CHAIN_HEAD = 5;
  private static final int CHAIN_TAIL = 4;
  private static final int SETS_LISTED_MAX = 8;
  private static final int QUOTED_MAX_CHARS = 120;

  private final Map<String, Token> tokens;
  private final List<String> sets;
  private final Map<String, Optional<String>> suggestions = new HashMap<>();

  /// A report on one merged list.
  ///
  /// @param sets the sets that were looked in
  FailureReport(List<Token> merged, List<String> sets) {
    this.tokens = HashMap.newHashMap(merged.size());
    for (Token token : merged) {
      tokens.put(token.name(), token);
    }
    this.sets = sets;
  }

  /// A report on a merged list of which only the tokens are at hand.
  static FailureReport of(List<Token> merged) {
    Set<String> sets = new LinkedHashSet<>();
    for (Token token : merged) {
      sets.add(token.set());
    }
    return new FailureReport(merged, List.copyOf(sets));
  }

  /// The problem of a token that failed.
  Problem of(Token token, Failure failure) {
    List<String> chain = new ArrayList<>();
    chain.add(token.name());
    Failure cause = failure;
    while (cause instanceof Failure.Through(String through, Failure deeper)) {
      chain.add(through);
      cause = deeper;
    }
    Problem problem =
        switch (cause) {
          case Failure.Missing(String name) -> missing(name, chain);
          case Failure.Cycle(String name) -> cycle(name, chain);
          case Failure.NameNotText(String name) ->
              invalid(
                  token,
                  chain,
                  "a reference inside the name " + quoted(name) + " is no text and no number");
          case Failure.LeftOver(String reference) ->
              invalid(
                      token,
                      chain,
                      "a reference is left in what " + quoted(reference) + " stands for")
                  .advising("a part of a composite is taken as written: refer to its token");
          case Failure.PartInItself(String part) ->
              invalid(token, chain, "its part " + quoted(part) + " refers to a whole composite");
          case Failure.Undefined(String text, String why) ->
              invalid(token, chain, quoted(text) + ": " + why);
          case Failure.TooLarge(String what, long limit) ->
              Problem.of(
                      ProblemCode.LIMIT_EXCEEDED,
                      "the value of token " + quoted(token.name()) + " is too large")
                  .because("more than %,d %s%s".formatted(limit, what, through(chain)));
          case Failure.Through _ -> throw new IllegalStateException("the chain has an end");
        };
    return token.location() == null ? problem : problem.at(token.location());
  }

  /// Something a token that did not fail hides: its modifier cannot be resolved, yet gives a
  /// colour.
  Problem quirk(Token token, Failure failure) {
    Problem cause = of(token, failure);
    Problem problem =
        Problem.of(
                ProblemCode.QUIRK,
                "the colour modifier of token " + quoted(token.name()) + " is not resolved")
            .because(cause.what());
    Problem advised = cause.help() == null ? problem : problem.advising(cause.help());
    return token.location() == null ? advised : advised.at(token.location());
  }

  private Problem missing(String name, List<String> chain) {
    chain.add(name);
    Problem problem =
        Problem.of(ProblemCode.TOKEN_MISSING, "no token named " + quoted(name))
            .because(chainText(chain) + "; " + lookedIn());
    String nearest = nearest(name);
    Token token = nearest == null ? null : tokens.get(nearest);
    return token == null
        ? problem
        : problem.advising(quoted(token.name()) + " exists in " + token.set());
  }

  private static Problem cycle(String name, List<String> chain) {
    chain.add(name);
    Set<String> seen = new HashSet<>();
    int end = 0;
    while (end < chain.size() && seen.add(chain.get(end))) {
      end++;
    }
    String first = chain.getFirst();
    String again = chain.get(Math.min(end, chain.size() - 1));
    return Problem.of(
            ProblemCode.TOKEN_CYCLE,
            again.equals(first)
                ? quoted(first) + " refers to itself"
                : quoted(first) + " refers to " + quoted(again) + ", which refers to itself")
        .because(chainText(chain.subList(0, Math.min(end + 1, chain.size()))));
  }

  private static Problem invalid(Token token, List<String> chain, String why) {
    return Problem.of(
            ProblemCode.VALUE_INVALID,
            "the value of token " + quoted(token.name()) + " cannot be resolved")
        .because(why + through(chain));
  }

  private static String through(List<String> chain) {
    return chain.size() == 1 ? "" : " (" + chainText(chain) + ")";
  }

  private static String chainText(List<String> chain) {
    StringBuilder text = new StringBuilder();
    int skipped = chain.size() - CHAIN_HEAD - CHAIN_TAIL;
    for (int i = 0; i < chain.size(); i++) {
      if (skipped > 1 && i == CHAIN_HEAD) {
        text.append(" → … (").append(skipped).append(" more)");
        i += skipped;
      }
      text.append(i == 0 ? "" : " → ").append(chain.get(i));
    }
    return text.toString();
  }

  private String lookedIn() {
    StringBuilder text = new StringBuilder("looked in ");
    text.append(sets.size()).append(sets.size() == 1 ? " token set: " : " token sets: ");
    for (int i = 0; i < sets.size() && i < SETS_LISTED_MAX; i++) {
      text.append(i == 0 ? "" : ", ").append(sets.get(i));
    }
    return text.append(sets.size() > SETS_LISTED_MAX ? ", …" : "").toString();
  }

  private @Nullable String nearest(String name) {
    if (!suggestions.containsKey(name) && suggestions.size() < SUGGESTIONS_MAX) {
      suggestions.put(name, NearestName.find(name, tokens.keySet()));
    }
    return suggestions.getOrDefault(name, Optional.empty()).orElse(null);
  }

  private static String quoted(String text) {
    return text.length() <= QUOTED_MAX_CHARS
        ? "\"" + text + "\""
        : "\"" + text.substring(0, QUOTED_MAX_CHARS) + "…\"";
  }
}

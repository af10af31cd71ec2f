package sluice.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.token.Token;
import sluice.token.TokenValue;

/// Failures as problems that a person can act on: the chain from the token down to the break, and
/// the nearest name that exists. Only the first few missing names get such a suggestion, so that a
/// library full of failures costs no more than its size.
final class FailureReport {
  /// How many different missing names get a suggestion.
  private static final int SUGGESTIONS_MAX = 20;

  /// How many names of a chain are looked at to find where a cycle closes.
  private static final int CYCLE_LOOKED_AT_MAX = 1_000;

  private static final int CHAIN_LISTED_MAX = 8;

  /// A cycle is of use only when it is seen whole.
  private static final int CYCLE_LISTED_MAX = 32;

  private static final int SETS_LISTED_MAX = 8;
  private static final int QUOTED_MAX_CHARS = 120;

  private final List<String> sets;
  private final Declarations declarations;
  private final NameSuggestions suggestions;
  private final Map<String, Failure> failures = new HashMap<>();
  private final Set<String> suggestedFor = new HashSet<>();

  /// A report on one merged list.
  ///
  /// @param sets the sets that were looked in
  /// @param suggestions where nearest names are found, kept between reports on one library
  FailureReport(Declarations declarations, List<String> sets, NameSuggestions suggestions) {
    this.declarations = declarations;
    this.sets = sets;
    this.suggestions = suggestions;
  }

  /// Tells of a failure, so that chains that pass through the token can be followed.
  void learn(Token token, Failure failure) {
    failures.put(token.name(), failure);
  }

  /// The problem of a token that failed.
  Problem of(Token token, Failure failure) {
    Failure end = failure instanceof Failure.Through through ? through.end() : failure;
    Problem problem =
        switch (end) {
          case Failure.Missing(String name) -> missing(token, failure, name);
          case Failure.Cycle _ -> cycle(token, failure);
          case Failure.NameNotText(String name) ->
              invalid(
                  token,
                  failure,
                  "a reference inside the name " + quoted(name) + " is no text and no number");
          case Failure.LeftOver(String reference) ->
              invalid(
                      token,
                      failure,
                      "a reference is left in what " + quoted(reference) + " stands for")
                  .advising(
                      "references that come in with a value are not followed: refer to their token");
          case Failure.PartInItself(String part) ->
              invalid(token, failure, "its part " + quoted(part) + " refers to a whole composite");
          case Failure.Undefined(String text, String why) ->
              invalid(token, failure, quoted(text) + ": " + why);
          case Failure.TooLarge(String what, long limit) ->
              Problem.of(
                      ProblemCode.LIMIT_EXCEEDED,
                      "the value of token " + quoted(token.name()) + " is too large")
                  .because("more than %,d %s%s".formatted(limit, what, via(token, failure)))
                  .advising("make the value shorter; the other tokens are not affected");
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
    problem = cause.why() == null ? problem : problem.because(cause.what() + ": " + cause.why());
    Problem advised = cause.help() == null ? problem : problem.advising(cause.help());
    return token.location() == null ? advised : advised.at(token.location());
  }

  private Problem missing(Token token, Failure failure, String name) {
    Problem problem =
        Problem.of(ProblemCode.TOKEN_MISSING, "no token named " + quoted(name))
            .because(
                chain(token, failure) + " → " + name + breakPlace(failure) + "; " + lookedIn());
    String nearest = nearest(name);
    Declaration similar = nearest == null ? null : declarations.find(nearest);
    return similar == null
        ? problem
        : problem.advising(quoted(similar.token().name()) + " exists in " + similar.token().set());
  }

  /// Follows the failures from token to token until one comes again. Where a chain ends in the
  /// token it gave up on, that token's own failure leads on.
  private Problem cycle(Token token, Failure failure) {
    List<String> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    String name = token.name();
    Failure next = failure;
    while (next != null && names.size() < CYCLE_LOOKED_AT_MAX && seen.add(name)) {
      names.add(name);
      if (next instanceof Failure.Through through) {
        name = through.token();
        next = through.next();
      } else if (next instanceof Failure.Cycle cycle) {
        name = cycle.name();
        next = failures.get(name);
      } else {
        break;
      }
    }
    boolean isClosed = seen.contains(name);
    names.add(name);
    String first = quoted(token.name());
    String what =
        !isClosed
            ? first + " leads to tokens that refer to each other"
            : name.equals(token.name())
                ? first + " refers to itself"
                : first + " refers to " + quoted(name) + ", which refers to itself";
    return Problem.of(ProblemCode.TOKEN_CYCLE, what)
        .because(chainText(names, names.size(), CYCLE_LISTED_MAX));
  }

  private Problem invalid(Token token, Failure failure, String why) {
    return Problem.of(
            ProblemCode.VALUE_INVALID,
            "the value of token " + quoted(token.name()) + " cannot be resolved")
        .because(why + via(token, failure));
  }

  private String via(Token token, Failure failure) {
    return failure instanceof Failure.Through
        ? " (" + chain(token, failure) + breakPlace(failure) + ")"
        : "";
  }

  /// Where the token is declared in which a chain breaks, for a chain of more than one token.
  private String breakPlace(Failure failure) {
    Declaration last =
        failure instanceof Failure.Through through ? declarations.find(through.last()) : null;
    return last == null || last.token().location() == null
        ? ""
        : "; " + last.token().name() + " is at " + last.token().location();
  }

  /// The token and those it failed through, each composite with the part concerned.
  private String chain(Token token, Failure failure) {
    List<String> names = new ArrayList<>();
    Token at = token;
    Failure next = failure;
    while (next instanceof Failure.Through through && names.size() < CHAIN_LISTED_MAX) {
      names.add(withPart(at, through.token()));
      Declaration following = declarations.find(through.token());
      at = following == null ? token : following.token();
      next = through.next();
    }
    names.add(next instanceof Failure.Missing missing ? withPart(at, missing.name()) : at.name());
    return chainText(
        names,
        failure instanceof Failure.Through through ? through.length() + 1 : 1,
        CHAIN_LISTED_MAX);
  }

  /// The token's name, and of a composite the part that refers to the given name.
  private static String withPart(Token token, String reference) {
    if (token.value() instanceof TokenValue.Parts(Map<String, TokenValue> parts)) {
      for (Map.Entry<String, TokenValue> part : parts.entrySet()) {
        if (part.getValue() instanceof TokenValue.Text(String text)
            && text.contains(reference)
            && References.find(text).stream().anyMatch(found -> found.name().equals(reference))) {
          return token.name() + " (" + part.getKey() + ")";
        }
      }
    }
    return token.name();
  }

  private static String chainText(List<String> names, int length, int listedMax) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < names.size() && i < listedMax; i++) {
      text.append(i == 0 ? "" : " → ").append(names.get(i));
    }
    if (length > listedMax) {
      text.append(" → … (").append(length - listedMax).append(" more)");
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
    if (!suggestedFor.contains(name)) {
      if (suggestedFor.size() == SUGGESTIONS_MAX) {
        return null;
      }
      suggestedFor.add(name);
    }
    return suggestions.nearest(name, declarations.names());
  }

  private static String quoted(String text) {
    return text.length() <= QUOTED_MAX_CHARS
        ? "\"" + text + "\""
        : "\"" + text.substring(0, QUOTED_MAX_CHARS) + "…\"";
  }
}

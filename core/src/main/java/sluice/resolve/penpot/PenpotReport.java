package sluice.resolve.penpot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.resolve.NearestName;
import sluice.resolve.ThemeSelection;
import sluice.token.SetStatus;
import sluice.token.Token;
import sluice.token.TokenLibrary;
import sluice.token.TokenValue;

/// Unresolved tokens as problems a person can act on. Every reason ends with Penpot's own codes.
final class PenpotReport {
  private static final int CHAIN_LISTED_MAX = 8;
  private static final int CYCLE_LISTED_MAX = 32;
  private static final int SETS_LISTED_MAX = 8;
  private static final int QUOTED_MAX_CHARS = 120;

  /// How many different missing names get a suggestion.
  private static final int SUGGESTIONS_MAX = 20;

  private final TokenLibrary library;
  private final ThemeSelection selection;
  private final PenpotRun run;
  private final Set<String> suggestedFor = new HashSet<>();
  private @Nullable InactiveTokens inactive;

  PenpotReport(TokenLibrary library, ThemeSelection selection, PenpotRun run) {
    this.library = library;
    this.selection = selection;
    this.run = run;
  }

  /// The problem of a token whose name another one hides.
  static Problem collision(Token token) {
    return at(
        token,
        Problem.of(
                ProblemCode.VALUE_INVALID,
                "token " + quoted(token.name()) + " is hidden by another one")
            .because(
                "a token cannot stand below another token, nor beside a group's member \"value\"; "
                    + PenpotError.listed(List.of(PenpotError.of(PenpotError.NAME_COLLISION))))
            .advising("rename one of them"));
  }

  /// The problem of a token that is stuck, or whose value its type refuses.
  Problem of(Slot slot, List<PenpotError> errors) {
    String says = PenpotError.listed(errors);
    Problem problem =
        switch (slot.end) {
          case Slot.Cause.Missing(String name) ->
              missing(name, chain(slot) + " → " + name + "; " + lookedIn() + "; " + says);
          case Slot.Cause.Cycle _ ->
              Problem.of(
                      ProblemCode.TOKEN_CYCLE,
                      quoted(slot.token.name()) + " leads to tokens that refer to each other")
                  .because(cycle(slot) + "; " + says);
          case Slot.Cause.TooLarge(String what, long limit) ->
              Problem.of(
                      ProblemCode.LIMIT_EXCEEDED,
                      "the value of token " + quoted(slot.token.name()) + " is too large")
                  .because("more than %,d %s; %s".formatted(limit, what, says))
                  .advising("make the value shorter; the other tokens are not affected");
          case Slot.Cause.Through _ -> throw new IllegalStateException("the chain has an end");
          case null ->
              Problem.of(
                      ProblemCode.VALUE_INVALID,
                      "the value of token " + quoted(slot.token.name()) + " cannot be used")
                  .because(seen(slot.value) + says);
        };
    return at(slot.token, problem);
  }

  private Problem missing(String name, String why) {
    Problem problem =
        Problem.of(ProblemCode.TOKEN_MISSING, "no token named " + quoted(name)).because(why);
    if (inactive == null) {
      inactive = new InactiveTokens(library, selection);
    }
    String set = inactive.setOf(name);
    if (set != null) {
      return problem.advising(
          quoted(name) + " stands in set " + quoted(set) + ", which is not active");
    }
    if (suggestedFor.size() < SUGGESTIONS_MAX && suggestedFor.add(name)) {
      return NearestName.find(name, run.names())
          .map(near -> problem.advising("did you mean " + quoted(near) + "?"))
          .orElse(problem);
    }
    return problem;
  }

  private String lookedIn() {
    List<String> active =
        selection.order().stream()
            .filter(set ->
                selection.statuses().getOrDefault(set, SetStatus.DISABLED) != SetStatus.DISABLED)
            .toList();
    String listed = String.join(", ", active.stream().limit(SETS_LISTED_MAX).toList());
    return "looked in "
        + active.size()
        + (active.size() == 1 ? " active set" : " active sets")
        + (active.isEmpty() ? "" : ": " + listed)
        + (active.size() > SETS_LISTED_MAX ? ", …" : "");
  }

  private static String chain(Slot slot) {
    List<String> names = new ArrayList<>();
    Slot at = slot;
    names.add(at.token.name());
    Set<Slot> passed = new HashSet<>();
    while (at.cause instanceof Slot.Cause.Through(Slot next)
        && names.size() < CHAIN_LISTED_MAX
        && passed.add(next)) {
      at = next;
      names.add(at.token.name());
    }
    return String.join(" → ", names) + (at.cause instanceof Slot.Cause.Through ? " → …" : "");
  }

  private static String cycle(Slot slot) {
    Set<Slot> passed = new LinkedHashSet<>();
    Slot at = slot;
    while (at != null && passed.size() < CYCLE_LISTED_MAX && passed.add(at)) {
      at =
          switch (at.cause) {
            case Slot.Cause.Through(Slot next) -> next;
            case Slot.Cause.Cycle(Slot next) -> next;
            case Slot.Cause.Missing _, Slot.Cause.TooLarge _ -> null;
            case null -> null;
          };
    }
    List<String> names = new ArrayList<>();
    passed.forEach(passing -> names.add(passing.token.name()));
    names.add(at == null || passed.size() == CYCLE_LISTED_MAX ? "…" : at.token.name());
    return String.join(" → ", names);
  }

  private static String seen(TokenValue value) {
    return switch (value) {
      case TokenValue.Text(String text) -> "seen: " + quoted(text) + "; ";
      case TokenValue.Num _, TokenValue.Bool _ -> "seen: " + Texts.of(value) + "; ";
      case TokenValue.Nothing _, TokenValue.Many _, TokenValue.Parts _ -> "";
    };
  }

  private static Problem at(Token token, Problem problem) {
    return token.location() == null ? problem : problem.at(token.location());
  }

  private static String quoted(String text) {
    return text.length() <= QUOTED_MAX_CHARS
        ? "\"" + text + "\""
        : "\"" + text.substring(0, QUOTED_MAX_CHARS) + "…\"";
  }
}

package sluice.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.token.ColorModifier;
import sluice.token.Token;
import sluice.token.TokenValue;

/// One run over a merged list of tokens: what is known by name, what is being resolved, and the
/// stack of values waiting for others (Tokens Studio, references, algorithm).
///
/// Outcomes are remembered by name. One exception keeps the texts of cycles as the plugin leaves
/// them: a text that gave up because a token was being resolved already may do better when that
/// token is not, so only the name it gave up on is remembered, and it gives up at once while that
/// one is being resolved again. This bounds the work by the number of references, whatever the
/// input.
final class Resolution {
  /// Length of one substituted text or composite, in characters.
  static final int RESOLVED_TEXT_MAX_CHARS = 1024 * 1024;

  /// Characters written while substituting, all tokens together.
  static final long RESOLVED_TOTAL_MAX_CHARS = 64L * 1024 * 1024;

  /// Composites inside each other in a resolved value.
  static final int RESOLVED_DEPTH_MAX = 200;

  private record Call(Frame frame, @Nullable String name, @Nullable String entered) {}

  private final Map<String, Token> tokens;
  private final Map<String, Outcome> known;
  private final Map<String, Set<String>> gaveUpOn = new HashMap<>();
  private final Set<String> visited = new HashSet<>();
  private final List<Call> calls = new ArrayList<>();
  private long writtenChars;

  Resolution(List<Token> merged) {
    tokens = HashMap.newHashMap(merged.size());
    known = HashMap.newHashMap(merged.size());
    for (Token token : merged) {
      tokens.put(token.name(), token);
    }
  }

  /// What a token came to.
  Outcome resolve(Token token) {
    Outcome outcome = ask(token.name(), token.value(), token.modifier(), null);
    while (!calls.isEmpty()) {
      Call call = calls.getLast();
      outcome = call.frame().advance(this, outcome);
      if (outcome != null) {
        calls.removeLast();
        leave(call, outcome);
      }
    }
    if (outcome == null) {
      throw new IllegalStateException("nothing came of token " + token.name());
    }
    return outcome;
  }

  /// The token of a name, or null.
  @Nullable Token find(String name) {
    return tokens.get(name);
  }

  /// Whether a token of that name is being resolved for the sake of the value at hand.
  boolean isVisited(String name) {
    return visited.contains(name);
  }

  /// Asks for a token that the value at hand refers to.
  ///
  /// @return its outcome, or null when the asking frame has to wait for it
  @Nullable Outcome ask(Token token) {
    return ask(token.name(), token.value(), token.modifier(), token.name());
  }

  /// Asks for a value without a name, such as a part of a composite.
  ///
  /// @return its outcome, or null when the asking frame has to wait for it
  @Nullable Outcome ask(TokenValue value) {
    return ask(null, value, null, null);
  }

  /// Counts written characters; false once the whole run has written too many.
  boolean spend(int chars) {
    writtenChars += chars;
    return writtenChars <= RESOLVED_TOTAL_MAX_CHARS;
  }

  private @Nullable Outcome ask(
      @Nullable String name,
      TokenValue value,
      @Nullable ColorModifier modifier,
      @Nullable String entering) {
    Outcome outcome = name == null ? null : known.get(name);
    if (outcome != null) {
      return outcome;
    }
    Frame frame;
    switch (value) {
      case TokenValue.Num _, TokenValue.Bool _, TokenValue.Nothing _ -> {
        return Outcome.plain(value);
      }
      case TokenValue.Text text -> {
        if (modifier == null && !References.mayHoldReference(text.text())) {
          return remember(name, Calculation.of(text));
        }
        Failure again = name == null ? null : givesUpAgain(name, entering);
        if (again != null) {
          return Outcome.stuck(value, again);
        }
        frame = modifier == null ? new TextFrame(text) : new ModifierFrame(text, modifier);
      }
      case TokenValue.Many many -> frame = CompositeFrame.of(many);
      case TokenValue.Parts parts -> frame = CompositeFrame.of(parts);
    }
    boolean isNew = entering != null && visited.add(entering);
    calls.add(new Call(frame, name, isNew ? entering : null));
    return null;
  }

  private @Nullable Failure givesUpAgain(String name, @Nullable String entering) {
    for (String culprit : gaveUpOn.getOrDefault(name, Set.of())) {
      if (visited.contains(culprit) || culprit.equals(entering)) {
        return new Failure.Cycle(culprit);
      }
    }
    return null;
  }

  private void leave(Call call, Outcome outcome) {
    if (call.entered() != null) {
      visited.remove(call.entered());
    }
    boolean gaveUp = outcome.failed() && !(call.frame() instanceof CompositeFrame);
    if (gaveUp && outcome.failure() instanceof Failure.Cycle cycle) {
      if (call.name() != null) {
        gaveUpOn.computeIfAbsent(call.name(), _ -> new HashSet<>()).add(cycle.name());
      }
    } else {
      remember(call.name(), outcome);
    }
  }

  private Outcome remember(@Nullable String name, Outcome outcome) {
    if (name != null && !name.isEmpty()) {
      known.put(name, outcome);
    }
    return outcome;
  }
}

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

  private static final Reads NOTHING_READ = new Reads();

  /// @param number the number of the token's name; none for a value without one
  /// @param reads where the token notes what it is read from; shared with the values inside it
  private record Call(
      Frame frame,
      @Nullable String name,
      int number,
      @Nullable String entered,
      @Nullable Reads reads) {}

  private final Declarations declarations;
  private final @Nullable SharedOutcomes shared;
  private final @Nullable Outcome[] known;
  private final @Nullable KeptOutcome[] kept;
  private final Map<String, Set<String>> gaveUpOn = new HashMap<>();
  private final Set<String> visited = new HashSet<>();
  private final List<Call> calls = new ArrayList<>();
  private long writtenChars;

  /// A run that starts from nothing and keeps nothing.
  Resolution(Declarations declarations) {
    this.declarations = declarations;
    this.shared = null;
    this.known = new Outcome[declarations.index().size()];
    this.kept = new KeptOutcome[0];
  }

  /// A run that uses the outcomes of earlier ones where they hold, and keeps its own for later
  /// ones.
  Resolution(Declarations declarations, SharedOutcomes shared) {
    this.declarations = declarations;
    this.shared = shared;
    this.kept = shared.thatHoldIn(declarations);
    this.known = new Outcome[kept.length];
    for (int i = 0; i < kept.length; i++) {
      KeptOutcome outcome = kept[i];
      if (outcome != null) {
        known[i] = outcome.outcome();
        writtenChars += outcome.writtenChars();
      }
    }
  }

  /// What a declared token came to.
  Outcome resolve(Declaration declaration) {
    return resolve(declaration.token(), declaration.number());
  }

  /// What a token came to that nothing refers to.
  Outcome resolve(Token token) {
    return resolve(token, NameIndex.NONE);
  }

  private Outcome resolve(Token token, int number) {
    Outcome outcome = ask(token.name(), number, token.value(), token.modifier(), null);
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

  /// Whether the characters written, or standing for those an earlier run wrote, are more than
  /// allowed. Which token meets the limit depends on the order of work, so what came out of a run
  /// that shares is of no use then.
  boolean isOverLimit() {
    return writtenChars > RESOLVED_TOTAL_MAX_CHARS;
  }

  /// The outcome of a token as other runs may use it, or null.
  @Nullable KeptOutcome kept(Declaration declaration) {
    return shared == null ? null : kept[declaration.number()];
  }

  /// The declaration of a name, or null.
  @Nullable Declaration find(String name) {
    int number = declarations.index().of(name);
    Declaration found = declarations.find(number);
    Reads reads = shared == null || calls.isEmpty() ? null : calls.getLast().reads();
    if (reads != null && number != NameIndex.NONE) {
      reads.look(number, found);
    }
    return found;
  }

  /// Whether a token of that name is being resolved for the sake of the value at hand.
  boolean isVisited(String name) {
    return visited.contains(name);
  }

  /// Asks for the token that was just found because the value at hand refers to it.
  ///
  /// @return its outcome, or null when the asking frame has to wait for it
  @Nullable Outcome ask(Declaration declaration) {
    Reads reads = calls.getLast().reads();
    if (reads != null) {
      reads.use();
    }
    Token token = declaration.token();
    return ask(token.name(), declaration.number(), token.value(), token.modifier(), token.name());
  }

  /// Asks for a value without a name, such as a part of a composite.
  ///
  /// @return its outcome, or null when the asking frame has to wait for it
  @Nullable Outcome ask(TokenValue value) {
    return ask(null, NameIndex.NONE, value, null, null);
  }

  /// Counts written characters; false once the whole run has written too many.
  boolean spend(int chars) {
    writtenChars += chars;
    Reads reads = calls.getLast().reads();
    if (reads != null) {
      reads.write(chars);
    }
    return writtenChars <= RESOLVED_TOTAL_MAX_CHARS;
  }

  private @Nullable Outcome ask(
      @Nullable String name,
      int number,
      TokenValue value,
      @Nullable ColorModifier modifier,
      @Nullable String entering) {
    Outcome outcome = number == NameIndex.NONE ? null : known[number];
    if (outcome != null) {
      return outcome;
    }
    Frame frame;
    switch (value) {
      case TokenValue.Num _, TokenValue.Bool _, TokenValue.Nothing _ -> {
        Outcome plain = Outcome.plain(value);
        keep(name, number, plain, NOTHING_READ);
        return plain;
      }
      case TokenValue.Text text -> {
        if (modifier == null && !References.mayHoldReference(text.text())) {
          Outcome calculated = Calculation.of(text);
          keep(name, number, calculated, NOTHING_READ);
          return remember(name, number, calculated);
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
    calls.add(new Call(frame, name, number, isNew ? entering : null, reads(name)));
    return null;
  }

  private @Nullable Reads reads(@Nullable String name) {
    if (shared == null) {
      return null;
    }
    return name == null && !calls.isEmpty() ? calls.getLast().reads() : new Reads();
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
      remember(call.name(), call.number(), outcome);
      if (call.reads() != null) {
        keep(call.name(), call.number(), outcome, call.reads());
      }
    }
  }

  private Outcome remember(@Nullable String name, int number, Outcome outcome) {
    if (number != NameIndex.NONE && name != null && !name.isEmpty()) {
      known[number] = outcome;
    }
    return outcome;
  }

  /// Keeps what a token came to for later runs, if it can be relied on.
  private void keep(@Nullable String name, int number, Outcome outcome, Reads reads) {
    if (shared == null || number == NameIndex.NONE || name == null || name.isEmpty()) {
      return;
    }
    Declaration declaration = declarations.find(number);
    if (declaration != null
        && kept[number] == null
        && !outcome.failed()
        && outcome.failure() == null) {
      kept[number] = shared.keep(declaration, outcome, reads, kept);
    }
  }
}

package sluice.resolve;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.token.NumberText;
import sluice.token.TokenValue;

/// A text, its references resolved and substituted one after the other, then calculated (Tokens
/// Studio, references, algorithm).
///
/// It gives up, and keeps the text as written, at a reference to a token that does not exist or is
/// being resolved already. A reference to a token that failed does not stop it: the failed text is
/// put in, and the reference left in it flags this text too.
final class TextFrame implements Frame {
  /// How often references inside one name are replaced.
  private static final int INNER_REFERENCES_MAX = 64;

  private enum Step {
    NEXT_REFERENCE,
    INNER_NAME,
    TARGET
  }

  private final TokenValue.Text raw;
  private final List<Reference> references;
  private final Substitution result;
  private Step step = Step.NEXT_REFERENCE;
  private boolean asked;
  private @Nullable Outcome end;

  private int index;
  private String name = "";
  private int innerCount;
  private @Nullable Outcome became;
  private @Nullable TokenValue withReferences;
  private @Nullable Failure failure;
  private boolean spoilt;

  TextFrame(TokenValue.Text raw) {
    this.raw = raw;
    this.references = References.find(raw.text());
    this.result = new Substitution(raw.text());
  }

  @Override
  public @Nullable Outcome advance(Resolution run, @Nullable Outcome delivered) {
    Outcome answer = delivered;
    while (end == null) {
      if (answer != null) {
        take(run, answer);
        answer = null;
      } else {
        asked = false;
        answer = go(run);
        if (answer == null && asked) {
          return null;
        }
      }
    }
    return end;
  }

  /// Goes on without an answer, until one is asked for.
  private @Nullable Outcome go(Resolution run) {
    return switch (step) {
      case NEXT_REFERENCE -> nextReference(run);
      case INNER_NAME -> innerName(run);
      case TARGET -> target(run);
    };
  }

  private void take(Resolution run, Outcome answer) {
    if (step == Step.INNER_NAME) {
      takeInner(answer);
    } else {
      takeTarget(run, answer);
    }
  }

  private @Nullable Outcome nextReference(Resolution run) {
    if (index == references.size()) {
      end = finished();
      return null;
    }
    name = references.get(index).name();
    innerCount = 0;
    if (run.isVisited(name)) {
      end = Outcome.stuck(raw, new Failure.Cycle(name));
    }
    step = Step.INNER_NAME;
    return null;
  }

  private @Nullable Outcome innerName(Resolution run) {
    Reference inner = References.first(name);
    Declaration nested = inner == null ? null : run.find(inner.name());
    if (inner == null || nested == null || !isTruthy(nested.token().value())) {
      step = Step.TARGET;
      return null;
    }
    if (run.isVisited(inner.name()) || ++innerCount > INNER_REFERENCES_MAX) {
      end = Outcome.stuck(raw, new Failure.Cycle(inner.name()));
      return null;
    }
    asked = true;
    return run.ask(nested);
  }

  private void takeInner(Outcome answer) {
    Reference inner = References.first(name);
    String text = text(answer.value());
    if (inner == null || text == null) {
      end = Outcome.stuck(raw, new Failure.NameNotText(name));
    } else if (answer.spoilt() && answer.failure() != null) {
      end = Outcome.spoilt(raw, Failure.through(inner.name(), answer.failure()));
    } else {
      String before = name.substring(0, inner.start());
      String after = name.substring(inner.end());
      int limit = Resolution.RESOLVED_TEXT_MAX_CHARS;
      String inserted = Replacement.of(text, inner.text(), () -> before, () -> after, limit);
      name = before + inserted + after;
      if (name.length() > limit) {
        end = tooLong();
      }
    }
  }

  private @Nullable Outcome target(Resolution run) {
    Declaration found = run.find(name);
    if (found == null) {
      part(run);
      return null;
    }
    if (run.isVisited(name)) {
      end = Outcome.stuck(raw, new Failure.Cycle(name));
      return null;
    }
    asked = true;
    return run.ask(found);
  }

  private void takeTarget(Resolution run, Outcome answer) {
    if (answer.failed() && answer.failure() != null && failure == null) {
      failure = Failure.through(name, answer.failure());
    }
    if (answer.withReferences() != null) {
      withReferences = answer.withReferences();
    }
    substitute(run, answer);
  }

  /// Puts in a part of a composite, as written: `{heading.fontFamily}`. A list has items and a text
  /// has characters as parts: `{shadow.0}`.
  private void part(Resolution run) {
    int dot = name.lastIndexOf('.');
    Declaration owner = run.find(dot < 0 ? "" : name.substring(0, dot));
    TokenValue part = owner == null ? null : part(owner.token().value(), name.substring(dot + 1));
    if (part == null) {
      Reference inner = References.first(name);
      end = Outcome.stuck(raw, new Failure.Missing(inner == null ? name : inner.name()));
    } else if (part instanceof TokenValue.Text text) {
      Outcome answer = Calculation.of(text);
      failure = failure == null ? answer.failure() : failure;
      substitute(run, answer);
    } else {
      substitute(run, Outcome.asWritten(part));
    }
  }

  private static @Nullable TokenValue part(TokenValue owner, String key) {
    return switch (owner) {
      case TokenValue.Parts(Map<String, TokenValue> parts) -> parts.get(key);
      case TokenValue.Many(List<TokenValue> items) -> {
        int place = place(key, items.size());
        yield place >= 0 ? items.get(place) : length(key, items.size());
      }
      case TokenValue.Text(String text) -> {
        int place = place(key, text.length());
        yield place >= 0
            ? new TokenValue.Text(text.substring(place, place + 1))
            : text.isEmpty() ? null : length(key, text.length());
      }
      case TokenValue.Num _, TokenValue.Bool _, TokenValue.Nothing _ -> null;
    };
  }

  /// The index a key names among so many items or characters, or -1.
  private static int place(String key, int count) {
    double place = NumberText.toNumber(key);
    return place >= 0 && place < count && NumberText.of(place).equals(key) ? (int) place : -1;
  }

  /// Lists and texts have a length too.
  private static TokenValue.@Nullable Num length(String key, int count) {
    return key.equals("length") ? new TokenValue.Num(count) : null;
  }

  private void substitute(Resolution run, Outcome answer) {
    Reference reference = references.get(index++);
    spoilt |= answer.spoilt();
    step = Step.NEXT_REFERENCE;
    String text = text(answer.value());
    if (text == null || !result.isText()) {
      result.become(answer.value());
      became = answer;
    } else if (!run.spend(result.put(reference, text))) {
      end = tooLarge("characters in all values", Resolution.RESOLVED_TOTAL_MAX_CHARS);
    } else if (result.length() > Resolution.RESOLVED_TEXT_MAX_CHARS) {
      end = tooLong();
    }
  }

  private Outcome finished() {
    TokenValue value = result.result();
    if (value instanceof TokenValue.Text text) {
      boolean isLeftOver = References.occurIn(text.text());
      return isLeftOver || spoilt
          ? failed(text, isLeftOver, 0, text.text().length())
          : Calculation.of(text);
    }
    if (value instanceof TokenValue.Num || became == null) {
      return Outcome.plain(value);
    }
    return became.holdsReference() || spoilt
        ? failed(value, became.holdsReference(), became.depth(), became.size())
        : new Outcome(
            value, withReferences, null, false, false, false, became.depth(), became.size());
  }

  private Outcome failed(TokenValue value, boolean holdsReference, int depth, long size) {
    Failure reason = failure;
    if (reason == null) {
      reason = new Failure.LeftOver(name);
    }
    return new Outcome(value, withReferences, reason, true, spoilt, holdsReference, depth, size);
  }

  private Outcome tooLong() {
    return tooLarge("characters in one value", Resolution.RESOLVED_TEXT_MAX_CHARS);
  }

  private Outcome tooLarge(String what, long limit) {
    return Outcome.spoilt(raw, new Failure.TooLarge(what, limit));
  }

  /// The text to put into another text, or null for what replaces it as a whole.
  static @Nullable String text(TokenValue value) {
    return switch (value) {
      case TokenValue.Text(String text) -> text;
      case TokenValue.Num(double number) -> NumberText.of(number);
      case TokenValue.Bool _, TokenValue.Nothing _, TokenValue.Many _, TokenValue.Parts _ -> null;
    };
  }

  private static boolean isTruthy(TokenValue value) {
    return switch (value) {
      case TokenValue.Text(String text) -> !text.isEmpty();
      case TokenValue.Num(double number) -> number != 0 && !Double.isNaN(number);
      case TokenValue.Bool(boolean bool) -> bool;
      case TokenValue.Nothing _ -> false;
      case TokenValue.Many _, TokenValue.Parts _ -> true;
    };
  }
}

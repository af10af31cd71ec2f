package sluice.resolve;

import org.jspecify.annotations.Nullable;
import sluice.token.ColorModifier;
import sluice.token.TokenValue;

/// A text with a colour modifier: the text first, then, if it came to a text, the modifier's amount
/// and colour, which may hold references and maths themselves (Tokens Studio, calculate).
final class ModifierFrame implements Frame {
  private static final String MIX = "mix";

  /// What a modifier gets for an amount or colour that is absent or has no text: it is neither.
  private static final String NO_TEXT = "undefined";

  private enum Step {
    TEXT,
    AMOUNT,
    COLOR
  }

  private final TokenValue.Text raw;
  private final ColorModifier modifier;
  private Step step = Step.TEXT;
  private boolean isStarted;
  private String base = "";
  private String amount = NO_TEXT;
  private @Nullable Failure failure;
  private @Nullable Outcome end;

  ModifierFrame(TokenValue.Text raw, ColorModifier modifier) {
    this.raw = raw;
    this.modifier = modifier;
  }

  @Override
  public @Nullable Outcome advance(Resolution run, @Nullable Outcome delivered) {
    Outcome answer = delivered;
    if (!isStarted) {
      isStarted = true;
      answer = run.ask(raw);
    }
    while (answer != null && end == null) {
      answer = take(run, answer);
    }
    return end;
  }

  /// Uses an answer and asks for the next one.
  private @Nullable Outcome take(Resolution run, Outcome answer) {
    if (step != Step.TEXT && answer.failed()) {
      failure = failure == null ? answer.failure() : failure;
      if (answer.spoilt() && failure != null) {
        end = Outcome.spoilt(raw, failure);
        return null;
      }
    }
    String text = TextFrame.text(answer.value());
    switch (step) {
      case TEXT -> {
        if (answer.failed()
            || !(answer.value() instanceof TokenValue.Text(String resolved))
            || resolved.isEmpty()) {
          end = answer;
          return null;
        }
        base = resolved;
        step = Step.AMOUNT;
        return run.ask(modifier.value());
      }
      case AMOUNT -> {
        amount = text == null ? NO_TEXT : text;
        TokenValue color = modifier.color();
        if (modifier.type().equals(MIX) && color != null) {
          step = Step.COLOR;
          return run.ask(color);
        }
        end = modified(modifier.type().equals(MIX) ? NO_TEXT : null);
        return null;
      }
      case COLOR -> {
        end = modified(text == null ? NO_TEXT : text);
        return null;
      }
    }
    return null;
  }

  private Outcome modified(@Nullable String color) {
    TokenValue.Text text = Calculation.modify(base, modifier, amount, color);
    return new Outcome(text, null, failure, false, false, false, 0, text.text().length());
  }
}

package sluice.resolve.penpot;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.problem.Problem;
import sluice.resolve.ResolvedToken;
import sluice.resolve.ResolvedTokens;
import sluice.resolve.ThemeSelection;
import sluice.token.Dialect;
import sluice.token.Token;
import sluice.token.TokenLibrary;
import sluice.token.TokenValue;

/// A Penpot library under one selection to values, by Penpot's rules.
///
/// Only the tokens of active sets are there, in library order. Values are numbers without their
/// unit, colours as `#rrggbb` or `rgba(r, g, b, a)` ([PenpotColor] reads both), weights as written
/// ([PenpotFontWeight]), cases and decorations in lower case, families as lists of texts,
/// typography as a composite of the parts that are there with its line height as a factor, shadows
/// as a list of composites whose colours are as the token writes them. A token that is not resolved
/// keeps the value it got stuck at and carries a problem whose reason ends with Penpot's own codes;
/// it changes nothing on shapes.
public final class PenpotResolver {
  private PenpotResolver() {}

  /// Resolves the active tokens of a library of the Penpot dialect.
  public static ResolvedTokens resolve(TokenLibrary library, ThemeSelection selection) {
    List<Token> active = ActiveTokens.of(library, selection);
    Set<String> hidden = ActiveTokens.hidden(active);
    PenpotRun run =
        new PenpotRun(active.stream().filter(token -> !hidden.contains(token.name())).toList());
    PenpotReport report = new PenpotReport(library, selection, run);
    List<ResolvedToken> resolved = new ArrayList<>(active.size());
    for (Token token : active) {
      Slot slot = run.find(token.name());
      if (slot == null) {
        resolved.add(of(token, token.value(), true, null, PenpotReport.collision(token)));
      } else {
        run.resolve(slot);
        resolved.add(resolved(slot, report));
      }
    }
    return new ResolvedTokens(resolved);
  }

  private static ResolvedToken resolved(Slot slot, PenpotReport report) {
    Reading reading = TypedReading.of(slot.type, slot.value);
    List<PenpotError> errors = reading.errors();
    if (slot.state == Slot.State.STUCK && errors.isEmpty()) {
      errors = List.of(PenpotError.of(PenpotError.MISSING_REFERENCE));
    }
    if (!errors.isEmpty()) {
      return of(slot.token, slot.value, true, null, report.of(slot, errors));
    }
    return of(slot.token, reading.value(), false, composite(slot), null);
  }

  private static ResolvedToken of(
      Token token,
      TokenValue value,
      boolean failed,
      @Nullable TokenValue composite,
      @Nullable Problem problem) {
    return new ResolvedToken(token, value, failed, composite, problem, Dialect.PENPOT);
  }

  /// The composite as written, references and all, as for other libraries.
  private static @Nullable TokenValue composite(Slot slot) {
    return switch (slot.token.value()) {
      case TokenValue.Many _, TokenValue.Parts _ -> slot.token.value();
      case TokenValue.Text _, TokenValue.Num _, TokenValue.Bool _, TokenValue.Nothing _ -> null;
    };
  }
}

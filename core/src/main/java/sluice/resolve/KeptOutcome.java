package sluice.resolve;

import org.jspecify.annotations.Nullable;

/// What a declaration came to, with all that it was read from. It holds again wherever every name
/// it looked up is declared by the same declaration, and every value it used is the same kept
/// outcome.
///
/// Only outcomes that did not fail, and used none that failed, are kept: one that failed may have
/// met a cycle, and what comes of a cycle depends on where it was entered.
final class KeptOutcome {
  private final Outcome outcome;
  private final ResolvedToken resolved;
  private final int[] names;
  private final @Nullable Declaration[] found;
  private final @Nullable KeptOutcome[] used;
  private final long writtenChars;

  /// The arrays are the outcome's own from here on.
  ///
  /// @param outcome what it came to, with no failure of any kind
  /// @param names numbers of the names that were looked up
  /// @param found the declaration of each, null for none
  /// @param used the outcome of each whose value was used; null where only the declaration mattered
  /// @param writtenChars characters written for it, those of the values it used not counted
  KeptOutcome(
      Declaration declaration,
      Outcome outcome,
      int[] names,
      @Nullable Declaration[] found,
      @Nullable KeptOutcome[] used,
      long writtenChars) {
    this.outcome = outcome;
    this.resolved =
        new ResolvedToken(
            declaration.token(), outcome.value(), false, outcome.withReferences(), null);
    this.names = names;
    this.found = found;
    this.used = used;
    this.writtenChars = writtenChars;
  }

  /// What it came to.
  Outcome outcome() {
    return outcome;
  }

  /// The same, to be handed out: one object wherever the outcome holds.
  ResolvedToken resolved() {
    return resolved;
  }

  /// How many names it was read from.
  int readCount() {
    return names.length;
  }

  /// Number of the name looked up at that place.
  int name(int read) {
    return names[read];
  }

  /// The declaration found at that place, or null.
  @Nullable Declaration found(int read) {
    return found[read];
  }

  /// The outcome used at that place; null where only the declaration mattered.
  @Nullable KeptOutcome used(int read) {
    return used[read];
  }

  /// Characters written for it alone.
  long writtenChars() {
    return writtenChars;
  }
}

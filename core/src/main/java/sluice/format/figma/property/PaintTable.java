package sluice.format.figma.property;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The paints of the colours met in a run: one for each text, shared by all plans that write it.
/// Safe for use by several threads.
public final class PaintTable {
  /// Paints kept at most; further ones are made each time.
  static final int ENTRIES_MAX = 10_000;

  private final ConcurrentHashMap<String, TokenPaint> paints = new ConcurrentHashMap<>();

  private final Terms terms;

  /// @param terms in which the paints are written
  PaintTable(Terms terms) {
    this.terms = terms;
  }

  /// The paint of a token's text, or null when it is no colour a paint can have.
  @Nullable TokenPaint paint(String text) {
    TokenPaint known = paints.get(text);
    if (known != null) {
      return known;
    }
    TokenPaint made = TokenPaint.parse(text, terms);
    if (made != null && paints.size() < ENTRIES_MAX) {
      paints.put(text, made);
    }
    return made;
  }
}

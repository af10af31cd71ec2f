package sluice.resolve;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sluice.token.TokenValue;

/// A text whose references are replaced one after the other by what they came to.
///
/// Each value goes where its reference text occurs first in the text *so far*, which is the
/// reference itself unless an earlier value brought the same reference in. The part already
/// replaced is only searched when it can hold one, so the usual cost is linear.
final class Substitution {
  private final String raw;
  private final StringBuilder done = new StringBuilder();
  private int rawIndex;
  private boolean doneMayHoldReference;
  private @Nullable String whole;
  private @Nullable TokenValue instead;

  Substitution(String raw) {
    this.raw = raw;
  }

  /// Replaces a reference by text. References come in the order of the raw text.
  ///
  /// @return how many characters were written or searched
  int put(Reference reference, String text) {
    if (reference.start() == 0 && reference.end() == raw.length()) {
      whole = expanded(text, reference, () -> "", () -> "");
      return 0;
    }
    int rawEnd = rawIndex;
    if (instead == null) {
      append(raw.substring(rawIndex, reference.start()));
      rawEnd = reference.end();
    }
    int searched = 0;
    if (doneMayHoldReference) {
      searched = done.length();
    }
    int earlier = doneMayHoldReference ? done.indexOf(reference.text()) : -1;
    int written = 0;
    if (earlier >= 0) {
      int end = earlier + reference.text().length();
      String rest = instead == null ? raw.substring(reference.start()) : "";
      String inserted =
          expanded(
              text, reference, () -> done.substring(0, earlier), () -> done.substring(end) + rest);
      written = inserted.length();
      done.replace(earlier, end, inserted);
      doneMayHoldReference |= References.mayHoldReference(inserted);
      if (instead == null) {
        append(reference.text());
      }
    } else if (instead == null) {
      String inserted =
          expanded(text, reference, done::toString, () -> raw.substring(reference.end()));
      written = inserted.length();
      append(inserted);
    }
    rawIndex = rawEnd;
    return searched / 16 + written;
  }

  private static String expanded(
      String text, Reference reference, Supplier<String> before, Supplier<String> after) {
    return Replacement.of(
        text, reference.text(), before, after, Resolution.RESOLVED_TEXT_MAX_CHARS);
  }

  /// Drops everything so far: the result is now this value.
  void become(TokenValue value) {
    instead = value;
    whole = null;
    done.setLength(0);
    rawIndex = raw.length();
    if (value instanceof TokenValue.Text(String text)) {
      append(text);
    }
  }

  /// Whether the result is a text at the moment.
  boolean isText() {
    return instead == null || instead instanceof TokenValue.Text;
  }

  /// Length of the result so far, in UTF-16 units.
  int length() {
    return done.length() + raw.length() - rawIndex;
  }

  /// The result.
  TokenValue result() {
    if (instead != null && !(instead instanceof TokenValue.Text)) {
      return instead;
    }
    if (whole != null) {
      return new TokenValue.Text(whole);
    }
    return new TokenValue.Text(done.append(raw, rawIndex, raw.length()).toString());
  }

  private void append(String text) {
    done.append(text);
    doneMayHoldReference |= References.mayHoldReference(text);
  }
}

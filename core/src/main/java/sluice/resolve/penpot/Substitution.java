package sluice.resolve.penpot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.resolve.Replacement;
import sluice.token.TokenValue;

/// One value with its references replaced by what they came to; references to tokens that are
/// missing, waiting or stuck stay (Style Dictionary, `resolveReferences`).
///
/// A text that is one reference becomes the value itself. Inside a longer text a value goes in as
/// JavaScript's `replace` puts it there. A reference with blanks inside its braces to a value with
/// references takes that value in as it is written.
final class Substitution {
  private final PenpotRun run;
  private Slot.@Nullable Cause left;
  private Slot.@Nullable Cause tooLarge;
  private boolean isProgress;
  private long sizeChars;
  private int depth;

  Substitution(PenpotRun run) {
    this.run = run;
  }

  /// Whether a reference stands for its token's value as written, because of its blanks.
  static boolean isTakenInRaw(PenpotReference reference, Slot target) {
    return !reference.isPlain() && PenpotReference.occursIn(target.token.value());
  }

  TokenValue of(TokenValue value) {
    return of(value, 0);
  }

  private TokenValue of(TokenValue value, int level) {
    depth = Math.max(depth, level);
    switch (value) {
      case TokenValue.Text text -> {
        return text(text, level);
      }
      case TokenValue.Num _, TokenValue.Bool _, TokenValue.Nothing _ -> {
        add(1);
        return value;
      }
      case TokenValue.Many(List<TokenValue> items) -> {
        List<TokenValue> replaced = new ArrayList<>(items.size());
        for (TokenValue item : items) {
          replaced.add(of(item, level + 1));
          add(1);
          if (tooLarge != null) {
            return value;
          }
        }
        return new TokenValue.Many(replaced);
      }
      case TokenValue.Parts(Map<String, TokenValue> parts) -> {
        Map<String, TokenValue> replaced = LinkedHashMap.newLinkedHashMap(parts.size());
        for (Map.Entry<String, TokenValue> part : parts.entrySet()) {
          replaced.put(part.getKey(), of(part.getValue(), level + 1));
          add(part.getKey().length() + 1);
          if (tooLarge != null) {
            return value;
          }
        }
        return new TokenValue.Parts(replaced);
      }
    }
  }

  private TokenValue text(TokenValue.Text value, int level) {
    String text = value.text();
    List<PenpotReference> references = PenpotReference.find(text);
    if (references.isEmpty()) {
      add(text.length());
      return value;
    }
    StringBuilder done = new StringBuilder();
    int copied = 0;
    for (PenpotReference reference : references) {
      TokenValue instead = replacement(reference, text, level);
      if (instead == null) {
        continue;
      }
      isProgress = true;
      done.append(text, copied, reference.start());
      copied = reference.end();
      if (done.isEmpty() && copied == text.length()) {
        return instead;
      }
      String inserted =
          Replacement.of(
              Texts.of(instead),
              reference.text(),
              done::toString,
              () -> text.substring(reference.end()),
              PenpotLimits.VALUE_MAX_CHARS);
      done.append(inserted);
      if (done.length() > PenpotLimits.VALUE_MAX_CHARS || !run.spend(inserted.length())) {
        limit("characters in one value", PenpotLimits.VALUE_MAX_CHARS);
        return value;
      }
    }
    String replaced = done.append(text, copied, text.length()).toString();
    add(replaced.length());
    return new TokenValue.Text(replaced);
  }

  /// What goes in for a reference, or null when it stays.
  private @Nullable TokenValue replacement(PenpotReference reference, String text, int level) {
    Slot target = run.find(reference.name());
    if (target == null) {
      stay(new Slot.Cause.Missing(reference.name()));
      return null;
    }
    boolean isWhole = reference.text().length() == text.length();
    if (isTakenInRaw(reference, target)) {
      add(isWhole ? 1 : 0);
      return target.token.value();
    }
    if (target.state == Slot.State.OPEN) {
      stay(new Slot.Cause.Cycle(target));
      return null;
    }
    if (target.state == Slot.State.STUCK) {
      stay(new Slot.Cause.Through(target));
      return isWhole && !(target.value instanceof TokenValue.Text) ? counted(target, level) : null;
    }
    return isWhole ? counted(target, level) : target.value;
  }

  /// A value that comes in whole, with what it brings along.
  private TokenValue counted(Slot target, int level) {
    add(target.sizeChars);
    depth = Math.max(depth, level + target.depth);
    if (!run.spend(target.sizeChars)) {
      limit("characters in all values", PenpotLimits.TOTAL_MAX_CHARS);
    }
    return target.value;
  }

  private void stay(Slot.Cause why) {
    left = left == null ? why : left;
  }

  private void add(long chars) {
    sizeChars += chars;
    if (sizeChars > PenpotLimits.VALUE_MAX_CHARS) {
      limit("characters in one value", PenpotLimits.VALUE_MAX_CHARS);
    } else if (depth > PenpotLimits.VALUE_DEPTH_MAX) {
      limit("composites inside each other", PenpotLimits.VALUE_DEPTH_MAX);
    }
  }

  private void limit(String what, long limit) {
    tooLarge = tooLarge == null ? new Slot.Cause.TooLarge(what, limit) : tooLarge;
  }

  /// Why the first reference that stays does, or null when none does.
  Slot.@Nullable Cause left() {
    return left;
  }

  /// Which limit the value goes beyond, or null.
  Slot.@Nullable Cause tooLarge() {
    return tooLarge;
  }

  /// Whether anything was replaced.
  boolean isProgress() {
    return isProgress;
  }

  /// Rough length of the result.
  long sizeChars() {
    return sizeChars;
  }

  /// Composites inside each other in the result.
  int depth() {
    return depth;
  }
}

package sluice.resolve.penpot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.token.Token;
import sluice.token.TokenValue;

/// Follows references between active tokens until every token is without one, or stuck.
///
/// A value is transformed only once it holds no reference, and others get the transformed value
/// (Style Dictionary, `_exportPlatform`: transform, resolve, and again). Tokens wait on an explicit
/// stack, so that chains of any length cost heap only. A token that refers to one that is waiting
/// is part of a cycle and stuck, and so is all that refers to it.
final class PenpotRun {
  private final Map<String, Slot> slots;
  private final List<Slot> stack = new ArrayList<>();
  private long writtenChars;

  /// @param tokens the active tokens, no two with one name
  PenpotRun(Collection<Token> tokens) {
    slots = HashMap.newHashMap(tokens.size());
    for (Token token : tokens) {
      slots.put(token.name(), new Slot(token));
    }
  }

  /// The token of that name, or null.
  @Nullable Slot find(String name) {
    return slots.get(name);
  }

  /// The names of all tokens.
  Set<String> names() {
    return slots.keySet();
  }

  /// Counts written characters; false once the whole run has written too many.
  boolean spend(long chars) {
    writtenChars += chars;
    return writtenChars <= PenpotLimits.TOTAL_MAX_CHARS;
  }

  /// Brings a token to its end, with all it refers to.
  void resolve(Slot root) {
    push(root);
    while (!stack.isEmpty()) {
      Slot slot = stack.getLast();
      Slot needed = advance(slot);
      if (needed == null) {
        stack.removeLast();
      } else {
        push(needed);
      }
    }
  }

  private void push(Slot slot) {
    if (slot.state == Slot.State.NEW) {
      slot.state = Slot.State.OPEN;
      stack.add(slot);
    }
  }

  /// Goes on with a token until it is at its end or another one has to be first.
  private @Nullable Slot advance(Slot slot) {
    while (slot.state == Slot.State.OPEN) {
      if (!slot.isCollected) {
        Set<Slot> needed = new LinkedHashSet<>();
        collect(slot.value, needed);
        slot.needed = new ArrayList<>(needed);
        slot.asked = 0;
        slot.isCollected = true;
      }
      while (slot.asked < slot.needed.size()) {
        Slot needed = slot.needed.get(slot.asked++);
        if (needed.state == Slot.State.NEW) {
          return needed;
        }
      }
      round(slot);
    }
    return null;
  }

  private void collect(TokenValue value, Set<Slot> needed) {
    switch (value) {
      case TokenValue.Text(String text) -> {
        for (PenpotReference reference : PenpotReference.find(text)) {
          Slot target = slots.get(reference.name());
          if (target != null && !Substitution.isTakenInRaw(reference, target)) {
            needed.add(target);
          }
        }
      }
      case TokenValue.Num _, TokenValue.Bool _, TokenValue.Nothing _ -> {}
      case TokenValue.Many(List<TokenValue> items) -> items.forEach(item -> collect(item, needed));
      case TokenValue.Parts(Map<String, TokenValue> parts) ->
          parts.values().forEach(part -> collect(part, needed));
    }
  }

  /// Replaces what can be replaced now.
  private void round(Slot slot) {
    Substitution substitution = new Substitution(this);
    TokenValue replaced = substitution.of(slot.value);
    Slot.Cause tooLarge = substitution.tooLarge();
    if (tooLarge != null) {
      slot.stick(tooLarge);
      return;
    }
    slot.value = replaced;
    slot.sizeChars = substitution.sizeChars();
    slot.depth = substitution.depth();
    Slot.Cause left = substitution.left();
    if (left == null && !PenpotReference.occursIn(replaced)) {
      slot.value = Transforms.apply(slot.type, replaced);
      slot.state = Slot.State.DONE;
      slot.needed = List.of();
    } else if (!substitution.isProgress() || ++slot.rounds > PenpotLimits.ROUNDS_MAX) {
      slot.stick(left == null ? new Slot.Cause.Cycle(slot) : left);
    } else {
      slot.isCollected = false;
    }
  }
}

package sluice.resolve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.token.TokenValue;

/// A composite or a list, its parts resolved one after the other (Tokens Studio, references,
/// algorithm). It fails with its first failing part, and when a part comes to a composite that has
/// the part's own name in it, as `fontSize` set to a whole typography token.
final class CompositeFrame implements Frame {
  private final TokenValue whole;
  private final @Nullable List<String> names;
  private final List<TokenValue> parts;
  private final List<TokenValue> resolved;
  private @Nullable Failure failure;
  private boolean failed;
  private boolean spoilt;
  private boolean holdsReference;
  private int depth;
  private long size;

  private CompositeFrame(TokenValue whole, @Nullable List<String> names, List<TokenValue> parts) {
    this.whole = whole;
    this.names = names;
    this.parts = parts;
    this.resolved = new ArrayList<>(parts.size());
  }

  static CompositeFrame of(TokenValue.Many many) {
    return new CompositeFrame(many, null, many.items());
  }

  static CompositeFrame of(TokenValue.Parts composite) {
    return new CompositeFrame(
        composite,
        new ArrayList<>(composite.parts().keySet()),
        new ArrayList<>(composite.parts().values()));
  }

  @Override
  public @Nullable Outcome advance(Resolution run, @Nullable Outcome delivered) {
    Outcome part = delivered;
    if (part != null) {
      take(part);
    }
    while (resolved.size() < parts.size()) {
      part = run.ask(parts.get(resolved.size()));
      if (part == null) {
        return null;
      }
      take(part);
    }
    return outcome(run);
  }

  private void take(Outcome part) {
    if (names != null) {
      String name = names.get(resolved.size());
      if (isIn(name, part.value())) {
        fail(new Failure.PartInItself(name));
      }
      holdsReference |= References.occurIn(name);
      size += name.length();
    }
    if (part.failed()) {
      fail(part.failure());
    }
    spoilt |= part.spoilt();
    holdsReference |= part.holdsReference();
    depth = Math.max(depth, part.depth());
    size += part.size() + 1;
    resolved.add(part.value());
  }

  /// Whether a part has a name the plugin finds in its value: one of the value's own parts, or what
  /// every list of JavaScript can do, of which `fill` is a property too.
  private static boolean isIn(String name, TokenValue value) {
    return switch (value) {
      case TokenValue.Parts(Map<String, TokenValue> inner) -> inner.containsKey(name);
      case TokenValue.Many _ -> name.equals("fill");
      case TokenValue.Text _, TokenValue.Num _, TokenValue.Bool _, TokenValue.Nothing _ -> false;
    };
  }

  private void fail(@Nullable Failure reason) {
    failed = true;
    failure = failure == null ? reason : failure;
  }

  private Outcome outcome(Resolution run) {
    if (depth >= Resolution.RESOLVED_DEPTH_MAX) {
      return tooLarge("composites inside each other", Resolution.RESOLVED_DEPTH_MAX);
    }
    if (size > Resolution.RESOLVED_TEXT_MAX_CHARS) {
      return tooLarge("characters in one value", Resolution.RESOLVED_TEXT_MAX_CHARS);
    }
    if (!run.spend(parts.size())) {
      return tooLarge("characters in all values", Resolution.RESOLVED_TOTAL_MAX_CHARS);
    }
    return new Outcome(
        value(),
        whole,
        failure,
        failed,
        spoilt,
        holdsReference || (names != null && parts.isEmpty()),
        depth + 1,
        size);
  }

  private TokenValue value() {
    if (names == null) {
      return new TokenValue.Many(resolved);
    }
    Map<String, TokenValue> composite = LinkedHashMap.newLinkedHashMap(resolved.size());
    for (int i = 0; i < resolved.size(); i++) {
      composite.put(names.get(i), resolved.get(i));
    }
    return new TokenValue.Parts(composite);
  }

  private Outcome tooLarge(String what, long limit) {
    return Outcome.spoilt(whole, new Failure.TooLarge(what, limit));
  }
}

package sluice.resolve.dtcg;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.token.dtcg.LocatedJson;

/// What tokens came to under other selections, for those that come to the same again.
///
/// A value follows from what the source writes, from what groups pass on, and from the tokens it
/// refers to in braces. A token whose source, set, inherited type and `$deprecated` are the same,
/// and whose references lead to tokens that came to the very same, is not read again. Tokens
/// without a value are, since what is said of them depends on what else there is; so are those with
/// a JSON Pointer, which may lead anywhere, and all that refer to one of these.
final class KnownTokens {
  /// Outcomes kept of one token of a source.
  private static final int OUTCOMES_MAX = 64;

  /// JSON values in all outcomes kept; further tokens are worked out each time.
  private static final long VALUES_MAX = 2_000_000;

  /// By the members of the token as its source has them.
  private final IdentityHashMap<Map<String, LocatedJson>, Written> known = new IdentityHashMap<>();

  private long values;

  /// A token of a source.
  ///
  /// @param references names of the tokens it refers to
  private record Written(List<String> references, List<Outcome> outcomes) {}

  /// Notes which of the tokens come to what they came to before, and gives them their values.
  ///
  /// @param root the finished tree
  void recall(Entry root, List<Entry> tokens) {
    List<Entry> stack = new ArrayList<>();
    for (Entry token : tokens) {
      stack.add(token);
      while (!stack.isEmpty()) {
        Entry top = stack.getLast();
        Entry next = top.isRecalled ? null : next(root, top);
        if (next != null) {
          stack.add(next);
          continue;
        }
        stack.removeLast();
        if (!top.isRecalled) {
          top.isRecalled = true;
          recall(root, top);
        }
      }
    }
  }

  /// A token it refers to that has not had its turn, or null. What is in a circle has no outcome
  /// whatever the order.
  private @Nullable Entry next(Entry root, Entry token) {
    Written written = known.get(token.written);
    if (written == null) {
      return null;
    }
    while (token.asked < written.references().size()) {
      Entry target = token(root, written.references().get(token.asked++));
      if (target != null && !target.isRecalled && target.asked == 0) {
        return target;
      }
    }
    return null;
  }

  private void recall(Entry root, Entry token) {
    token.asked = 0;
    Written written = known.get(token.written);
    if (written == null) {
      return;
    }
    List<Outcome> needed = outcomes(root, written.references());
    if (needed == null) {
      return;
    }
    for (Outcome outcome : written.outcomes()) {
      if (outcome.isOf(token, needed)) {
        outcome.give(token);
        return;
      }
    }
  }

  /// What the tokens of these names came to, or null when one of them has nothing that is known.
  private static @Nullable List<Outcome> outcomes(Entry root, List<String> names) {
    List<Outcome> outcomes = new ArrayList<>(names.size());
    for (String name : names) {
      Entry target = token(root, name);
      if (target == null || target.outcome == null) {
        return null;
      }
      outcomes.add(target.outcome);
    }
    return outcomes;
  }

  private static @Nullable Entry token(Entry root, String name) {
    Entry at = root;
    int start = 0;
    while (at != null && start <= name.length()) {
      int dot = name.indexOf('.', start);
      int end = dot < 0 ? name.length() : dot;
      at = at.children.get(name.substring(start, end));
      start = end + 1;
    }
    return at == null || at.kind == Entry.Kind.GROUP ? null : at;
  }

  /// Keeps what tokens came to, after all of them have.
  void keep(Entry root, List<Entry> tokens) {
    boolean isMore = true;
    // A token is kept after those it refers to; chains against the order of the tree take rounds.
    for (int round = 0; isMore && round < ROUNDS_MAX; round++) {
      isMore = false;
      for (Entry token : tokens) {
        isMore |= token.outcome == null && keep(root, token);
      }
    }
  }

  /// Links of a chain of references that runs against the order of the tree and is kept whole.
  private static final int ROUNDS_MAX = 8;

  private boolean keep(Entry root, Entry token) {
    LocatedJson value = token.properties.get("$value");
    if (token.failure != null || token.value == null || value == null || token.result == null) {
      return false;
    }
    Written written = known.get(token.written);
    if (written == null) {
      List<String> references = new ArrayList<>();
      if (!collect(value, references)) {
        return false;
      }
      written = new Written(references, new ArrayList<>());
      known.put(token.written, written);
    }
    List<Outcome> needed = outcomes(root, written.references());
    if (needed == null
        || written.outcomes().size() >= OUTCOMES_MAX
        || values + token.size > VALUES_MAX) {
      return false;
    }
    values += token.size;
    token.outcome = Outcome.of(token, needed);
    written.outcomes().add(token.outcome);
    return true;
  }

  /// Collects the names of references in braces; false when there is a pointer.
  private static boolean collect(LocatedJson value, List<String> references) {
    return switch (value) {
      case LocatedJson.Str text -> {
        if (CurlyReference.isMeant(text.text())) {
          references.add(text.text().substring(1, text.text().length() - 1));
        }
        yield true;
      }
      case LocatedJson.Obj object -> {
        boolean isPlain = !object.members().containsKey("$ref");
        for (LocatedJson member : object.members().values()) {
          isPlain &= collect(member, references);
        }
        yield isPlain;
      }
      case LocatedJson.Arr array -> {
        boolean isPlain = true;
        for (LocatedJson item : array.items()) {
          isPlain &= collect(item, references);
        }
        yield isPlain;
      }
      case LocatedJson.Num _, LocatedJson.Bool _, LocatedJson.Null _ -> true;
    };
  }
}

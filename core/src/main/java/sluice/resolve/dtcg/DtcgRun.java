package sluice.resolve.dtcg;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.token.dtcg.DtcgType;
import sluice.token.dtcg.LocatedJson;

/// Brings tokens to their values, each after those it refers to.
///
/// Tokens wait on a stack, so that chains of any length cost heap only. A token that needs one that
/// is on the stack has found a circle, and all that are on the stack from there on are its members.
/// The type is the token's own, else that of the token it is an alias of, else that of the nearest
/// group (Format module, type precedence).
final class DtcgRun {
  private final References references;
  private final Budget budget = new Budget();
  private final List<Entry> stack = new ArrayList<>();

  DtcgRun(Entry root) {
    references = new References(root);
  }

  /// Whether so little was read and kept that no limit can have had a say.
  boolean isFarFromLimits() {
    return budget.isFarFromLimits();
  }

  /// Brings a token to its end, with all it refers to.
  void resolve(Entry token) {
    push(token);
    while (!stack.isEmpty()) {
      Entry top = stack.getLast();
      Entry next = next(top);
      if (next != null) {
        push(next);
      } else if (top.state == Entry.State.DONE || advance(top)) {
        stack.removeLast();
      }
    }
  }

  private void push(Entry token) {
    if (token.state == Entry.State.NEW) {
      token.state = Entry.State.OPEN;
      stack.add(token);
    }
  }

  /// The next token that has to be worked out before another, or null.
  private @Nullable Entry next(Entry token) {
    while (token.asked < token.needed.size()) {
      Entry needed = token.needed.get(token.asked++);
      if (needed.state == Entry.State.NEW) {
        return needed;
      }
      if (needed.state == Entry.State.OPEN) {
        circle(needed);
      }
    }
    return null;
  }

  private void circle(Entry start) {
    List<Entry> members = List.copyOf(stack.subList(stack.lastIndexOf(start), stack.size()));
    for (Entry member : members) {
      if (member.circle == null) {
        member.circle = members;
      }
    }
  }

  /// Reads a token's value; false when others have to come first.
  private boolean advance(Entry token) {
    if (token.declared != null) {
      fail(token, token.declared);
      return true;
    }
    if (token.circle != null) {
      fail(
          token,
          DtcgReport.problem(token, ProblemCode.TOKEN_CYCLE, token.at)
              .because(GroupExtension.listed(token.circle)));
      return true;
    }
    TypedReading reading = new TypedReading(token, references, budget);
    try {
      List<Entry> needed = read(token, reading);
      if (!needed.isEmpty()) {
        token.needed = needed;
        token.asked = 0;
        return false;
      }
      if (!budget.keep(token.size)) {
        throw Rejection.limit(
            token.at, "more than %,d values in all tokens".formatted(DtcgLimits.VALUES_MAX));
      }
      token.doubt = reading.doubt();
      done(token);
    } catch (Rejection e) {
      token.value = null;
      fail(token, DtcgReport.of(token, e));
    }
    return true;
  }

  /// The tokens that have to come first; none when the token has its value.
  private List<Entry> read(Entry token, TypedReading reading) throws Rejection {
    LocatedJson value = References.value(token);
    if (value == null) {
      throw Rejection.rule(token.at, "it has neither $value nor $ref");
    }
    boolean isAlias = !token.properties.containsKey("$value") || References.isReference(value);
    if (!isAlias) {
      return read(token, ownOrGroupType(token), value, reading);
    }
    return switch (references.of(value, token)) {
      case Landing.Nowhere nowhere ->
          throw Rejection.reference(value.at(), References.text(value), nowhere);
      case Landing.OnPart(LocatedJson json) -> read(token, ownOrGroupType(token), json, reading);
      case Landing.OnToken(Entry target, boolean isWhole) -> {
        if (target.state != Entry.State.DONE) {
          yield List.of(target);
        }
        if (target.failure != null) {
          throw Rejection.through(value.at(), target);
        }
        if (!isWhole) {
          yield read(token, ownOrGroupType(token), TypedReading.json(target), reading);
        }
        alias(token, target, value);
        yield List.of();
      }
    };
  }

  private static void alias(Entry token, Entry target, LocatedJson reference) throws Rejection {
    String own = token.text("$type");
    DtcgType type = target.type;
    if (own != null && (type == null || !own.equals(type.text()))) {
      throw Rejection.value(
          reference.at(),
          "\"%s\" leads to a token of type %s, but its own type is %s"
              .formatted(References.text(reference), type == null ? "none" : type.text(), own));
    }
    token.type = type;
    token.value = target.value;
    token.json = target.json;
    token.size = target.size;
  }

  private static List<Entry> read(
      Entry token, DtcgType type, LocatedJson json, TypedReading reading) throws Rejection {
    token.type = type;
    token.value = reading.read(type, json);
    token.json = json;
    token.size = reading.size();
    return reading.needed();
  }

  private static DtcgType ownOrGroupType(Entry token) throws Rejection {
    String own = token.text("$type");
    String name = own == null ? token.groupType() : own;
    if (name == null) {
      throw Rejection.rule(
          token.at,
          "it has no $type, no group around it has one, and its value is no alias of a token;"
              + " a type is never guessed from a value");
    }
    DtcgType type = DtcgType.of(name);
    if (type == null) {
      throw Rejection.rule(
          token.at, "its type is \"%s\"; allowed: %s".formatted(name, DtcgType.listed()));
    }
    return type;
  }

  private static void fail(Entry token, Problem problem) {
    token.failure = problem;
    done(token);
  }

  private static void done(Entry token) {
    token.state = Entry.State.DONE;
    token.needed = List.of();
  }
}

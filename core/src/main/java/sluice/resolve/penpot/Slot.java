package sluice.resolve.penpot;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.token.PenpotTokenType;
import sluice.token.Token;
import sluice.token.TokenValue;

/// One active token while references are followed.
final class Slot {
  /// How far it is.
  enum State {
    NEW,
    /// On the stack, waiting for what it refers to.
    OPEN,
    /// Without references, transformed; others may refer to it.
    DONE,
    /// A reference is left in it for good.
    STUCK
  }

  final Token token;
  final PenpotTokenType type;
  State state = State.NEW;

  /// The value so far.
  TokenValue value;

  /// What it refers to in this round, and how much of that has been asked for.
  List<Slot> needed = List.of();

  int asked;
  boolean isCollected;
  int rounds;

  /// Rough length of the value, and composites inside each other in it.
  long sizeChars = 1;

  int depth;
  @Nullable Cause cause;

  /// What the chain of causes ends in, never `Through`. Kept, so that a report on a long chain need
  /// not walk it for each of its tokens.
  @Nullable Cause end;

  /// Why a token is stuck.
  sealed interface Cause {
    /// There is no active token of that name.
    record Missing(String name) implements Cause {}

    /// The token is being resolved already.
    record Cycle(Slot slot) implements Cause {}

    /// The token referred to is stuck.
    record Through(Slot slot) implements Cause {}

    /// The value grew beyond a limit.
    record TooLarge(String what, long limit) implements Cause {}
  }

  Slot(Token token) {
    this.token = token;
    PenpotTokenType known = token.type() == null ? null : PenpotTokenType.ofJson(token.type());
    this.type = known == null ? PenpotTokenType.OTHER : known;
    this.value = token.value();
  }

  void stick(Cause why) {
    state = State.STUCK;
    cause = why;
    end = why instanceof Cause.Through(Slot through) ? through.end : why;
    needed = List.of();
  }
}

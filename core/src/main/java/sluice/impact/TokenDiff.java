package sluice.impact;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sluice.resolve.ResolvedToken;
import sluice.resolve.ResolvedTokens;
import sluice.resolve.TokenReferences;
import sluice.token.TokenValue;

/// Which tokens are different in two versions. Grows with the tokens that are.
///
/// A token is different when its value, its type, or whether it has a value is; what it is
/// described as does not matter. A reference is followed as `sluice inspect` does.
public final class TokenDiff {
  /// Names a delta lists as its reasons.
  static final int BECAUSE_MAX = 8;

  private final List<TokenDelta> deltas;

  /// The same tokens as a document understands them, for versions in different dialects: there a
  /// token is different when its value means something else.
  public record Meant(ResolvedTokens older, ResolvedTokens newer) {}

  private TokenDiff(List<TokenDelta> deltas) {
    this.deltas = deltas;
  }

  /// Compares two versions.
  ///
  /// @param older the tokens that counted, in their order
  /// @param newer the tokens that are to count
  /// @param meant null for versions in the same dialect
  /// @param written writes a value as JSON
  public static TokenDiff of(
      List<ResolvedToken> older,
      List<ResolvedToken> newer,
      @Nullable Meant meant,
      Function<TokenValue, String> written) {
    return new TokenDiff(new Comparison(older, newer, meant).deltas(written));
  }

  /// The tokens that changed or were added in the order of the newer version, then those that were
  /// removed.
  public List<TokenDelta> deltas() {
    return deltas;
  }

  /// How many tokens are different in that way.
  public long count(TokenDelta.Kind kind) {
    return deltas.stream().filter(delta -> delta.kind() == kind).count();
  }

  /// Two versions side by side.
  private static final class Comparison {
    private final Map<String, ResolvedToken> older;
    private final Map<String, ResolvedToken> newer;
    private final @Nullable Meant meant;

    Comparison(List<ResolvedToken> older, List<ResolvedToken> newer, @Nullable Meant meant) {
      this.older = byName(older);
      this.newer = byName(newer);
      this.meant = meant;
    }

    private static Map<String, ResolvedToken> byName(List<ResolvedToken> tokens) {
      Map<String, ResolvedToken> byName = LinkedHashMap.newLinkedHashMap(tokens.size());
      tokens.forEach(token -> byName.put(token.name(), token));
      return byName;
    }

    List<TokenDelta> deltas(Function<TokenValue, String> written) {
      List<TokenDelta> deltas = new ArrayList<>();
      newer.forEach((name, token) -> {
        ResolvedToken before = older.get(name);
        if (before == null || !isSame(before, token)) {
          deltas.add(delta(name, before, token, written));
        }
      });
      older.forEach((name, token) -> {
        if (!newer.containsKey(name)) {
          deltas.add(delta(name, token, null, written));
        }
      });
      return List.copyOf(deltas);
    }

    private TokenDelta delta(
        String name,
        @Nullable ResolvedToken before,
        @Nullable ResolvedToken after,
        Function<TokenValue, String> written) {
      Set<String> reasons =
          before != null && after != null && isWrittenAlike(before, after) ? reasons(name) : null;
      return new TokenDelta(
          name,
          Objects.requireNonNull(after == null ? before : after).token().type(),
          before == null
              ? TokenDelta.Kind.ADDED
              : after == null ? TokenDelta.Kind.REMOVED : TokenDelta.Kind.CHANGED,
          value(before, written),
          value(after, written),
          reasons == null ? null : reasons.stream().limit(BECAUSE_MAX).toList(),
          reasons == null ? 0 : Math.max(0, reasons.size() - BECAUSE_MAX));
    }

    private static TokenDelta.@Nullable Value value(
        @Nullable ResolvedToken token, Function<TokenValue, String> written) {
      return token == null
          ? null
          : new TokenDelta.Value(written.apply(token.value()), !token.failed());
    }

    private boolean isSame(ResolvedToken before, ResolvedToken after) {
      if (before.failed() != after.failed()) {
        return false;
      }
      if (meant == null) {
        return before.value().equals(after.value())
            && Objects.equals(before.token().type(), after.token().type());
      }
      ResolvedToken beforeMeant = meant.older().find(before.name());
      ResolvedToken afterMeant = meant.newer().find(after.name());
      return beforeMeant != null
          && afterMeant != null
          && SameMeaning.of(beforeMeant.value(), afterMeant.value());
    }

    private static boolean isWrittenAlike(ResolvedToken before, ResolvedToken after) {
      return before.token().value().equals(after.token().value())
          && Objects.equals(before.token().modifier(), after.token().modifier())
          && Objects.equals(before.token().type(), after.token().type());
    }

    /// The tokens a value follows from that are different in themselves.
    private Set<String> reasons(String name) {
      Set<String> reasons = new LinkedHashSet<>();
      Set<String> seen = new HashSet<>(Set.of(name));
      Deque<String> open = new ArrayDeque<>(references(name));
      while (!open.isEmpty()) {
        String next = open.poll();
        ResolvedToken before = older.get(next);
        ResolvedToken after = newer.get(next);
        if (!seen.add(next) || (before == null && after == null)) {
          continue;
        }
        if (before == null || after == null) {
          reasons.add(next);
        } else if (!isSame(before, after)) {
          if (isWrittenAlike(before, after)) {
            open.addAll(references(next));
          } else {
            reasons.add(next);
          }
        }
      }
      return reasons;
    }

    /// What a token that is written alike in both versions refers to.
    private Set<String> references(String name) {
      return TokenReferences.of(Objects.requireNonNull(newer.get(name)).token());
    }
  }
}

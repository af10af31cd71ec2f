package sluice.apply;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.resolve.ResolvedToken;
import sluice.resolve.ResolvedTokens;
import sluice.token.AppliedToken;

/// What the tokens applied to a node say, key by key (Tokens Studio, from applied data to values).
///
/// Depends on nothing but the ordered list of applied tokens and the resolved tokens, so one
/// instance serves every node with that list. Immutable; safe to share between threads.
public final class NodeTokens {
  private final Map<PropertyKey, String> data;
  private final Map<PropertyKey, AppliedValue> values;
  private final Map<PropertyKey, ResolvedToken> referenced;
  private final EnumSet<PropertyKey> unresolved;
  private final List<AppliedToken> missing;
  private final List<KeyProblem> problems;

  NodeTokens(
      Map<PropertyKey, String> data,
      Map<PropertyKey, AppliedValue> values,
      EnumMap<PropertyKey, ResolvedToken> referenced,
      EnumSet<PropertyKey> unresolved,
      List<AppliedToken> missing,
      List<KeyProblem> problems) {
    this.data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    // A map of an enum has room for every constant; thousands of these are kept, each for a few.
    this.referenced = Map.copyOf(referenced);
    this.unresolved = EnumSet.copyOf(unresolved);
    this.missing = List.copyOf(missing);
    this.problems = List.copyOf(problems);
  }

  /// Works out what a list of applied tokens says.
  ///
  /// @param applied in stored key order
  public static NodeTokens of(List<AppliedToken> applied, ResolvedTokens tokens) {
    return new NodeTokensBuilder(applied, tokens).build();
  }

  /// Which token each key refers to, compositions and borders taken apart; the names need not
  /// exist.
  public Map<PropertyKey, String> data() {
    return data;
  }

  /// The value of each key whose token exists, in the order keys became known; includes values that
  /// clear.
  public Map<PropertyKey, AppliedValue> values() {
    return values;
  }

  /// The value to write for a key, or null when there is none or it clears.
  public @Nullable AppliedValue value(PropertyKey key) {
    AppliedValue value = values.get(key);
    return value == null || value.clears() ? null : value;
  }

  /// Whether the key refers to some token, known or not.
  public boolean refersTo(PropertyKey key) {
    return data.containsKey(key);
  }

  /// The token a key refers to, or null when it doesn't exist or couldn't be resolved. Shadows and
  /// typography are read from it, never from a composition's member.
  public @Nullable ResolvedToken referenced(PropertyKey key) {
    return referenced.get(key);
  }

  /// Whether the token a key refers to exists but nothing of it could be resolved.
  public boolean isUnresolved(PropertyKey key) {
    return unresolved.contains(key);
  }

  /// Applied tokens that no set defines, in stored order; the word `none` is never missing.
  public List<AppliedToken> missing() {
    return missing;
  }

  /// What else keeps an applied token from having an effect, in stored order.
  public List<KeyProblem> problems() {
    return problems;
  }
}

package sluice.resolve.dtcg;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sluice.problem.Problem;
import sluice.resolve.ResolvedToken;
import sluice.token.TokenValue;
import sluice.token.dtcg.DtcgType;
import sluice.token.dtcg.LocatedJson;

/// What a token came to, and from what besides what its source writes.
///
/// @param path its names, since one group's token may be another's by `$extends`
/// @param groupType the type it gets from groups, or null
/// @param deprecated what a group says, or null
/// @param needed what the tokens it refers to came to, in the order of its value
record Outcome(
    String path,
    String set,
    @Nullable String groupType,
    @Nullable LocatedJson deprecated,
    List<Outcome> needed,
    ResolvedToken result,
    @Nullable DtcgRemarks remarks,
    @Nullable DtcgType type,
    TokenValue value,
    @Nullable LocatedJson json,
    long size,
    @Nullable Problem doubt) {

  /// The outcome of a token that has its value.
  static Outcome of(Entry token, List<Outcome> needed) {
    return new Outcome(
        token.path(),
        token.set,
        token.groupType(),
        token.deprecated(),
        needed,
        Objects.requireNonNull(token.result),
        token.remarks,
        token.type,
        Objects.requireNonNull(token.value),
        token.json,
        token.size,
        token.doubt);
  }

  /// Whether a token of the same source comes to this too.
  @SuppressWarnings("ReferenceEquality") // the very same is meant; comparing all through costs more
  boolean isOf(Entry token, List<Outcome> needs) {
    if (needs.size() != needed.size()) {
      return false;
    }
    for (int i = 0; i < needs.size(); i++) {
      if (needs.get(i) != needed.get(i)) {
        return false;
      }
    }
    return set.equals(token.set)
        && deprecated == token.deprecated()
        && Objects.equals(groupType, token.groupType())
        && token.declared == null
        && isAt(token);
  }

  /// Whether a token has this path; compared from its end, without making the text.
  private boolean isAt(Entry token) {
    int end = path.length();
    for (Entry entry = token; entry.parent != null; entry = entry.parent) {
      int start = end - entry.name.length();
      if (start < 0 || !path.startsWith(entry.name, start)) {
        return false;
      }
      boolean isFirst = entry.parent.parent == null;
      if (isFirst != (start == 0) || (!isFirst && path.charAt(start - 1) != '.')) {
        return false;
      }
      end = start - 1;
    }
    return true;
  }

  /// Gives a token its value.
  void give(Entry token) {
    token.outcome = this;
    token.result = result;
    token.remarks = remarks;
    token.type = type;
    token.value = value;
    token.json = json;
    token.size = size;
    token.doubt = doubt;
    token.state = Entry.State.DONE;
  }
}

package sluice.finding;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonLines;
import sluice.json.JsonText;
import sluice.json.ObjectSpans;
import sluice.problem.ProblemCode;

/// What another version of the tokens does to one node, as one line of JSON: made of the findings
/// there are with the older tokens and those there are with the newer ones.
///
/// ```json
/// {"node":"12:345","type":"FRAME","page":"0:1","path":"Home / Card",
///  "changes":[{"property":"fills","token":"color.bg","before":[…],"after":[…],"cause":"tokens"}],
///  "broken":[{"property":"fill","token":"gone","problem":"token-missing","what":"…"}],
///  "layout":1,"kept":1,"repaired":1,"stillBroken":1}
/// ```
///
/// `changes` are exactly those that applying the newer tokens makes. Their cause is [Cause]. The
/// numbers, and lists that would be empty, are left out where there is nothing to tell:
///
/// * `broken`: what keeps a token from being written with the newer tokens and did not with the
///   older ones; waiting for a layout is no such thing and is counted as `layout`,
/// * `kept`: values that are not those of the older tokens and that the newer ones leave alone,
/// * `repaired`: what kept a token from being written with the older tokens only,
/// * `stillBroken`: what does so with both.
public final class NodeImpact {
  /// Why a value would change.
  public enum Cause {
    /// It is the older token's, and the newer one's is another.
    TOKENS,
    /// It is neither the older token's nor the newer one's, and those two are different.
    BOTH,
    /// It is another than the token's, which is the same in both versions.
    DRIFT;

    private final String text = name().toLowerCase(Locale.ROOT);

    /// The word in files.
    public String text() {
      return text;
    }
  }

  private static final int KIND = 0;
  private static final byte[] STALE = "{\"kind\":\"stale\"".getBytes(StandardCharsets.US_ASCII);
  private static final String LAYOUT = ProblemCode.LAYOUT_PENDING.text();

  private final List<Finding> older;
  private final LineBuffer out;
  private boolean begun;
  private int layout;
  private int kept;
  private int repaired;
  private int stillBroken;
  private final BitSet drift = new BitSet(0);
  private int changes;
  private boolean breaks;

  /// What a line tells, for who counts beside it.
  ///
  /// @param drift which of the changes that applying the newer tokens makes are of cause
  ///   [Cause#DRIFT], by their places in the order of the newer findings
  /// @param isAffected whether a difference of the tokens changes or breaks something
  public record Told(BitSet drift, boolean isAffected) {}

  private NodeImpact(List<Finding> older, LineBuffer out) {
    this.older = older;
    this.out = out;
  }

  /// A finding's line with its members; one of the older tokens is met once at most.
  private static final class Finding {
    final byte[] bytes;
    final ObjectSpans members;
    final boolean isStale;
    final int property;
    final int token;
    boolean met;

    Finding(byte[] bytes, int from) {
      this.bytes = bytes;
      this.members = new ObjectSpans(bytes, from);
      this.isStale = Arrays.equals(bytes, from, from + STALE.length, STALE, 0, STALE.length);
      this.property = members.find("property");
      this.token = members.find("token");
    }

    boolean sameAt(int member, Finding other, int others) {
      if (member < 0 || others < 0) {
        return member < 0 && others < 0;
      }
      return Arrays.equals(
          bytes,
          members.valueFrom(member),
          members.valueTo(member),
          other.bytes,
          other.members.valueFrom(others),
          other.members.valueTo(others));
    }

    boolean same(String key, Finding other) {
      return sameAt(members.find(key), other, other.members.find(key));
    }

    /// How many members stand before the first that is not about which node it is, or the kind.
    int placeMembers() {
      int member = KIND + 1;
      while (member < members.count()
          && member != property
          && member != token
          && !members.is(member, "problem")) {
        member++;
      }
      return member;
    }
  }

  /// Writes a node's line, its line end included.
  ///
  /// @param older holds the lines with the older tokens
  /// @param olderFrom where the node's begin
  /// @param olderTo where they end; the same where there are none
  /// @param newer holds the lines with the newer tokens, likewise
  /// @param out is added to
  public static Told write(
      byte[] older,
      int olderFrom,
      int olderTo,
      byte[] newer,
      int newerFrom,
      int newerTo,
      LineBuffer out) {
    List<Finding> before = findings(older, olderFrom, olderTo);
    List<Finding> after = findings(newer, newerFrom, newerTo);
    NodeImpact line = new NodeImpact(before, out);
    line.place(after.isEmpty() ? before.getFirst() : after.getFirst());
    after.forEach(line::change);
    line.close();
    after.forEach(line::broken);
    line.close();
    before.forEach(line::left);
    line.numbers();
    return new Told(line.drift, line.breaks || line.drift.cardinality() < line.changes);
  }

  private static List<Finding> findings(byte[] bytes, int from, int to) {
    List<Finding> found = new ArrayList<>(4);
    int at = from;
    while (at < to) {
      found.add(new Finding(bytes, at));
      at = JsonLines.lineEnd(bytes, at, to) + 1;
    }
    return found;
  }

  private void place(Finding finding) {
    out.add("{")
        .add(
            finding.bytes,
            finding.members.keyFrom(KIND + 1),
            finding.members.valueTo(finding.placeMembers() - 1));
  }

  private void change(Finding finding) {
    if (!finding.isStale) {
      return;
    }
    int actual = finding.members.find("actual");
    int expected = finding.members.find("expected");
    Finding was = counterpart(finding);
    Cause cause =
        was == null ? Cause.TOKENS : was.same("expected", finding) ? Cause.DRIFT : Cause.BOTH;
    drift.set(changes, cause == Cause.DRIFT);
    changes++;
    begin("changes");
    member("\"property\":", finding, finding.property);
    member(",\"token\":", finding, finding.token);
    member(",\"before\":", finding, actual);
    member(",\"after\":", finding, expected);
    out.add(",\"cause\":\"").add(cause.text()).add("\"}");
  }

  /// The finding about the same thing with the older tokens, or null.
  private @Nullable Finding counterpart(Finding finding) {
    for (Finding candidate : older) {
      if (!candidate.met
          && candidate.isStale == finding.isStale
          && candidate.sameAt(candidate.property, finding, finding.property)
          && (finding.isStale
              || (candidate.sameAt(candidate.token, finding, finding.token)
                  && candidate.same("problem", finding)))) {
        candidate.met = true;
        return candidate;
      }
    }
    return null;
  }

  private void broken(Finding finding) {
    if (finding.isStale) {
      return;
    }
    boolean isNew = counterpart(finding) == null;
    if (isLayout(finding)) {
      layout += isNew ? 1 : 0;
    } else if (isNew) {
      breaks = true;
      begin("broken");
      // Everything behind the place: property and token where they are known, and the problem.
      out.add(
          finding.bytes,
          finding.members.keyFrom(finding.placeMembers()),
          finding.members.valueTo(finding.members.count() - 1));
      out.add("}");
    } else {
      stillBroken++;
    }
  }

  private static int problem(Finding finding) {
    return finding.members.find("problem");
  }

  private static boolean isLayout(Finding finding) {
    int problem = problem(finding);
    return JsonText.is(
        LAYOUT,
        finding.bytes,
        finding.members.valueFrom(problem) + 1,
        finding.members.valueTo(problem) - 1);
  }

  private void left(Finding finding) {
    if (finding.met) {
      return;
    }
    if (finding.isStale) {
      kept++;
    } else if (!isLayout(finding)) {
      repaired++;
    }
  }

  private void begin(String list) {
    out.add(begun ? ",{" : ",\"" + list + "\":[{");
    begun = true;
  }

  private void close() {
    if (begun) {
      out.add("]");
      begun = false;
    }
  }

  private void member(String key, Finding finding, int member) {
    if (member >= 0) {
      out.add(key)
          .add(finding.bytes, finding.members.valueFrom(member), finding.members.valueTo(member));
    }
  }

  private void numbers() {
    number("layout", layout);
    number("kept", kept);
    number("repaired", repaired);
    number("stillBroken", stillBroken);
    out.add("}\n");
  }

  private void number(String key, int count) {
    if (count > 0) {
      out.add(",\"" + key + "\":" + count);
    }
  }
}

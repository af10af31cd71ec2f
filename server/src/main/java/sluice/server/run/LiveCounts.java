package sluice.server.run;

import java.util.Arrays;
import java.util.Locale;
import sluice.json.JsonValue;
import sluice.server.frame.FrameText;

/// What a run has come to so far. Not safe for use by several threads at once.
public final class LiveCounts {

  /// One of the numbers.
  public enum Count {
    /// Nodes the plugin found, of the pages begun.
    CANDIDATES,
    /// Nodes decided: the sum of the next five.
    NODES,
    CHANGED,
    UNCHANGED,
    SKIPPED,
    FAILED,
    /// Nodes of instances that would change, left alone by the run's policy.
    OVERRIDES,
    /// Fields to be written.
    VALUES,
    /// Nodes the plugin wrote.
    WRITTEN,
    /// Nodes that had the values when the plugin came to write them.
    EQUAL,
    /// Fields the plugin could not write.
    ERRORS;

    /// The member's name in frames and journals.
    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Count[] ALL = Count.values();

  private final long[] counts = new long[ALL.length];

  /// Adds to one number.
  @SuppressWarnings("EnumOrdinal")
  public void add(Count count, long more) {
    counts[count.ordinal()] += more;
  }

  /// One number.
  @SuppressWarnings("EnumOrdinal")
  public long get(Count count) {
    return counts[count.ordinal()];
  }

  /// Adds all of another's numbers.
  public void addAll(LiveCounts more) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += more.counts[i];
    }
  }

  /// Back to nothing.
  public void clear() {
    Arrays.fill(counts, 0);
  }

  /// A copy that stays as it is.
  public LiveCounts copy() {
    LiveCounts copy = new LiveCounts();
    copy.addAll(this);
    return copy;
  }

  /// All numbers as a JSON object.
  public String json() {
    StringBuilder out = new StringBuilder("{");
    for (int i = 0; i < ALL.length; i++) {
      out.append(i > 0 ? "," : "").append('"').append(ALL[i].text()).append("\":").append(counts[i]);
    }
    return out.append('}').toString();
  }

  /// Adds the numbers of a JSON object; what is missing counts as 0.
  void addAll(JsonValue.Obj object) {
    for (int i = 0; i < ALL.length; i++) {
      if (object.member(ALL[i].text()) instanceof JsonValue.Num(double value, String _)) {
        counts[i] += (long) value;
      }
    }
  }

  /// Adds the member `counts` to a frame.
  public FrameText addTo(FrameText frame) {
    return frame.withJson("counts", json());
  }
}

package sluice.impact;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.finding.NodeImpact;
import sluice.finding.report.ValueLook;
import sluice.json.ArraySpans;
import sluice.json.JsonText;
import sluice.json.ObjectSpans;

/// What a run told of one node, read where somebody asks; see [NodeImpact]. Valid until the next
/// line is read.
final class NodeLine {
  private static final String BETWEEN_NAMES = " / ";

  private final byte[] bytes;
  private final ObjectSpans members;

  NodeLine(byte[] bytes, int from) {
    this.bytes = bytes;
    this.members = new ObjectSpans(bytes, from);
  }

  /// The text of a member; empty when it is absent.
  String text(String member) {
    return text(bytes, members, member);
  }

  private static String text(byte[] bytes, ObjectSpans members, String member) {
    int found = members.find(member);
    return found < 0
        ? ""
        : JsonText.decode(bytes, members.valueFrom(found) + 1, members.valueTo(found) - 1);
  }

  /// A small number; 0 when it is absent.
  long number(String member) {
    String json = json(members, member);
    return json == null ? 0 : Long.parseLong(json);
  }

  private @Nullable String json(ObjectSpans of, String member) {
    int found = of.find(member);
    return found < 0
        ? null
        : new String(
            bytes,
            of.valueFrom(found),
            of.valueTo(found) - of.valueFrom(found),
            StandardCharsets.UTF_8);
  }

  /// The page's name, which is the first of the path's; its id where the path has no more, and
  /// empty in a document without pages.
  String pageName() {
    String path = text("page").isEmpty() ? "" : text("path");
    int end = path.indexOf(BETWEEN_NAMES);
    return end < 0 ? text("page") : path.substring(0, end);
  }

  /// A value that would change.
  final class Change {
    private final ObjectSpans change;

    Change(int from) {
      this.change = new ObjectSpans(bytes, from);
    }

    String token() {
      return NodeLine.text(bytes, change, "token");
    }

    NodeImpact.Cause cause() {
      String said = NodeLine.text(bytes, change, "cause");
      for (NodeImpact.Cause cause : NodeImpact.Cause.values()) {
        if (cause.text().equals(said)) {
          return cause;
        }
      }
      throw new IllegalStateException("a line that tells no impact");
    }

    /// `cornerRadius 8 → 12 (radius.md)`.
    String words() {
      return "%s %s → %s (%s)"
          .formatted(
              NodeLine.text(bytes, change, "property"),
              ValueLook.ofJson(json(change, "before")),
              ValueLook.ofJson(json(change, "after")),
              token());
    }
  }

  /// A property that breaks.
  final class Break {
    private final ObjectSpans found;

    Break(int from) {
      this.found = new ObjectSpans(bytes, from);
    }

    /// Empty where it is not known.
    String token() {
      return NodeLine.text(bytes, found, "token");
    }

    /// `fill: no token named "gone"`.
    String words() {
      String property = NodeLine.text(bytes, found, "property");
      return (property.isEmpty() ? "" : property + ": ") + NodeLine.text(bytes, found, "what");
    }
  }

  List<Change> changes() {
    List<Change> all = new ArrayList<>();
    ArraySpans spans = array("changes");
    for (int i = 0; spans != null && i < spans.count(); i++) {
      all.add(new Change(spans.from(i)));
    }
    return all;
  }

  List<Break> broken() {
    List<Break> all = new ArrayList<>();
    ArraySpans spans = array("broken");
    for (int i = 0; spans != null && i < spans.count(); i++) {
      all.add(new Break(spans.from(i)));
    }
    return all;
  }

  private @Nullable ArraySpans array(String member) {
    int found = members.find(member);
    return found < 0 ? null : new ArraySpans(bytes, members.valueFrom(found));
  }

  /// This node as an example.
  Impact.Example example(String what) {
    return new Impact.Example(text("node"), text("path"), what, 0);
  }
}

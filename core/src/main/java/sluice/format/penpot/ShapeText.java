package sluice.format.penpot;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.finding.FindingLine;
import sluice.finding.LineBuffer;
import sluice.finding.NearestTokens;
import sluice.finding.NodeLines;
import sluice.finding.RawValue;
import sluice.format.penpot.shape.Shape;
import sluice.json.JsonSpans;
import sluice.json.JsonText;
import sluice.json.JsonTree;
import sluice.json.JsonUpdate;
import sluice.json.JsonValue;
import sluice.problem.Problem;

/// The lines about one shape.
final class ShapeText {
  private final NodeLines lines;
  private final ShapeChunk.Slot slot;
  private final ArchiveContents contents;
  private final LineBuffer text = new LineBuffer();
  private @Nullable Shape shape;
  private byte @Nullable [] place;

  ShapeText(NodeLines lines, ShapeChunk.Slot slot, ArchiveContents contents) {
    this.lines = lines;
    this.slot = slot;
    this.contents = contents;
  }

  /// Says which shape it is, once it could be read.
  void turnTo(Shape current) {
    shape = current;
  }

  /// Tells what changes.
  ///
  /// @param applied the shape's `appliedTokens` as compact JSON
  /// @param update what was changed, and how to take it back
  void changed(Shape current, String applied, JsonUpdate update) {
    if (lines.kind() == NodeLines.Kind.CHANGES) {
      text.add(
          ShapeLine.of(
              slot.name,
              slot.entry.name(),
              contents.pageName(slot.name.page()),
              current,
              applied,
              update));
    } else if (lines.kind() == NodeLines.Kind.FINDINGS) {
      for (JsonUpdate.Change change : update.changes()) {
        byte[] members = stale(current, change).getBytes(StandardCharsets.UTF_8);
        FindingLine.stale(place(), members, 0, members.length, text);
      }
    }
  }

  /// Tells of a library that takes the place of another, so that the run can be taken back.
  ///
  /// @param old its text before
  /// @param size how many bytes it has now
  void replacedLibrary(String old, int size) {
    if (lines.kind() == NodeLines.Kind.CHANGES) {
      text.add(ShapeLine.ofLibrary(slot.name.file(), slot.entry.name(), old, size));
    }
  }

  private static String stale(Shape current, JsonUpdate.Change change) {
    StringBuilder out = new StringBuilder("\"property\":");
    JsonText.quote(change.path(), out);
    JsonText.quote(current.tokenOf(change.path()), out.append(",\"token\":"));
    String before = change.before();
    if (before != null) {
      out.append(",\"actual\":").append(JsonSpans.compact(before));
    }
    JsonValue after = change.after();
    if (after != null) {
      JsonTree.write(after, out.append(",\"expected\":"));
    }
    return out.toString();
  }

  /// Tells what keeps a token from being applied.
  ///
  /// @param attribute what it is applied to, or null for the shape as a whole
  void broken(@Nullable String attribute, @Nullable String token, Problem problem) {
    if (lines.kind() == NodeLines.Kind.FINDINGS) {
      FindingLine.broken(place(), attribute, token, problem, text);
    }
  }

  /// Tells which tokens the shape carries.
  void carries(Map<String, String> tokens) {
    if (lines.kind() != NodeLines.Kind.USAGE) {
      return;
    }
    FindingLine.usage(place(), text);
    boolean first = true;
    for (Map.Entry<String, String> token : tokens.entrySet()) {
      FindingLine.applied(token.getKey(), token.getValue(), first, text);
      first = false;
    }
    FindingLine.endUsage(text);
  }

  /// Tells which values have no token, where that is asked for.
  void untokenised(Shape current) {
    if (lines.nearest() == null) {
      return;
    }
    NearestTokens nearest = lines.nearest().apply(slot.name.file());
    for (RawValue value : new ShapeRawValues(current).all()) {
      FindingLine.untokenised(place(), value, nearest.find(value), text);
    }
  }

  /// Hands the lines on.
  void end(ByteRun target) {
    if (!text.isEmpty()) {
      target.append(text.bytes(), 0, text.length());
    }
  }

  private byte[] place() {
    if (place == null) {
      String page = contents.pageName(slot.name.page());
      LineBuffer out = new LineBuffer();
      out.add("\"node\":").quote(slot.name.id());
      out.add(",\"type\":").quote(shape == null ? "" : shape.type());
      out.add(",\"page\":").quote(slot.name.page());
      out.add(",\"path\":").quote(ShapeLine.path(page, shape == null ? null : shape.text("name")));
      out.add(",\"file\":").quote(slot.name.file());
      out.add(",\"entry\":").quote(slot.entry.name());
      place = Arrays.copyOf(out.bytes(), out.length());
    }
    return place;
  }
}

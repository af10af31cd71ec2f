package sluice.format.penpot;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sluice.finding.FindingLine;
import sluice.finding.NearestTokens;
import sluice.finding.NodeLines;
import sluice.finding.RawValue;
import sluice.json.JsonSpans;
import sluice.json.JsonText;
import sluice.json.JsonTree;
import sluice.json.JsonUpdate;
import sluice.json.JsonValue;
import sluice.format.penpot.shape.Shape;
import sluice.problem.Problem;

/// The lines about one shape.
final class ShapeText {
  private final NodeLines lines;
  private final ShapeChunk.Slot slot;
  private final ArchiveContents contents;
  private final StringBuilder text = new StringBuilder();
  private @Nullable Shape shape;
  private @Nullable String place;

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
  void changed(Shape current, String applied, List<JsonUpdate.Change> changes) {
    if (lines.kind() == NodeLines.Kind.CHANGES) {
      text.append(
          ShapeLine.of(
              slot.name,
              slot.entry.name(),
              contents.pageName(slot.name.page()),
              current,
              applied,
              changes));
    } else if (lines.kind() == NodeLines.Kind.FINDINGS) {
      for (JsonUpdate.Change change : changes) {
        FindingLine.stale(place(), stale(current, change), text);
      }
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
    StringBuilder object = new StringBuilder("{");
    tokens.forEach(
        (attribute, token) -> {
          JsonText.quote(attribute, object.append(object.length() == 1 ? "" : ","));
          JsonText.quote(token, object.append(':'));
        });
    FindingLine.usage(place(), object.append('}').toString(), text);
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
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      target.append(bytes, 0, bytes.length);
    }
  }

  private String place() {
    if (place == null) {
      String name = shape == null ? null : shape.text("name");
      StringBuilder out = new StringBuilder();
      JsonText.quote(slot.name.id(), out.append("\"node\":"));
      JsonText.quote(shape == null ? "" : shape.type(), out.append(",\"type\":"));
      JsonText.quote(slot.name.page(), out.append(",\"page\":"));
      JsonText.quote(
          ShapeLine.path(contents.pageName(slot.name.page()), name), out.append(",\"path\":"));
      JsonText.quote(slot.name.file(), out.append(",\"file\":"));
      JsonText.quote(slot.entry.name(), out.append(",\"entry\":"));
      place = out.toString();
    }
    return Objects.requireNonNull(place);
  }
}

package sluice.format.figma;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.format.figma.property.Edit;
import sluice.json.JsonSpans;
import sluice.json.JsonText;
import sluice.json.JsonTree;
import sluice.json.JsonValue;
import sluice.json.ObjectSpans;
import sluice.token.AppliedToken;

/// One line of the change set: what changes on one node, enough to take it back.
///
/// `before` is the value as it stood, white space between its parts left out so that it fits a
/// line; where that loses something, `written` holds the exact text. Numbers and escapes keep their
/// spelling.
final class ChangeLine {
  private ChangeLine() {}

  /// @param undo how to take the node's splices back
  static String of(
      NodeRecord node,
      byte[] bytes,
      List<AppliedToken> applied,
      List<Outcome> outcomes,
      NodeUndo undo) {
    StringBuilder out = new StringBuilder();
    out.append("{\"node\":\"").append(text(bytes, node.idFrom, node.idTo));
    out.append("\",\"type\":\"").append(text(bytes, node.typeFrom, node.typeTo));
    out.append("\",\"name\":\"").append(text(bytes, node.nameFrom, node.nameTo));
    out.append("\",\"page\":\"").append(text(bytes, node.pageFrom, node.pageTo));
    out.append("\",\"path\":\"").append(path(node, bytes));
    out.append("\",\"applied\":{");
    for (int i = 0; i < applied.size(); i++) {
      out.append(i == 0 ? "" : ",");
      JsonText.quote(applied.get(i).property(), out);
      out.append(':');
      JsonText.quote(applied.get(i).token(), out);
    }
    out.append("},\"changes\":[");
    boolean first = true;
    for (Outcome outcome : outcomes) {
      if (outcome.changeCount() > 0) {
        out.append(first ? "" : ",").append(outcome.changeText());
        first = false;
      }
    }
    undo.append(node, bytes, out.append(']'));
    return out.append("}\n").toString();
  }

  /// Changes as elements of a JSON array, without its brackets.
  static String changes(FieldTable fields, byte[] bytes, List<Edit> edits) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < edits.size(); i++) {
      out.append(i == 0 ? "" : ",");
      appendChange(fields, bytes, edits.get(i), out);
    }
    return out.toString();
  }

  /// The names from the page down to the node, as written in JSON strings.
  static String path(NodeRecord node, byte[] bytes) {
    String above = text(bytes, node.pathFrom, node.pathTo);
    String name = text(bytes, node.nameFrom, node.nameTo);
    return above.isEmpty() ? name : above + " / " + name;
  }

  static String text(byte[] bytes, int from, int to) {
    return to <= from ? "" : new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  private static void appendChange(FieldTable fields, byte[] bytes, Edit edit, StringBuilder out) {
    StringBuilder property = new StringBuilder(edit.field().jsonName());
    for (String name : edit.below()) {
      property.append('.').append(name);
    }
    out.append("{\"property\":");
    JsonText.quote(property.toString(), out);
    out.append(",\"token\":");
    JsonText.quote(edit.token(), out);
    String before = before(fields, bytes, edit);
    if (before != null) {
      String compact = JsonSpans.compact(before);
      out.append(",\"before\":").append(compact);
      if (compact.length() != before.length()) {
        out.append(",\"written\":");
        JsonText.quote(before, out);
      }
    }
    JsonValue after = edit.after();
    if (after != null) {
      out.append(",\"after\":");
      JsonTree.write(after, out);
    }
    out.append('}');
  }

  private static @Nullable String before(FieldTable fields, byte[] bytes, Edit edit) {
    int row = fields.find(edit.field().ordinal());
    if (row < 0) {
      return null;
    }
    int from = fields.textFrom(row);
    int to = from + fields.textSize(row);
    for (String name : edit.below()) {
      if (bytes[from] != '{') {
        return null;
      }
      ObjectSpans members = new ObjectSpans(bytes, from);
      int member = members.find(name);
      if (member < 0) {
        return null;
      }
      from = members.valueFrom(member);
      to = members.valueTo(member);
    }
    return text(bytes, from, to);
  }
}

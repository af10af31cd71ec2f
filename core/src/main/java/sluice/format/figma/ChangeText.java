package sluice.format.figma;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.finding.NodeLines;
import sluice.format.figma.property.Edit;
import sluice.json.JsonSpans;
import sluice.json.JsonText;
import sluice.json.JsonTree;
import sluice.json.JsonValue;
import sluice.json.ObjectSpans;

/// Changes as lines tell them.
///
/// In a change set they are elements of a JSON array, with `before` and `after`. `before` is the
/// value as it stood, white space between its parts left out so that it fits a line; where that
/// loses something, `written` holds the exact text. Numbers and escapes keep their spelling.
///
/// As findings they are the members of an object each, with `actual` and `expected`, and a line end
/// between two: there is none inside.
final class ChangeText {
  private ChangeText() {}

  /// The text in UTF-8.
  static byte[] of(NodeLines.Kind kind, FieldTable fields, byte[] bytes, List<Edit> edits) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < edits.size(); i++) {
      switch (kind) {
        case CHANGES -> {
          out.append(i == 0 ? "{" : ",{");
          append(fields, bytes, edits.get(i), true, "before", "after", out);
          out.append('}');
        }
        case FINDINGS -> {
          out.append(i == 0 ? "" : "\n");
          append(fields, bytes, edits.get(i), false, "actual", "expected", out);
        }
        case USAGE -> {}
      }
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void append(
      FieldTable fields,
      byte[] bytes,
      Edit edit,
      boolean exactly,
      String old,
      String wanted,
      StringBuilder out) {
    StringBuilder property = new StringBuilder(edit.field().jsonName());
    for (String name : edit.below()) {
      property.append('.').append(name);
    }
    out.append("\"property\":");
    JsonText.quote(property.toString(), out);
    out.append(",\"token\":");
    JsonText.quote(edit.token(), out);
    String before = before(fields, bytes, edit);
    if (before != null) {
      String compact = JsonSpans.compact(before);
      out.append(",\"").append(old).append("\":").append(compact);
      if (exactly && compact.length() != before.length()) {
        out.append(",\"written\":");
        JsonText.quote(before, out);
      }
    }
    JsonValue after = edit.after();
    if (after != null) {
      out.append(",\"").append(wanted).append("\":");
      JsonTree.write(after, out);
    }
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
    return ChangeLine.text(bytes, from, to);
  }
}

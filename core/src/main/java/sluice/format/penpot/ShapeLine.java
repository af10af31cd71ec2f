package sluice.format.penpot;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.format.penpot.shape.Shape;
import sluice.json.JsonSpans;
import sluice.json.JsonText;
import sluice.json.JsonTree;
import sluice.json.JsonUpdate;
import sluice.json.JsonValue;
import sluice.revert.UndoText;

/// One line of the change set for a shape; the members are those of the change set of any document,
/// and `file` and `entry` beside them.
final class ShapeLine {
  private ShapeLine() {}

  /// @param name which shape it is
  /// @param pageName the page's name
  /// @param applied the shape's `appliedTokens` as compact JSON
  /// @param update what was changed, and how to take it back
  static String of(
      EntryName name,
      String entry,
      String pageName,
      Shape shape,
      String applied,
      JsonUpdate update) {
    List<JsonUpdate.Change> changes = update.changes();
    StringBuilder out = new StringBuilder();
    String shapeName = shape.text("name");
    text("node", name.id(), out.append('{'));
    text("type", shape.type(), out.append(','));
    text("name", shapeName, out.append(','));
    text("page", name.page(), out.append(','));
    text("path", path(pageName, shapeName), out.append(','));
    text("file", name.file(), out.append(','));
    text("entry", entry, out.append(','));
    out.append(",\"applied\":").append(applied).append(",\"changes\":[");
    for (int i = 0; i < changes.size(); i++) {
      out.append(i == 0 ? "" : ",");
      change(shape, changes.get(i), out);
    }
    UndoText undo = new UndoText(out.append(']'));
    for (JsonUpdate.Replacement replacement : update.replacements()) {
      undo.add(replacement.from(), replacement.old(), replacement.size());
    }
    undo.end();
    return out.append("}\n").toString();
  }

  /// The line of an entry that is no shape: a token library that takes the place of another.
  ///
  /// @param old the entry's text before, or null when there was none
  /// @param size how many bytes it has now
  static String ofLibrary(String file, String entry, @Nullable String old, int size) {
    StringBuilder out = new StringBuilder("{\"node\":\"\"");
    for (String key : List.of("type", "name", "page", "path")) {
      text(key, "", out.append(','));
    }
    text("file", file, out.append(','));
    text("entry", entry, out.append(','));
    out.append(",\"applied\":{},\"changes\":[]");
    UndoText undo = new UndoText(out);
    if (old == null) {
      undo.added();
    } else {
      undo.add(0, old, size);
      undo.end();
    }
    return out.append("}\n").toString();
  }

  /// Page and shape; what lies between is not known when a shape is read on its own.
  static String path(String pageName, @Nullable String shapeName) {
    return pageName + " / " + (shapeName == null ? "" : shapeName);
  }

  private static void text(String key, @Nullable String value, StringBuilder out) {
    JsonText.quote(key, out);
    JsonText.quote(value == null ? "" : value, out.append(':'));
  }

  private static void change(Shape shape, JsonUpdate.Change change, StringBuilder out) {
    text("property", change.path(), out.append('{'));
    text("token", shape.tokenOf(change.path()), out.append(','));
    String before = change.before();
    if (before != null) {
      String compact = JsonSpans.compact(before);
      out.append(",\"before\":").append(compact);
      if (compact.length() != before.length()) {
        text("written", before, out.append(','));
      }
    }
    JsonValue after = change.after();
    if (after != null) {
      JsonTree.write(after, out.append(",\"after\":"));
    }
    out.append('}');
  }
}

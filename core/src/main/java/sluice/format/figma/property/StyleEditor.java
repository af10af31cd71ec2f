package sluice.format.figma.property;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonValue;
import sluice.problem.Problem;

/// Edits the members of one text's `style`, and what hangs on it: variables, the shared text style,
/// the styles of single characters.
final class StyleEditor {
  private final NodeEditor editor;
  private final @Nullable JsonValue style;
  private @Nullable Source changedBy;
  private @Nullable Source reflowedBy;

  StyleEditor(FigmaNode node, EditSink sink) {
    this.editor = new NodeEditor(node, sink);
    this.style = node.field(FigmaField.STYLE);
  }

  @Nullable JsonValue value() {
    return style;
  }

  @Nullable JsonValue member(String name) {
    return Json.member(style, name);
  }

  double number(String name, double whenAbsent) {
    return Json.number(member(name), whenAbsent);
  }

  /// Writes a number and removes its variable; returns whether it was another one.
  boolean number(String name, double whenAbsent, Setting setting, String variable) {
    if (Json.same(number(name, whenAbsent), setting.value())) {
      return false;
    }
    change(name, Json.number(setting.value()), setting.source());
    editor.unbindStyle(setting.source(), variable);
    return true;
  }

  /// Writes a text if it differs.
  void text(String name, String text, Source source) {
    if (!text.equals(Json.text(member(name)))) {
      change(name, new JsonValue.Str(text), source);
      editor.unbindStyle(source, name);
    }
  }

  /// Writes a truth value if it differs; absent is false.
  void flag(String name, boolean value, Source source) {
    if (Json.TRUE.equals(member(name)) != value) {
      change(name, value ? Json.TRUE : Json.FALSE, source);
    }
  }

  /// Sets a member that is there to null.
  void nullify(String name, Source source) {
    if (Json.text(member(name)) != null) {
      change(name, new JsonValue.Null(), source);
    }
  }

  /// Removes a member if it is there.
  void drop(String name, Source source) {
    if (member(name) != null) {
      editor.remove(FigmaField.STYLE, List.of(name), source);
      changed(name, source);
    }
  }

  void lineHeightUnit(String unit, Source source) {
    if (!unit.equals(Json.text(member("lineHeightUnit")))) {
      change("lineHeightUnit", new JsonValue.Str(unit), source);
      editor.unbindStyle(source, "lineHeight");
    }
  }

  /// Writes one of the forms of the line height if it differs and can be known.
  void lineHeightNumber(String name, double value, Source source) {
    if (Double.isFinite(value) && !Json.same(number(name, Double.NaN), value)) {
      change(name, Json.number(value), source);
      editor.unbindStyle(source, "lineHeight");
    }
  }

  /// Takes members out of the styles of single characters.
  void dropOverrides(Source source, String... members) {
    if (Overrides.drop(editor, source, members)) {
      changed(members[0], source);
    }
  }

  void problem(Source source, Problem problem) {
    editor.problem(source, problem);
  }

  /// Does what one change of the style is enough for.
  void finish() {
    if (changedBy != null) {
      editor.unstyle(changedBy, "text");
      Overrides.drop(editor, changedBy, "inheritTextStyleId");
    }
    if (reflowedBy != null && Layout.fitsText(style)) {
      editor.problem(reflowedBy, Layout.TEXT_REFLOWS);
    }
  }

  private void change(String name, JsonValue after, Source source) {
    editor.set(FigmaField.STYLE, name, after, source);
    changed(name, source);
  }

  private void changed(String name, Source source) {
    changedBy = source;
    if (!name.equals("textDecoration")) {
      reflowedBy = source;
    }
  }
}

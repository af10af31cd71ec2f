package sluice.format.figma.property;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonValue;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;

/// Turns wanted values of one node into edits, each only if it changes something.
///
/// A raw value written over one that is bound to a variable, or that comes from a shared style,
/// removes that binding: it would win otherwise. A value that is already there leaves its binding
/// alone. Lives for one family on one node.
final class NodeEditor {
  private final FigmaNode node;
  private final EditSink sink;
  private final List<List<String>> unbound = new ArrayList<>(0);

  NodeEditor(FigmaNode node, EditSink sink) {
    this.node = node;
    this.sink = sink;
  }

  @Nullable JsonValue field(FigmaField field) {
    return node.field(field);
  }

  /// The number of a field, or `whenAbsent`.
  double number(FigmaField field, double whenAbsent) {
    return Json.number(node.field(field), whenAbsent);
  }

  /// Writes a number field and removes its binding; returns whether anything changed.
  boolean number(FigmaField field, double whenAbsent, Setting setting) {
    if (Json.same(number(field, whenAbsent), setting.value())) {
      return false;
    }
    set(field, Json.number(setting.value()), setting.source());
    unbind(setting.source(), field.jsonName());
    return true;
  }

  void set(FigmaField field, JsonValue after, Source source) {
    sink.edit(new Edit(field, List.of(), after, source.token()));
  }

  void set(FigmaField field, String member, JsonValue after, Source source) {
    sink.edit(new Edit(field, List.of(member), after, source.token()));
  }

  /// Removes a field if it is there.
  void remove(FigmaField field, Source source) {
    if (node.field(field) != null) {
      sink.edit(new Edit(field, List.of(), null, source.token()));
    }
  }

  /// Removes something below a field, which the caller knows to be there.
  void remove(FigmaField field, List<String> below, Source source) {
    sink.edit(new Edit(field, below, null, source.token()));
  }

  void problem(Source source, Problem problem) {
    sink.problem(source.key(), problem);
  }

  /// Removes a member of `boundVariables`, if it is there.
  void unbind(Source source, String member) {
    if (Json.member(node.field(FigmaField.BOUND_VARIABLES), member) != null) {
      removeBinding(FigmaField.BOUND_VARIABLES, source, List.of(member));
    }
  }

  /// Removes a member of an object in `boundVariables`, if it is there.
  void unbind(Source source, String member, String nested) {
    JsonValue group = Json.member(node.field(FigmaField.BOUND_VARIABLES), member);
    if (Json.member(group, nested) != null) {
      removeBinding(FigmaField.BOUND_VARIABLES, source, List.of(member, nested));
    }
  }

  /// Removes the shared styles of some slots, if they are there.
  void unstyle(Source source, String... slots) {
    for (String slot : slots) {
      if (Json.member(node.field(FigmaField.STYLES), slot) != null) {
        removeBinding(FigmaField.STYLES, source, List.of(slot));
      }
    }
  }

  /// Removes the variable of a part of a text's style, wherever it is kept.
  void unbindStyle(Source source, String part) {
    unbind(source, part);
    JsonValue variables = Json.member(node.field(FigmaField.STYLE), "boundVariables");
    if (Json.member(variables, part) != null) {
      removeBinding(FigmaField.STYLE, source, List.of("boundVariables", part));
    }
  }

  private void removeBinding(FigmaField field, Source source, List<String> below) {
    List<String> path = new ArrayList<>(below);
    path.addFirst(field.jsonName());
    if (unbound.contains(path)) {
      return;
    }
    unbound.add(path);
    remove(field, below, source);
    String bound = field == FigmaField.STYLES ? "shared style" : "variable";
    problem(
        source,
        Problem.of(
                ProblemCode.BINDING_REMOVED,
                "the " + bound + " of \"" + String.join(".", below) + "\" was taken off the node")
            .because("a token's value was written over it, and the " + bound + " would hide it"));
  }
}

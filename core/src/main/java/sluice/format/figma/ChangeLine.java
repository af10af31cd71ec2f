package sluice.format.figma;

import java.nio.charset.StandardCharsets;
import java.util.List;
import sluice.json.JsonText;
import sluice.token.AppliedToken;

/// One line of the change set: what changes on one node, enough to take it back.
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
        out.append(first ? "" : ",");
        out.append(new String(outcome.changeText(), StandardCharsets.UTF_8));
        first = false;
      }
    }
    undo.append(node, bytes, out.append(']'));
    return out.append("}\n").toString();
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
}

package sluice.bench.architecture;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sluice.apply.NodeTokens;
import sluice.apply.PropertyKey;
import sluice.format.figma.property.Edit;
import sluice.format.figma.property.EditSink;
import sluice.format.figma.property.FigmaField;
import sluice.format.figma.property.FigmaNode;
import sluice.format.figma.property.FigmaPlan;
import sluice.format.figma.property.PropertyFamily;
import sluice.json.JsonValue;
import sluice.problem.Problem;

/// Applies tokens to one node in [#STEPS] steps: one for each family of properties that a node can
/// have, most of which find nothing to do, and the last of which changes the node.
final class NodeUpdate {
  /// Steps of every node.
  static final int STEPS = 15;

  private static final long OWN_FIELDS =
      FigmaField.ABSOLUTE_BOUNDING_BOX.bit()
          | FigmaField.SIZE.bit()
          | FigmaField.RELATIVE_TRANSFORM.bit()
          | FigmaField.CHARACTERS.bit();

  private final FoundNode found;
  private final NodeTokens tokens;
  private final List<PropertyFamily> families;
  private final FigmaNode facts;
  private final List<List<Edit>> editsByFamily = new ArrayList<>();
  private int changeCount;

  /// @param tokens what the node's tokens say
  /// @param plan what they do to nodes of its type
  NodeUpdate(FoundNode found, NodeTokens tokens, FigmaPlan plan) {
    this.found = found;
    this.tokens = tokens;
    this.families = plan.families();
    this.facts = facts(found);
    if (families.size() >= STEPS) {
      throw new IllegalStateException(families.size() + " families in " + STEPS + " steps");
    }
  }

  /// Does one step, 0-based.
  void step(int index) {
    if (index < families.size()) {
      List<Edit> edits = new ArrayList<>(0);
      families.get(index).apply(facts, new Collector(edits));
      editsByFamily.add(edits);
      changeCount += edits.size();
    } else if (index == STEPS - 1 && changeCount > 0) {
      found.node().fields = FieldChanges.applied(found.node().fields, inOrder());
    }
  }

  /// Changed properties.
  int changeCount() {
    return changeCount;
  }

  /// What the node's tokens say.
  NodeTokens tokens() {
    return tokens;
  }

  /// New fields stand in the order Sluice writes them in: those of families whose outcome may come
  /// again first, unless two families touch one field.
  private List<Edit> inOrder() {
    List<Edit> again = new ArrayList<>();
    List<Edit> own = new ArrayList<>();
    List<Edit> all = new ArrayList<>();
    Set<FigmaField> touched = new HashSet<>();
    boolean apart = true;
    for (int i = 0; i < families.size(); i++) {
      PropertyFamily family = families.get(i);
      boolean isOwn = family.readsParent() || (family.reads() & OWN_FIELDS) != 0;
      List<Edit> edits = editsByFamily.get(i);
      Set<FigmaField> fields = new HashSet<>();
      edits.forEach(edit -> fields.add(edit.field()));
      for (FigmaField field : fields) {
        apart &= touched.add(field);
      }
      (isOwn ? own : again).addAll(edits);
      all.addAll(edits);
    }
    if (!apart) {
      return all;
    }
    again.addAll(own);
    return again;
  }

  private static FigmaNode facts(FoundNode found) {
    DesignNode node = found.node();
    Map<FigmaField, JsonValue> values = new EnumMap<>(FigmaField.class);
    node.fields.forEach((key, value) -> {
      FigmaField field = FigmaField.of(key);
      if (field != null) {
        values.put(field, value);
      }
    });
    boolean partOfInstance = node.text("id").startsWith("I");
    return new FigmaNode.Known(node.text("type"), partOfInstance, found.parent(), values);
  }

  private record Collector(List<Edit> edits) implements EditSink {
    @Override
    public void edit(Edit edit) {
      edits.add(edit);
    }

    @Override
    public void problem(PropertyKey key, Problem problem) {
      // Counts of problems are not compared.
    }
  }
}

package sluice.format.figma;

import java.util.ArrayList;
import java.util.List;
import sluice.format.figma.property.FigmaField;
import sluice.format.figma.property.FigmaPlan;
import sluice.format.figma.property.PropertyFamily;

/// One combination of tokens on one type of node: its families of properties, parted by whether
/// their outcome is likely to come again.
final class NodeKind {
  /// Fields that differ from node to node even where nodes look alike.
  private static final long UNIQUE =
      FigmaField.ABSOLUTE_BOUNDING_BOX.bit()
          | FigmaField.SIZE.bit()
          | FigmaField.RELATIVE_TRANSFORM.bit()
          | FigmaField.CHARACTERS.bit();

  private final List<PropertyFamily> repeatable;
  private final List<PropertyFamily> unique;
  private final List<PropertyFamily> all;

  NodeKind(FigmaPlan plan) {
    List<PropertyFamily> again = new ArrayList<>();
    List<PropertyFamily> once = new ArrayList<>();
    for (PropertyFamily family : plan.families()) {
      boolean isUnique = family.readsParent() || (family.reads() & UNIQUE) != 0;
      (isUnique ? once : again).add(family);
    }
    all = plan.families();
    repeatable = List.copyOf(again);
    unique = List.copyOf(once);
  }

  /// Families whose outcome depends on few fields that nodes share.
  List<PropertyFamily> repeatable() {
    return repeatable;
  }

  /// Families that look at what is the node's own.
  List<PropertyFamily> unique() {
    return unique;
  }

  /// Both, in the plan's order.
  List<PropertyFamily> all() {
    return all;
  }
}

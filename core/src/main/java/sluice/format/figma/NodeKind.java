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

  private final MemoFamily[] repeatable;
  private final List<PropertyFamily> unique;
  private final List<PropertyFamily> all;
  private final long uniqueReads;
  private final long allReads;

  NodeKind(FigmaPlan plan) {
    List<MemoFamily> again = new ArrayList<>();
    List<PropertyFamily> once = new ArrayList<>();
    long reads = 0;
    long onceReads = 0;
    for (PropertyFamily family : plan.families()) {
      reads |= family.reads();
      if (family.readsParent() || (family.reads() & UNIQUE) != 0) {
        onceReads |= family.reads();
        once.add(family);
      } else {
        again.add(new MemoFamily(family));
      }
    }
    all = plan.families();
    repeatable = again.toArray(MemoFamily[]::new);
    unique = List.copyOf(once);
    uniqueReads = onceReads;
    allReads = reads;
  }

  /// How many families there are whose outcome depends on few fields that nodes share.
  int repeatableCount() {
    return repeatable.length;
  }

  /// One of those families.
  MemoFamily repeatable(int index) {
    return repeatable[index];
  }

  /// Families that look at what is the node's own.
  List<PropertyFamily> unique() {
    return unique;
  }

  /// The fields those read, as [FigmaField#bit]s.
  long uniqueReads() {
    return uniqueReads;
  }

  /// All families, in the plan's order.
  List<PropertyFamily> all() {
    return all;
  }

  /// The fields all read, as [FigmaField#bit]s.
  long allReads() {
    return allReads;
  }
}

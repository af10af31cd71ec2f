package sluice.format.figma;

import java.util.List;
import sluice.format.figma.property.PropertyFamily;

/// A family of properties whose outcomes [OutcomeMemo] keeps, with what each look-up asks of it.
final class MemoFamily {
  private final PropertyFamily family;
  private final long reads;
  private final long bindings;
  private final int seed;

  MemoFamily(PropertyFamily family) {
    this.family = family;
    this.reads = family.reads();
    this.bindings = family.bindings();
    this.seed = System.identityHashCode(family) * 0x9E3779B9;
  }

  /// The family, shared by every kind of node to which tokens say the same.
  PropertyFamily family() {
    return family;
  }

  /// The family as a list of one.
  List<PropertyFamily> alone() {
    return List.of(family);
  }

  /// The fields it reads, as bits.
  long reads() {
    return reads;
  }

  /// The bindings it looks at, as bits.
  long bindings() {
    return bindings;
  }

  /// Where the hashes of its outcomes begin.
  int seed() {
    return seed;
  }
}

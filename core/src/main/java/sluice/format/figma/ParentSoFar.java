package sluice.format.figma;

import org.jspecify.annotations.Nullable;
import sluice.format.ParentNeeded;
import sluice.format.figma.property.ParentFacts;

/// The facts of a parent as far as they are known when its child ends. Asking for one that may
/// still come ends the pass with [ParentNeeded].
final class ParentSoFar implements ParentFacts {
  private final NodeRecord child;
  private final byte[] bytes;

  /// @param bytes what the record's ranges point into
  ParentSoFar(NodeRecord child, byte[] bytes) {
    this.child = child;
    this.bytes = bytes;
  }

  @Override
  public String type() {
    String type = NodeTypeNames.of(bytes, child.parentTypeFrom, child.parentTypeTo);
    needs(!type.isEmpty());
    return type;
  }

  @Override
  public boolean autoLayout() {
    needs(child.parentAutoLayout);
    return child.parentAutoLayout;
  }

  @Override
  public @Nullable Box box() {
    NodeBox box = child.parentBox;
    needs(box.isKnown());
    return box.isKnown() ? new Box(box.x(), box.y(), box.width(), box.height()) : null;
  }

  private void needs(boolean known) {
    if (!known && !child.parentSettled) {
      throw new ParentNeeded();
    }
  }
}

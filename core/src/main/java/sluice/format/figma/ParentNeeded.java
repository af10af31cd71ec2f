package sluice.format.figma;

/// Ends a pass in which a node needs facts of its parent that come later in the document. The run
/// starts again with [FigmaFormat#noteParents].
public final class ParentNeeded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ParentNeeded() {
    super("the facts of a parent are needed before they are read", null, false, false);
  }
}

package sluice.format;

/// Ends a pass in which a node depends on facts of nodes around it that are not known yet. The run
/// notes those facts in a reading of its own and starts the pass again.
public final class ParentNeeded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// A pass that cannot go on.
  public ParentNeeded() {
    super("the facts of a parent are needed before they are read", null, false, false);
  }
}

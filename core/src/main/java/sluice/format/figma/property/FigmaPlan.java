package sluice.format.figma.property;

import java.util.ArrayList;
import java.util.List;
import sluice.apply.NodeTokens;

/// What one combination of tokens does to every node of one type.
///
/// A plan is made of families that have nothing to do with each other: applying all of them, in any
/// order, gives what the plugin's fixed order of steps gives, because steps that touch the same
/// field are in one family. Immutable; safe to share between threads.
public final class FigmaPlan {
  private final List<PropertyFamily> families;

  private FigmaPlan(List<PropertyFamily> families) {
    this.families = List.copyOf(families);
  }

  /// Works out what doesn't depend on the single node.
  ///
  /// @param nodeType the REST type of the nodes
  /// @param partOfInstance whether the nodes are layers inside an instance
  public static FigmaPlan compile(
      NodeTokens tokens, String nodeType, boolean partOfInstance, ApplySettings settings) {
    List<PropertyFamily> families = new ArrayList<>();
    return new FigmaPlan(families);
  }

  /// The families that have something to do; empty when no token concerns such nodes.
  public List<PropertyFamily> families() {
    return families;
  }

  /// Applies every family.
  public void apply(FigmaNode node, EditSink sink) {
    for (PropertyFamily family : families) {
      family.apply(node, sink);
    }
  }
}

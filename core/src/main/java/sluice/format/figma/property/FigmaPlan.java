package sluice.format.figma.property;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.apply.NodeTokens;
import sluice.apply.PropertyKey;

/// What one combination of tokens does to every node of one type.
///
/// A plan is made of families that have nothing to do with each other: applying all of them, in any
/// order, gives what the plugin's fixed order of steps gives, because steps that touch the same
/// field are in one family. Immutable; safe to share between threads.
public final class FigmaPlan {
  private static final Set<PropertyKey> OUTSIDE_INSTANCES =
      EnumSet.of(
          PropertyKey.X,
          PropertyKey.Y,
          PropertyKey.ROTATION,
          PropertyKey.MIN_WIDTH,
          PropertyKey.MAX_WIDTH,
          PropertyKey.MIN_HEIGHT,
          PropertyKey.MAX_HEIGHT);

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
    if (!NodeTypes.isLayer(nodeType)) {
      return new FigmaPlan(families);
    }
    boolean isFrame = NodeTypes.isAutoLayout(nodeType);
    boolean isText = nodeType.equals("TEXT");
    if (NodeTypes.isShape(nodeType)) {
      boolean hasSides = NodeTypes.hasSides(nodeType);
      add(families, StrokeFamily.of(new ScalarReader(tokens, settings), hasSides));
      add(families, FillFamily.of(new ScalarReader(tokens, settings), isText));
      if (NodeTypes.hasCorners(nodeType)) {
        add(families, RadiusFamily.of(new ScalarReader(tokens, settings), hasSides));
      }
    }
    add(families, EffectsFamily.of(new ScalarReader(tokens, settings)));
    add(families, NumbersFamily.opacity(new ScalarReader(tokens, settings)));
    add(families, VisibilityFamily.of(new ScalarReader(tokens, settings)));
    add(
        families,
        GeometryFamily.of(
            new ScalarReader(tokens, settings), nodeType, partOfInstance, settings.rotate()));
    if (!partOfInstance) {
      add(families, NumbersFamily.limits(new ScalarReader(tokens, settings), isFrame));
    }
    if (isFrame) {
      add(families, NumbersFamily.padding(new ScalarReader(tokens, settings)));
      add(families, NumbersFamily.counterAxisSpacing(new ScalarReader(tokens, settings)));
      add(families, ItemSpacingFamily.of(new ScalarReader(tokens, settings)));
    }
    if (isText) {
      add(families, TextStyleFamily.of(new ScalarReader(tokens, settings), settings.fonts()));
      add(families, CharactersFamily.of(new ScalarReader(tokens, settings)));
      add(families, ReportFamily.verticalTrim(new ScalarReader(tokens, settings)));
    }
    return new FigmaPlan(families);
  }

  private static void add(List<PropertyFamily> families, @Nullable PropertyFamily family) {
    if (family != null) {
      families.add(family);
    }
  }

  /// Whether layers inside an instance may need a plan of their own: place, turn and limits are not
  /// applied to them.
  public static boolean dependsOnInstance(NodeTokens tokens) {
    for (PropertyKey key : OUTSIDE_INSTANCES) {
      if (tokens.refersTo(key) || tokens.values().containsKey(key)) {
        return true;
      }
    }
    return false;
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

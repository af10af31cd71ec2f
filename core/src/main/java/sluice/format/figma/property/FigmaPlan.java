package sluice.format.figma.property;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    if (!NodeTypes.isLayer(nodeType)) {
      return new FigmaPlan(families);
    }
    double em = settings.baseFontSizePx();
    boolean isFrame = NodeTypes.isAutoLayout(nodeType);
    boolean isText = nodeType.equals("TEXT");
    if (NodeTypes.isShape(nodeType)) {
      boolean hasSides = NodeTypes.hasSides(nodeType);
      add(families, StrokeFamily.of(new ScalarReader(tokens, em), hasSides));
      add(families, FillFamily.of(new ScalarReader(tokens, em), isText));
      if (NodeTypes.hasCorners(nodeType)) {
        add(families, RadiusFamily.of(new ScalarReader(tokens, em), hasSides));
      }
    }
    add(families, EffectsFamily.of(new ScalarReader(tokens, em)));
    add(families, NumbersFamily.opacity(new ScalarReader(tokens, em)));
    add(families, VisibilityFamily.of(new ScalarReader(tokens, em)));
    add(
        families,
        GeometryFamily.of(
            new ScalarReader(tokens, em), nodeType, partOfInstance, settings.rotate()));
    if (!partOfInstance) {
      add(families, NumbersFamily.limits(new ScalarReader(tokens, em), isFrame));
    }
    if (isFrame) {
      add(families, NumbersFamily.padding(new ScalarReader(tokens, em)));
      add(families, NumbersFamily.counterAxisSpacing(new ScalarReader(tokens, em)));
      add(families, ItemSpacingFamily.of(new ScalarReader(tokens, em)));
    }
    if (isText) {
      add(families, TextStyleFamily.of(new ScalarReader(tokens, em), settings.fonts()));
      add(families, CharactersFamily.of(new ScalarReader(tokens, em)));
      add(families, ReportFamily.verticalTrim(new ScalarReader(tokens, em)));
    }
    return new FigmaPlan(families);
  }

  private static void add(List<PropertyFamily> families, @Nullable PropertyFamily family) {
    if (family != null) {
      families.add(family);
    }
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

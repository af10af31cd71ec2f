package sluice.format.figma.property;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sluice.apply.NodeTokens;
import sluice.apply.PropertyKey;
import sluice.format.figma.property.FamilyTable.Kind;

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
    Maker maker = new Maker(tokens, settings, families);
    boolean isFrame = NodeTypes.isAutoLayout(nodeType);
    boolean isText = nodeType.equals("TEXT");
    if (NodeTypes.isShape(nodeType)) {
      boolean hasSides = NodeTypes.hasSides(nodeType);
      String sides = hasSides ? "sides" : "";
      maker.add(Kind.STROKE, sides, reader -> StrokeFamily.of(reader, hasSides));
      maker.add(Kind.FILL, isText ? "text" : "", reader -> FillFamily.of(reader, isText));
      if (NodeTypes.hasCorners(nodeType)) {
        maker.add(Kind.RADIUS, sides, reader -> RadiusFamily.of(reader, hasSides));
      }
    }
    maker.add(Kind.EFFECTS, "", EffectsFamily::of);
    maker.add(Kind.OPACITY, "", NumbersFamily::opacity);
    maker.add(Kind.VISIBILITY, "", VisibilityFamily::of);
    String place = partOfInstance ? "I " + nodeType : nodeType;
    maker.add(
        Kind.GEOMETRY,
        place,
        reader -> GeometryFamily.of(reader, nodeType, partOfInstance, settings.rotate()));
    if (!partOfInstance) {
      String frame = isFrame ? "frame" : "";
      maker.add(Kind.LIMITS, frame, reader -> NumbersFamily.limits(reader, isFrame));
    }
    if (isFrame) {
      maker.add(Kind.PADDING, "", NumbersFamily::padding);
      maker.add(Kind.COUNTER_AXIS_SPACING, "", NumbersFamily::counterAxisSpacing);
      maker.add(Kind.ITEM_SPACING, "", ItemSpacingFamily::of);
    }
    if (isText) {
      if (settings.terms() == Terms.PLUGIN) {
        maker.add(
            Kind.TRIMMED_TEXT_STYLE,
            "",
            reader -> PluginTextStyleFamily.of(reader, settings.fonts()));
        FontWish font = maker.font();
        maker.add(
            Kind.CHARACTERS,
            font == null ? "" : font.words(),
            reader -> CharactersFamily.inPluginTerms(reader, font));
      } else {
        maker.add(Kind.TEXT_STYLE, "", reader -> TextStyleFamily.of(reader, settings.fonts()));
        maker.add(Kind.CHARACTERS, "", CharactersFamily::of);
        maker.add(Kind.VERTICAL_TRIM, "", ReportFamily::verticalTrim);
      }
    }
    return new FigmaPlan(families);
  }

  /// Makes the families of one plan, or takes them from those made before.
  private record Maker(NodeTokens tokens, ApplySettings settings, List<PropertyFamily> families) {

    /// The font that texts get, or null when tokens say nothing about it.
    @Nullable FontWish font() {
      TextSettings text = TextSettings.read(new ScalarReader(tokens, settings));
      return FontWish.of(text, settings.fonts());
    }

    void add(Kind kind, String variant, Function<ScalarReader, @Nullable PropertyFamily> make) {
      PropertyFamily family =
          settings
              .families()
              .family(kind, variant, tokens, () -> make.apply(new ScalarReader(tokens, settings)));
      if (family != null) {
        families.add(family);
      }
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

  /// The fields that nodes of an open file must tell for a key: all that the families decided by it
  /// look at, and what would be lost if they weren't known when a change is taken back.
  public static Set<FigmaField> readsOf(PropertyKey key) {
    return FamilyTable.readsOf(key);
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

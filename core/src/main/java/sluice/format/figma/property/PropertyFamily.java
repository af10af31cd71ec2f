package sluice.format.figma.property;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonValue;

/// The properties of a node that depend on each other and on nothing else.
///
/// What a family does to a node is a function of the family, the values of the fields in [#reads()]
/// and, if it [#readsParent()], the node's [ParentFacts]. Immutable; safe to share between threads.
public interface PropertyFamily {

  /// The fields whose values it looks at or writes, as [FigmaField#bit]s.
  long reads();

  /// The members of `boundVariables` and `styles` that it looks at, as bits of [Bindings]; it does
  /// no more to them than take them off.
  default long bindings() {
    return Bindings.ALL;
  }

  /// Whether it looks at the node's parent.
  boolean readsParent();

  /// Says what changes on a node.
  void apply(FigmaNode node, EditSink sink);

  /// Families of fonts that [#apply] may ask the catalogue about, so that they can be fetched
  /// before. None unless the family writes fonts.
  ///
  /// @param style the node's text style, read only if it matters
  default List<String> fontFamilies(Supplier<@Nullable JsonValue> style) {
    return List.of();
  }
}

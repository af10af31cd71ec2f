package sluice.format.penpot;

import java.util.Set;
import java.util.function.BooleanSupplier;

/// The part of an archive that tokens are applied to.
///
/// @param pages ids of the pages, when it is limited to pages
/// @param shapes ids of shapes with everything in them, when it is limited to those
record ShapeScope(Limit limit, Set<String> pages, Set<String> shapes) {
  static final ShapeScope ALL = new ShapeScope(Limit.NONE, Set.of(), Set.of());

  /// What it is limited by.
  enum Limit {
    NONE,
    PAGES,
    SHAPES
  }

  ShapeScope {
    pages = Set.copyOf(pages);
    shapes = Set.copyOf(shapes);
  }

  /// Whether a shape belongs to it.
  ///
  /// @param inside tells whether the shape it is in does
  boolean includes(String page, String id, BooleanSupplier inside) {
    return switch (limit) {
      case NONE -> true;
      case PAGES -> pages.contains(page);
      case SHAPES -> shapes.contains(id) || inside.getAsBoolean();
    };
  }
}

package sluice.testkit.generate;

/// The REST node types a generated document holds.
enum NodeKind {
  DOCUMENT(TokenFamily.NONE),
  CANVAS(TokenFamily.NONE),
  SECTION(TokenFamily.NONE),
  FRAME(TokenFamily.LAYOUT),
  COMPONENT(TokenFamily.LAYOUT),
  COMPONENT_SET(TokenFamily.LAYOUT),
  INSTANCE(TokenFamily.LAYOUT),
  GROUP(TokenFamily.GROUP),
  BOOLEAN_OPERATION(TokenFamily.SHAPE),
  VECTOR(TokenFamily.SHAPE),
  ELLIPSE(TokenFamily.SHAPE),
  STAR(TokenFamily.SHAPE),
  REGULAR_POLYGON(TokenFamily.SHAPE),
  RECTANGLE(TokenFamily.BOX),
  LINE(TokenFamily.LINE),
  TEXT(TokenFamily.TEXT);

  private final TokenFamily family;

  NodeKind(TokenFamily family) {
    this.family = family;
  }

  /// Which combinations fit.
  TokenFamily family() {
    return family;
  }

  /// Frames and everything that lays out like one.
  boolean isFrameLike() {
    return family == TokenFamily.LAYOUT;
  }

  /// Whether Figma sends `children` even when there are none.
  boolean holdsChildren() {
    return switch (this) {
      case DOCUMENT, CANVAS, SECTION, FRAME, COMPONENT, COMPONENT_SET, INSTANCE, GROUP -> true;
      case BOOLEAN_OPERATION -> true;
      case VECTOR, ELLIPSE, STAR, REGULAR_POLYGON, RECTANGLE, LINE, TEXT -> false;
    };
  }
}

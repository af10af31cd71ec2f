package sluice.format.penpot.shape;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonValue;
import sluice.resolve.penpot.PenpotColor;
import sluice.token.TokenValue;

/// Applies the values of a shape's tokens to its fields (Penpot, application).
///
/// Values that are equal are all applied; Penpot, which groups attributes by value, applies one of
/// them. What a token names that is not resolved never gets here, so nothing is reset by it.
public final class ShapeWriter {
  private final Shape shape;
  private final AppliedValues values;
  private final Surroundings surroundings;
  private final PenpotFonts fonts;
  private final Notices notices;

  private ShapeWriter(
      Shape shape,
      AppliedValues values,
      Surroundings surroundings,
      PenpotFonts fonts,
      Notices notices) {
    this.shape = shape;
    this.values = values;
    this.surroundings = surroundings;
    this.fonts = fonts;
    this.notices = notices;
  }

  /// Sets the fields of a shape.
  ///
  /// @param inheritedFrom the token that moves the shapes around it, or null when none does
  /// @param notices is given what there is to tell
  /// @return whether anything is different now
  public static boolean apply(
      Shape shape,
      AppliedValues values,
      Surroundings surroundings,
      PenpotFonts fonts,
      @Nullable String inheritedFrom,
      Notices notices) {
    return new ShapeWriter(shape, values, surroundings, fonts, notices).run(inheritedFrom);
  }

  /// Whether what has been applied to a shape moves the shapes inside it too.
  public static boolean carries(Shape shape, AppliedValues values) {
    boolean moves =
        values.get(Attribute.ROTATION) != null
            || values.get(Attribute.X) != null
            || values.get(Attribute.Y) != null;
    return moves && shape.changes("points") && shape.hasChildren();
  }

  /// What happens to the shapes inside a shape when its tokens are applied, and where its origin is
  /// then.
  ///
  /// @param inherited what the shapes around it do to it
  public static Placement place(
      Shape shape, AppliedValues values, Surroundings surroundings, Motion inherited) {
    GeometryWriter.Placed placed =
        new GeometryWriter(shape, values, surroundings, new Notices()).apply(inherited);
    return new Placement(placed.motion(), placed.origin(), placed.corners(), placed.changed());
  }

  /// How a shape takes along what is inside it.
  ///
  /// @param motion of everything inside
  /// @param origin left and top of its box before turning
  /// @param corners of the shape itself; empty when it has none that can be read
  /// @param changed whether its own tokens change where it is or how large
  public record Placement(Motion motion, Point origin, List<Point> corners, boolean changed) {
    public Placement {
      corners = List.copyOf(corners);
    }
  }

  /// Gives a group the bounds of what is in it.
  ///
  /// @param points corners of the shapes in it
  /// @param token the token on whose behalf they moved
  /// @return whether its bounds are different now
  public static boolean enclose(Shape group, List<Point> points, String token) {
    Geometry now = Geometry.of(group);
    if (now == null) {
      return false;
    }
    Geometry fitted = now.around(points);
    if (!fitted.differsFrom(now)) {
      return false;
    }
    group.turnTo(token);
    fitted.write(group, now);
    return true;
  }

  private boolean run(@Nullable String inheritedFrom) {
    ScalarWriter scalars = new ScalarWriter(shape, surroundings, notices);
    TextWriter texts = new TextWriter(shape, values, fonts, notices);
    boolean moves = inheritedFrom != null;
    for (Map.Entry<Attribute, AppliedValues.Value> entry : values.all().entrySet()) {
      Attribute attribute = entry.getKey();
      AppliedValues.Value value = entry.getValue();
      shape.turnTo(value.token());
      if (!attribute.isMargin() && !attribute.isGeometry() && !offered(attribute)) {
        notices.noEffect(attribute, value.token(), shape.type());
        continue;
      }
      boolean fits =
          switch (attribute) {
            case FILL, STROKE_COLOR -> paint(attribute, value.color(), texts);
            case SHADOW -> shadow(value.value());
            case TYPOGRAPHY,
                FONT_SIZE,
                FONT_FAMILY,
                FONT_WEIGHT,
                LETTER_SPACING,
                TEXT_CASE,
                TEXT_DECORATION,
                LINE_HEIGHT ->
                !shape.type().equals("text") || texts.apply(attribute, value.value());
            case WIDTH, HEIGHT, ROTATION, X, Y -> {
              moves = true;
              yield value.value() instanceof TokenValue.Num;
            }
            default -> number(attribute, value.value(), scalars);
          };
      if (!fits) {
        notices.invalid(attribute, value.token(), "its value is of another kind");
      }
    }
    scalars.completePadding();
    if (moves) {
      shape.turnTo(inheritedFrom == null ? "" : inheritedFrom);
      new GeometryWriter(shape, values, surroundings, notices)
          .apply(inheritedFrom == null ? Motion.NONE : surroundings.motion());
    }
    if (!shape.isChanged()) {
      return false;
    }
    if (shape.type().equals("text")) {
      // Laid out lines that no longer fit; Penpot makes them anew when the page is opened.
      shape.remove("positionData");
    }
    return true;
  }

  private boolean offered(Attribute attribute) {
    // A group takes what its file says all the same, see the package's rules on propagation.
    return shape.type().equals("group") || attribute.isOfferedOn(shape.type(), shape.hasLayout());
  }

  private boolean number(Attribute attribute, TokenValue value, ScalarWriter scalars) {
    if (!(value instanceof TokenValue.Num(double number))) {
      return false;
    }
    if (attribute == Attribute.STROKE_WIDTH) {
      PaintWriter.strokeWidth(shape, number);
    } else {
      scalars.apply(attribute, number);
    }
    return true;
  }

  private boolean paint(Attribute attribute, @Nullable PenpotColor color, TextWriter texts) {
    if (color == null) {
      return false;
    }
    if (attribute == Attribute.STROKE_COLOR) {
      PaintWriter.strokeColor(shape, color);
    } else if (shape.type().equals("text")) {
      texts.fill(color);
    } else {
      PaintWriter.fill(shape, color);
    }
    return true;
  }

  private boolean shadow(TokenValue value) {
    JsonValue shadows = ShadowWriter.shadows(shape, value);
    if (shadows != null) {
      shape.set("shadow", shadows);
    }
    return shadows != null;
  }
}

package sluice.format.penpot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import sluice.format.penpot.shape.AppliedValues;
import sluice.format.penpot.shape.Attribute;
import sluice.format.penpot.shape.Motion;
import sluice.format.penpot.shape.Point;
import sluice.format.penpot.shape.Shape;
import sluice.format.penpot.shape.ShapeWriter;
import sluice.format.penpot.shape.Surroundings;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// What the shapes around a shape do to it when their tokens are applied: worked out from the page
/// inwards, remembered for the last [PenpotLimits#ANCESTORS_MAX] shapes. Safe for use by several
/// threads.
final class Ancestors {
  /// The shape that is a page itself.
  static final String ROOT = "00000000-0000-0000-0000-000000000000";

  /// What may move a shape, in the order in which it names the cause.
  private static final List<Attribute> MOVING =
      List.of(Attribute.X, Attribute.Y, Attribute.ROTATION, Attribute.WIDTH, Attribute.HEIGHT);

  private final ShapeNotes notes;
  private final BiFunction<Shape, String, AppliedValues> values;
  private final ShapeScope scope;
  private final Map<String, Placed> known =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Placed> eldest) {
          return size() > PenpotLimits.ANCESTORS_MAX;
        }
      };

  /// A shape that has others inside, tokens applied.
  ///
  /// @param row what was noted of it, or null for the page itself and for what is not there
  /// @param motion what happens to everything inside
  /// @param board left and top, before turning, of the frame that what is inside is in: itself, or
  ///   the nearest around it
  /// @param token the token on whose behalf things move; empty when nothing does
  /// @param included whether it is in the run's scope, when that is limited to shapes
  /// @param depth how many shapes lead to it from the page, itself included
  record Placed(
      ShapeNotes.@Nullable Row row,
      Motion motion,
      Point board,
      String token,
      boolean included,
      int depth) {
    static final Placed PAGE = new Placed(null, Motion.NONE, Point.ORIGIN, "", false, 0);

    Surroundings.Parent parent() {
      return row == null
          ? Surroundings.Parent.NONE
          : new Surroundings.Parent(row.type(), row.hasLayout());
    }
  }

  /// @param values the values of a shape's tokens, for a file
  /// @param scope the part that tokens are applied to
  Ancestors(ShapeNotes notes, BiFunction<Shape, String, AppliedValues> values, ShapeScope scope) {
    this.notes = notes;
    this.values = values;
    this.scope = scope;
  }

  /// Whether any shape may take others along.
  boolean anyCarries() {
    return notes.anyCarries();
  }

  /// Where a shape is once its tokens and those of the shapes around it are applied.
  ///
  /// @param corners of the shape; empty when it has none that can be read
  /// @param motion of everything inside
  /// @param origin left and top of its box before turning
  /// @param token the token on whose behalf it moves; empty when nothing does
  /// @param changed whether its own tokens change where it is or how large
  record Place(List<Point> corners, Motion motion, Point origin, String token, boolean changed) {
    Place {
      corners = List.copyOf(corners);
    }
  }

  /// Where a shape is.
  ///
  /// @param text reads shapes again, for this thread
  Place place(String file, String page, String id, ShapeNotes.Row row, EntryText text) {
    Placed parent = placed(file, page, row.parent(), text);
    boolean included = scope.includes(page, id, parent::included);
    return place(parent, row.moves() && included, file, row, text);
  }

  private Place place(Placed parent, boolean own, String file, ShapeNotes.Row row, EntryText text) {
    Shape shape = text.shape(row);
    AppliedValues applied = own ? values.apply(shape, file) : new AppliedValues(Map.of());
    ShapeWriter.Placement placement =
        ShapeWriter.place(shape, applied, around(parent), parent.motion());
    return new Place(
        placement.corners(),
        placement.motion(),
        placement.origin(),
        token(applied, parent),
        placement.changed());
  }

  /// A shape that has others inside.
  ///
  /// @param file the file it is in
  /// @param text reads shapes again, for this thread
  /// @throws SluiceException `limit-exceeded` when shapes are nested too deeply, or in a circle
  Placed placed(String file, String page, String id, EntryText text) {
    List<String> ids = new ArrayList<>();
    List<ShapeNotes.Row> rows = new ArrayList<>();
    Placed placed = Placed.PAGE;
    String at = id;
    while (!at.isEmpty() && !at.equals(ROOT)) {
      Placed remembered = remembered(page, at);
      if (remembered != null) {
        placed = remembered;
        break;
      }
      ShapeNotes.Row row = notes.find(page, at);
      if (row == null) {
        break;
      }
      if (ids.size() == PenpotLimits.ANCESTRY_DEPTH_MAX) {
        throw tooDeep();
      }
      ids.add(at);
      rows.add(row);
      at = row.parent();
    }
    // Counted from the page, so that it does not matter what happens to be remembered.
    if (placed.depth() + ids.size() > PenpotLimits.ANCESTRY_DEPTH_MAX) {
      throw tooDeep();
    }
    for (int i = ids.size() - 1; i >= 0; i--) {
      placed = inside(placed, file, page, ids.get(i), rows.get(i), text);
      remember(page, ids.get(i), placed);
    }
    return placed;
  }

  private static SluiceException tooDeep() {
    return new SluiceException(
        Problem.of(ProblemCode.LIMIT_EXCEEDED, "shapes are nested too deeply")
            .because(
                "more than %,d inside each other, or in a circle"
                    .formatted(PenpotLimits.ANCESTRY_DEPTH_MAX))
            .advising("take them apart in Penpot; the shape is placed as if on the page"));
  }

  private @Nullable Placed remembered(String page, String id) {
    synchronized (known) {
      return known.get(page + id);
    }
  }

  private void remember(String page, String id, Placed placed) {
    synchronized (known) {
      known.put(page + id, placed);
    }
  }

  private Placed inside(
      Placed parent, String file, String page, String id, ShapeNotes.Row row, EntryText text) {
    boolean included = scope.includes(page, id, parent::included);
    boolean own = row.moves() && included;
    boolean isBoard = row.type().equals("frame");
    int depth = parent.depth() + 1;
    if (!own && parent.motion().isNone()) {
      Point board = isBoard ? new Point(row.x(), row.y()) : parent.board();
      return new Placed(row, Motion.NONE, board, "", included, depth);
    }
    Place place = place(parent, own, file, row, text);
    Point board = isBoard ? place.origin() : parent.board();
    return new Placed(row, place.motion(), board, place.token(), included, depth);
  }

  private static Surroundings around(Placed parent) {
    return new Surroundings() {
      @Override
      public Parent parent() {
        return parent.parent();
      }

      @Override
      public Point frameOrigin() {
        return parent.board();
      }

      @Override
      public Motion motion() {
        return parent.motion();
      }
    };
  }

  private static String token(AppliedValues applied, Placed parent) {
    for (Attribute attribute : MOVING) {
      AppliedValues.Value value = applied.get(attribute);
      if (value != null) {
        return value.token();
      }
    }
    return parent.token();
  }
}

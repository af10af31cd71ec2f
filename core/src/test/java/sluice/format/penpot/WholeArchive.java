package sluice.format.penpot;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.format.penpot.shape.AppliedValues;
import sluice.format.penpot.shape.ImportRules;
import sluice.format.penpot.shape.Motion;
import sluice.format.penpot.shape.Notices;
import sluice.format.penpot.shape.PenpotFonts;
import sluice.format.penpot.shape.Point;
import sluice.format.penpot.shape.Shape;
import sluice.format.penpot.shape.ShapeWriter;
import sluice.format.penpot.shape.Surroundings;
import sluice.json.JsonValue;
import sluice.oracle.TextValues;
import sluice.oracle.UpdatedText;
import sluice.resolve.ResolvedTokens;
import sluice.testkit.oracle.TextTree;

/// What an archive has to hold once tokens are applied, worked out in the slow, obvious way: all
/// entries are trees in memory, every shape knows its parent, and nothing is remembered.
///
/// Shares with the engine what a token does to the fields of one shape, which vectors decide. Which
/// shapes there are, what is around them and which characters of an entry change is all its own.
final class WholeArchive {
  private static final String ROOT = "00000000-0000-0000-0000-000000000000";

  private final Map<String, Leaf> shapes = new LinkedHashMap<>();
  private final FileTokens tokens;
  private final Set<String> scope;
  private final Map<String, byte[]> after = new LinkedHashMap<>();
  private long withTokens;
  private long changed;
  private long carried;

  /// One shape.
  ///
  /// @param page id of its page
  private record Leaf(String page, String id, TextTree.Node text) {
    /// The shape as the rules take it, written without white space.
    Shape shape() {
      byte[] bytes = TextValues.text(TextValues.of(text)).getBytes(StandardCharsets.UTF_8);
      return new Shape(bytes, bytes.length);
    }

    String string(String key) {
      TextTree.Node value = text.find(key);
      return value == null || !value.isString() ? "" : value.string();
    }

    boolean isGroup() {
      return string("type").equals("group");
    }
  }

  /// A shape that has others inside.
  private record Placed(Motion motion, Point origin, List<Point> corners) {
    static final Placed PAGE = new Placed(Motion.NONE, new Point(0, 0), List.of());
  }

  /// What came out.
  ///
  /// @param entries contents by name; an entry that stays has the very array it had
  record Result(
      Map<String, byte[]> entries, long nodes, long withTokens, long changed, long carried) {}

  private WholeArchive(ResolvedTokens resolved, Set<String> scope) {
    this.tokens = new FileTokens(resolved, _ -> null);
    this.scope = scope;
  }

  /// Applies tokens to an archive.
  ///
  /// @param entries contents by name
  /// @param scope ids of the shapes to apply them to, with all in them; empty for all
  static Result of(Map<String, byte[]> entries, ResolvedTokens resolved, Set<String> scope) {
    WholeArchive archive = new WholeArchive(resolved, scope);
    entries.forEach(archive::read);
    entries.forEach(archive::write);
    return new Result(
        archive.after, archive.shapes.size(), archive.withTokens, archive.changed, archive.carried);
  }

  private void read(String name, byte[] content) {
    String[] parts = name.split("/", -1);
    if (parts.length == 5 && parts[2].equals("pages")) {
      String id = parts[4].replace(".json", "");
      String text = new String(content, StandardCharsets.UTF_8);
      shapes.put(name, new Leaf(parts[3], id, TextTree.read(text).getFirst()));
    }
  }

  private void write(String name, byte[] content) {
    Leaf leaf = shapes.get(name);
    String text = leaf == null ? null : applied(leaf);
    after.put(name, text == null ? content : text.getBytes(StandardCharsets.UTF_8));
  }

  private @Nullable Leaf find(String page, String id) {
    for (Leaf leaf : shapes.values()) {
      if (leaf.page().equals(page) && leaf.id().equals(id)) {
        return leaf;
      }
    }
    return null;
  }

  private ShapePlan plan(Leaf leaf) {
    TextTree.Node applied = leaf.text().find("appliedTokens");
    return applied != null && TextValues.of(applied) instanceof JsonValue.Obj object
        ? ShapePlan.of(object, tokens)
        : ShapePlan.NOTHING;
  }

  private boolean included(String page, String id) {
    if (scope.isEmpty() || scope.contains(id)) {
      return true;
    }
    Leaf leaf = id.equals(ROOT) ? null : find(page, id);
    return leaf != null && included(page, leaf.string("parentId"));
  }

  /// The new text of a shape's entry, or null when it stays.
  private @Nullable String applied(Leaf leaf) {
    ShapePlan plan = plan(leaf);
    boolean carries = plan.pairs() > 0 || !plan.malformed().isEmpty();
    withTokens += carries ? 1 : 0;
    boolean takes = carries && included(leaf.page(), leaf.id());
    Motion motion = placed(leaf.page(), leaf.string("parentId")).motion();
    Shape shape = leaf.shape();
    boolean different =
        ShapeWriter.apply(
            shape,
            takes ? plan.values() : new AppliedValues(Map.of()),
            around(leaf),
            PenpotFonts.unknown(),
            motion.isNone() ? null : "moved",
            new Notices());
    List<Point> inside = leaf.isGroup() && movesInside(leaf) ? cornersInside(leaf) : List.of();
    if (!inside.isEmpty()) {
      different |= ShapeWriter.enclose(shape, inside, "moved");
    }
    if (!different || ImportRules.violation(shape::get, shape.keysChanged()) != null) {
      return null;
    }
    changed += takes ? 1 : 0;
    carried += takes ? 0 : 1;
    Map<String, @Nullable JsonValue> wanted = new LinkedHashMap<>();
    shape.keysChanged().forEach(key -> wanted.put(key, shape.get(key)));
    String whole = leaf.text().text();
    return whole.substring(0, leaf.text().from())
        + UpdatedText.object(leaf.text(), wanted)
        + whole.substring(leaf.text().to());
  }

  // ---------------------------------------------------------------- what is around a shape

  private Surroundings around(Leaf leaf) {
    String parentId = leaf.string("parentId");
    return new Surroundings() {
      @Override
      public Parent parent() {
        Leaf parent = parentOf(leaf);
        if (parent == null) {
          return Parent.NONE;
        }
        String type = parent.string("type");
        boolean holds = Set.of("frame", "group", "bool").contains(type);
        return new Parent(holds ? type : "", parent.shape().hasLayout());
      }

      @Override
      public Point frameOrigin() {
        Leaf board = parentOf(leaf);
        while (board != null && !board.string("type").equals("frame")) {
          board = parentOf(board);
        }
        return board == null ? Point.ORIGIN : place(board).origin();
      }

      @Override
      public Motion motion() {
        return placed(leaf.page(), parentId).motion();
      }
    };
  }

  private @Nullable Leaf parentOf(Leaf leaf) {
    String id = leaf.string("parentId");
    return id.equals(ROOT) ? null : find(leaf.page(), id);
  }

  /// A shape that others are in, once tokens are applied.
  private Placed placed(String page, String id) {
    Leaf leaf = id.equals(ROOT) ? null : find(page, id);
    return leaf == null ? Placed.PAGE : place(leaf);
  }

  private Placed place(Leaf leaf) {
    ShapeWriter.Placement placement = placement(leaf);
    return new Placed(placement.motion(), placement.origin(), placement.corners());
  }

  private ShapeWriter.Placement placement(Leaf leaf) {
    Shape shape = leaf.shape();
    Motion motion = placed(leaf.page(), leaf.string("parentId")).motion();
    AppliedValues own =
        included(leaf.page(), leaf.id()) ? plan(leaf).values() : new AppliedValues(Map.of());
    return ShapeWriter.place(shape, own, around(leaf), motion);
  }

  // ---------------------------------------------------------------- what is in a group

  private List<Leaf> children(Leaf group) {
    List<Leaf> children = new ArrayList<>();
    for (String id : group.shape().children()) {
      Leaf child = find(group.page(), id);
      if (child != null) {
        children.add(child);
      }
    }
    return children;
  }

  /// A mask is what its group shows.
  private List<Leaf> shown(Leaf group) {
    List<Leaf> children = children(group);
    return group.shape().isMasked() && !children.isEmpty() ? children.subList(0, 1) : children;
  }

  private boolean movesInside(Leaf group) {
    return shown(group).stream().anyMatch(this::moves);
  }

  private boolean moves(Leaf leaf) {
    List<Leaf> inside = leaf.isGroup() ? children(leaf) : List.of();
    return inside.isEmpty() ? placement(leaf).changed() : inside.stream().anyMatch(this::moves);
  }

  private List<Point> cornersInside(Leaf group) {
    List<Point> corners = new ArrayList<>();
    for (Leaf child : shown(group)) {
      corners.addAll(cornersOf(child));
    }
    return corners;
  }

  private List<Point> cornersOf(Leaf leaf) {
    List<Leaf> children = leaf.isGroup() ? children(leaf) : List.of();
    if (children.isEmpty()) {
      return place(leaf).corners();
    }
    List<Point> corners = new ArrayList<>();
    children.forEach(child -> corners.addAll(cornersOf(child)));
    return corners;
  }
}

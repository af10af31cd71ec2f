package sluice.format.penpot;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.format.penpot.shape.Shape;
import sluice.json.JsonTree;
import sluice.json.JsonUpdate;
import sluice.json.JsonValue;
import sluice.report.Box;
import sluice.report.gather.Change;

/// What a report wants to know of one shape.
///
/// Most shapes need not be read for it: the shape they are in is found by its key in their bytes,
/// where a key cannot be mistaken for a text, since a quote inside a text is escaped. Only those
/// directly on a page are read, for their name and place.
final class ShapeFacts {
  private static final BytePattern PARENT = key("parentId");
  private static final BytePattern SHAPES = key("shapes");
  private static final int ID_SIZE = 36;

  /// Id of the shape it is in, or null where it says none.
  @Nullable String parent;

  /// Whether it may hold others.
  boolean holds;

  /// Its name and place, of one directly on a page.
  String name = "";

  Box box = ShapePaints.NOWHERE;

  /// Whether it carries tokens, whether it counts as changed (of a run that compares two versions:
  /// whether a difference of the tokens changes or breaks something), whether Penpot's layout is to
  /// come.
  boolean bears;

  boolean changed;
  boolean waits;

  /// What changes, and the area it is seen on in square pixels.
  List<Change> changes = List.of();

  double area = 1;

  /// Its JSON before, and after if that is another; only where asked for.
  byte @Nullable [] before;

  byte @Nullable [] after;

  private static BytePattern key(String name) {
    return new BytePattern(("\"" + name + "\"").getBytes(StandardCharsets.US_ASCII));
  }

  /// Reads what can be known before a shape is decided.
  ///
  /// @param content its JSON, not checked, in the first `size` bytes
  /// @param where the entry as a place for people
  static ShapeFacts of(byte[] content, int size, String where) {
    ShapeFacts facts = new ShapeFacts();
    facts.parent = id(content, size);
    facts.holds = SHAPES.isIn(content, size);
    if (Ancestors.ROOT.equals(facts.parent)
        && EntryText.isShallow(content, size, where)
        && EntryText.isObject(content)) {
      Shape shape = new Shape(content, size);
      String name = shape.text("name");
      facts.name = name == null ? "" : name;
      facts.box = ShapePaints.box(shape);
    }
    return facts;
  }

  private static @Nullable String id(byte[] content, int size) {
    int key = PARENT.find(content, 0, size);
    if (key < 0) {
      return null;
    }
    int at = key + "\"parentId\"".length();
    while (at < size && (content[at] <= ' ' || content[at] == ':')) {
      at++;
    }
    boolean isText = at + ID_SIZE + 1 < size && content[at] == '"';
    return isText && content[at + ID_SIZE + 1] == '"'
        ? new String(content, at + 1, ID_SIZE, StandardCharsets.ISO_8859_1)
        : null;
  }

  /// Notes what was decided.
  void changes(Shape shape, JsonUpdate update) {
    List<Change> noted = new ArrayList<>();
    Change last = null;
    for (JsonUpdate.Change change : update.changes()) {
      String token = shape.tokenOf(change.path());
      String repeated = ShapeLook.repeated(change.path());
      if (repeated == null) {
        String before = change.before();
        JsonValue old = before == null ? null : JsonTree.read(before);
        noted.add(ShapeLook.change(change.path(), token, old, change.after()));
      } else {
        // Each corner of each shape that moves is such a change: most of them are alike.
        if (last == null || !last.property().equals(repeated) || !last.token().equals(token)) {
          last = ShapeLook.follows(repeated, token);
        }
        noted.add(last);
      }
    }
    changes = noted;
    Box place = ShapePaints.box(shape);
    area = Math.max(1, place.width() * place.height());
  }
}

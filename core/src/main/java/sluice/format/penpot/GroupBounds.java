package sluice.format.penpot;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.format.penpot.shape.Point;
import sluice.format.penpot.shape.Shape;

/// Where the corners of everything in a group are once tokens are applied: a group's bounds follow
/// what is in it (Penpot, geometry).
///
/// Worked out anew for each group, from the shapes in it, and only when the tokens of one of them
/// change where it is or how large; what else the archive holds does not matter.
final class GroupBounds {
  private final ShapeNotes notes;
  private final Ancestors ancestors;

  GroupBounds(ShapeNotes notes, Ancestors ancestors) {
    this.notes = notes;
    this.ancestors = ancestors;
  }

  /// What a group has to enclose.
  ///
  /// @param corners of the shapes in it
  /// @param token a token that moves one of them
  record Inside(List<Point> corners, String token) {}

  /// Collects the corners of what is in one group.
  private final class Collection {
    private final String file;
    private final String page;
    private final EntryText text;
    private final List<Point> corners = new ArrayList<>();
    private int visited;
    private @Nullable String token;
    private boolean complete = true;

    Collection(String file, String page, EntryText text) {
      this.file = file;
      this.page = page;
      this.text = text;
    }

    /// Whether anything in a group, however deep, may move.
    boolean moves(List<String> children, int depth) {
      for (String child : children) {
        ShapeNotes.Row row = find(child, depth);
        if (row != null && (row.moves() || (isGroup(row) && moves(children(row), depth + 1)))) {
          return true;
        }
      }
      return false;
    }

    private ShapeNotes.@Nullable Row find(String child, int depth) {
      if (depth > PenpotLimits.GROUP_DEPTH_MAX || ++visited > PenpotLimits.GROUP_SHAPES_MAX) {
        complete = false;
        return null;
      }
      return notes.find(page, child);
    }

    void add(List<String> children, int depth) {
      for (String child : children) {
        ShapeNotes.Row row = find(child, depth);
        if (row == null) {
          continue;
        }
        List<String> inside = isGroup(row) ? children(row) : List.of();
        if (inside.isEmpty()) {
          Ancestors.Place place = ancestors.place(file, page, child, row, text);
          corners.addAll(place.corners());
          if (token == null && place.changed()) {
            token = place.token();
          }
        } else {
          add(inside, depth + 1);
        }
      }
    }

    private List<String> children(ShapeNotes.Row row) {
      return text.shape(row).children();
    }
  }

  private static boolean isGroup(ShapeNotes.Row row) {
    return row.type().equals("group");
  }

  /// What is in a group, or null when none of it may move, or it is too much to look at.
  ///
  /// A mask is what its group shows, so its corners alone count.
  ///
  /// @param text reads shapes again, for this thread
  @Nullable Inside of(String file, String page, Shape group, EntryText text) {
    List<String> children = group.children();
    if (group.isMasked() && !children.isEmpty()) {
      children = children.subList(0, 1);
    }
    Collection found = new Collection(file, page, text);
    if (!found.moves(children, 0)) {
      return null;
    }
    found.visited = 0;
    found.add(children, 0);
    String token = found.token;
    return found.complete && token != null && !found.corners.isEmpty()
        ? new Inside(found.corners, token)
        : null;
  }
}

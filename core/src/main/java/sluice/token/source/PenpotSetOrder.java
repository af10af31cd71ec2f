package sluice.token.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.token.PenpotNames;

/// Penpot's order of sets: depth first over the tree that their names make, where a group stands at
/// the place of its first member (`add-set` of `tokens_lib.cljc`). A set and a group may have one
/// name; they are two places.
final class PenpotSetOrder {
  private PenpotSetOrder() {}

  /// The names in that order.
  ///
  /// @param names normalised, each once, in the order they are added to the library
  static List<String> of(Collection<String> names) {
    Group root = new Group();
    for (String name : names) {
      List<String> path = PenpotNames.path(name);
      Group group = root;
      for (int i = 0; i < path.size() - 1; i++) {
        group = group.groups.computeIfAbsent(path.get(i), group::open);
      }
      group.places.add(new Place(name, null));
    }
    return flatten(root);
  }

  /// Groups inside each other are as many as a name has slashes, so the walk keeps its own stack.
  private static List<String> flatten(Group root) {
    List<String> order = new ArrayList<>();
    List<Place> open = new ArrayList<>(root.places.reversed());
    while (!open.isEmpty()) {
      Place place = open.removeLast();
      if (place.group == null) {
        order.add(place.name);
      } else {
        open.addAll(place.group.places.reversed());
      }
    }
    return order;
  }

  private record Place(String name, @Nullable Group group) {}

  private static final class Group {
    private final List<Place> places = new ArrayList<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();

    private Group open(String name) {
      Group group = new Group();
      places.add(new Place(name, group));
      return group;
    }
  }
}

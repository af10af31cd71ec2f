package sluice.convert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import sluice.token.Token;
import sluice.token.TokenLibrary;
import sluice.token.TokenSet;

/// The order of sets and modifiers, in which of two sets that declare one name the later one still
/// comes later.
final class ResolutionOrder {
  /// A set or a modifier.
  ///
  /// @param isLowest whether it comes before all that is not
  record Item(String name, boolean isModifier, boolean isLowest) {}

  private ResolutionOrder() {}

  /// Every item once; those that nothing puts in an order come as their first sets do.
  ///
  /// @param itemsOf the items that a set is part of
  static List<Item> of(TokenLibrary library, Function<String, List<Item>> itemsOf, Losses losses) {
    Map<Item, Set<Item>> before = new LinkedHashMap<>();
    Map<String, List<Item>> declaredBy = new HashMap<>();
    for (boolean isLowest : List.of(true, false)) {
      for (TokenSet set : library.sets()) {
        for (Item item : itemsOf.apply(set.name())) {
          if (item.isLowest() == isLowest) {
            before.computeIfAbsent(item, _ -> new LinkedHashSet<>());
            constrain(set, item, declaredBy, before);
          }
        }
      }
    }
    return sorted(before, losses);
  }

  /// Every item that declared one of the names before comes before this one.
  private static void constrain(
      TokenSet set, Item item, Map<String, List<Item>> declaredBy, Map<Item, Set<Item>> before) {
    Set<Item> earlier = before.getOrDefault(item, Set.of());
    for (Token token : set.tokens()) {
      List<Item> owners = declaredBy.computeIfAbsent(token.name(), _ -> new ArrayList<>());
      for (Item owner : owners) {
        if (!owner.equals(item)) {
          earlier.add(owner);
        }
      }
      if (!owners.contains(item)) {
        owners.add(item);
      }
    }
  }

  private static List<Item> sorted(Map<Item, Set<Item>> before, Losses losses) {
    List<Item> order = new ArrayList<>();
    Set<Item> left = new LinkedHashSet<>(before.keySet());
    while (!left.isEmpty()) {
      Item next = null;
      for (Item item : left) {
        if (before.getOrDefault(item, Set.of()).stream().noneMatch(left::contains)) {
          next = item;
          break;
        }
      }
      if (next == null) {
        next = left.iterator().next();
        losses.add(
            "the order of \"%s\" and other sets cannot be said".formatted(next.name()),
            null,
            "a modifier stands in one place of the order, and its sets stand before and after"
                + " others that declare the same names; where they do, another value may win");
      }
      order.add(next);
      left.remove(next);
    }
    return order;
  }
}

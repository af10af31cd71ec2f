package sluice.report.page;

import java.util.ArrayList;
import java.util.List;

/// How much of the file one section may take. Items come in the order of their weight; the first
/// that does not fit ends the section, so that what is left out is always the least.
final class Room {
  private final List<Markup> items = new ArrayList<>();
  private long bytesLeft;
  private long omitted;

  /// A section that takes at most that many bytes.
  Room(long bytesMax) {
    this.bytesLeft = bytesMax;
  }

  /// Whether there may be room for another item.
  boolean isOpen() {
    return omitted == 0;
  }

  /// Takes an item while there is room.
  ///
  /// @return whether it was taken
  boolean take(Markup item) {
    int size = item.sizeBytes();
    if (omitted > 0 || size > bytesLeft) {
      omitted++;
      return false;
    }
    bytesLeft -= size;
    items.add(item);
    return true;
  }

  /// What was taken, in order.
  List<Markup> items() {
    return List.copyOf(items);
  }
}

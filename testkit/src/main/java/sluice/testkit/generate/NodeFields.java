package sluice.testkit.generate;

import java.io.IOException;
import java.util.Arrays;

/// The own fields of one node in Figma's order, with the place of `children` among them.
///
/// Filled before the first byte of the node is written; then each field can be written in any
/// order. One is kept for each level of the tree.
final class NodeFields {
  private static final int CHILDREN = -1;

  private final JsonText text = new JsonText();
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private int[] order = new int[64];
  private int count;
  private int childrenIndex;

  void clear() {
    text.clear();
    count = 0;
    childrenIndex = 0;
  }

  /// Starts a field; its value goes into the returned text, then [#end].
  JsonText begin(String name) {
    place(text.size());
    return text.quoted(name).raw(":");
  }

  void end() {
    ends[count - 1] = text.size();
  }

  /// Begins, fills and ends a field with a value given as JSON text.
  void add(String name, String json) {
    begin(name).raw(json);
    end();
  }

  void number(String name, double value) {
    begin(name).number(value);
    end();
  }

  /// Where `children` stands, or would stand.
  void children(boolean present) {
    childrenIndex = count;
    if (present) {
      place(CHILDREN);
    }
  }

  int count() {
    return count;
  }

  boolean isChildren(int field) {
    return starts[field] == CHILDREN;
  }

  void write(int field, JsonSink sink) throws IOException {
    sink.write(text.bytes(), starts[field], ends[field]);
  }

  /// Field numbers in the order to write them; the array is used again by the next call and may be
  /// longer than [#count].
  int[] ordered(KeyOrder keyOrder, Seeded random) {
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
    switch (keyOrder) {
      case FIGMA -> {}
      case REVERSED -> reverse();
      case SHUFFLED -> {
        for (int i = count - 1; i > 0; i--) {
          int other = random.below(i + 1);
          int kept = order[i];
          order[i] = order[other];
          order[other] = kept;
        }
      }
    }
    return order;
  }

  /// `children`, what follows it, what precedes it.
  private void reverse() {
    for (int i = 0; i < count; i++) {
      order[i] = (i + childrenIndex) % count;
    }
  }

  private void place(int start) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
      order = Arrays.copyOf(order, count * 2);
    }
    starts[count] = start;
    count++;
  }
}

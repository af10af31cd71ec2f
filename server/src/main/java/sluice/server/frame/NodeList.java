package sluice.server.frame;

import java.util.function.Consumer;
import sluice.json.JsonSpans;
import sluice.json.JsonTree;
import sluice.json.JsonValue;

/// The nodes of a frame as bytes, a tree for one of them at a time: as trees a whole chunk takes
/// many times the room of its text.
public final class NodeList {
  private final byte[] bytes;
  private final int from;
  private final int count;

  /// @param bytes a valid JSON text
  /// @param from where the array begins
  NodeList(byte[] bytes, int from) {
    this.bytes = bytes;
    this.from = from;
    int items = 0;
    for (int at = first(); bytes[at] != ']'; at = next(at)) {
      items++;
    }
    this.count = items;
  }

  /// How many there are.
  public int count() {
    return count;
  }

  /// Hands on one after the other.
  public void forEach(Consumer<JsonValue> taker) {
    for (int at = first(); bytes[at] != ']'; at = next(at)) {
      taker.accept(JsonTree.read(bytes, at));
    }
  }

  private int first() {
    return JsonSpans.skipWhite(bytes, from + 1);
  }

  private int next(int at) {
    int behind = JsonSpans.skipWhite(bytes, JsonSpans.endOfValue(bytes, at));
    return bytes[behind] == ',' ? JsonSpans.skipWhite(bytes, behind + 1) : behind;
  }
}

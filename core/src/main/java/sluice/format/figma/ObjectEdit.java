package sluice.format.figma;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import sluice.json.JsonText;

/// Changes to the members of one object, turned into splices that leave every other byte alone.
///
/// A new member takes the place of a removed one where there is one; otherwise it goes behind the
/// last member, with white space like that one's. A removed member takes its comma along.
final class ObjectEdit {
  /// One splice: bytes left out at an offset of the input, text put in.
  record Splice(long offset, int deletedBytes, String insert) {}

  private record Added(String key, String value) {}

  private final FieldTable rows;
  private final long openBrace;
  private final long lastValueEnd;
  private final String indent;
  private final boolean spaced;
  private final BitSet removed = new BitSet();
  private final List<Added> added = new ArrayList<>();
  private final List<Splice> splices;

  /// An object without changes.
  ///
  /// @param rows the members that may change; others may lie between them
  /// @param openBrace where the object starts
  /// @param lastValueEnd where its last member ends, or [FieldTable#NONE] when it has none
  /// @param indent white space before its last key
  /// @param spaced whether a blank follows its colons
  /// @param splices where the splices go, in no order
  ObjectEdit(
      FieldTable rows,
      long openBrace,
      long lastValueEnd,
      String indent,
      boolean spaced,
      List<Splice> splices) {
    this.rows = rows;
    this.openBrace = openBrace;
    this.lastValueEnd = lastValueEnd;
    this.indent = indent;
    this.spaced = spaced;
    this.splices = splices;
  }

  void replace(int row, String value) {
    put(rows.valueStart(row), rows.valueEnd(row), value);
  }

  void remove(int row) {
    removed.set(row);
  }

  void add(String key, String value) {
    added.add(new Added(key, value));
  }

  /// Makes the splices for members added and removed.
  void finish() {
    int takenPlaces = 0;
    for (int row = removed.nextSetBit(0);
        row >= 0 && takenPlaces < added.size();
        row = removed.nextSetBit(row + 1)) {
      put(rows.keyStart(row), rows.valueEnd(row), member(added.get(takenPlaces++)));
      removed.clear(row);
    }
    removeRuns();
    append(added.subList(takenPlaces, added.size()));
  }

  private void removeRuns() {
    int first = removed.nextSetBit(0);
    while (first >= 0) {
      int last = first;
      while (removed.get(last + 1) && rows.previousEnd(last + 1) == rows.valueEnd(last)) {
        last++;
      }
      if (rows.previousEnd(first) != FieldTable.NONE) {
        put(rows.previousEnd(first), rows.valueEnd(last), "");
      } else if (rows.nextKey(last) != FieldTable.NONE) {
        put(rows.keyStart(first), rows.nextKey(last), "");
      } else {
        put(rows.keyStart(first), rows.valueEnd(last), "");
      }
      first = removed.nextSetBit(last + 1);
    }
  }

  private void append(List<Added> members) {
    if (members.isEmpty()) {
      return;
    }
    boolean first = lastValueEnd == FieldTable.NONE;
    long at = first ? openBrace + 1 : lastValueEnd;
    StringBuilder text = new StringBuilder();
    for (Added member : members) {
      if (!first) {
        text.append(',').append(indent);
      }
      text.append(member(member));
      first = false;
    }
    put(at, at, text.toString());
  }

  private String member(Added member) {
    StringBuilder text = new StringBuilder();
    JsonText.quote(member.key(), text);
    return text.append(spaced ? ": " : ":").append(member.value()).toString();
  }

  private void put(long from, long to, String text) {
    splices.add(new Splice(from, Math.toIntExact(to - from), text));
  }
}

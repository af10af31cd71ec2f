package sluice.format.figma;

import java.util.ArrayList;
import java.util.List;
import sluice.json.ObjectSpans;

/// The members of a small object inside a field, as something to add members to and take members
/// from by key.
record ObjectRows(ObjectEdit object, FieldTable rows, List<String> keys) {

  /// The members of an object.
  ///
  /// @param from where the object starts in its bytes
  /// @param offset what that counts as in the splices
  /// @param splices where the splices go
  static ObjectRows of(
      ObjectSpans members, int from, long offset, List<ObjectEdit.Splice> splices) {
    long shift = offset - from;
    FieldTable rows = new FieldTable();
    List<String> keys = new ArrayList<>();
    long previousEnd = FieldTable.NONE;
    for (int member = 0; member < members.count(); member++) {
      long keyStart = members.keyFrom(member) + shift;
      long valueEnd = members.valueTo(member) + shift;
      rows.nextKey(keyStart, previousEnd);
      rows.add(
          number(keys, members.key(member)),
          keyStart,
          members.valueFrom(member) + shift,
          valueEnd,
          previousEnd,
          members.valueFrom(member));
      previousEnd = valueEnd;
    }
    ObjectEdit object =
        new ObjectEdit(rows, offset, previousEnd, members.indent(), members.isSpaced(), splices);
    return new ObjectRows(object, rows, keys);
  }

  private static int number(List<String> keys, String key) {
    int known = keys.indexOf(key);
    if (known >= 0) {
      return known;
    }
    keys.add(key);
    return keys.size() - 1;
  }

  void remove(String key) {
    int number = keys.indexOf(key);
    int row = number < 0 ? -1 : rows.find(number);
    if (row >= 0) {
      object.remove(row);
    }
  }
}

package sluice.revert;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.json.ArraySpans;
import sluice.json.JsonText;
import sluice.json.JsonTree;
import sluice.json.JsonValue;
import sluice.json.ObjectSpans;
import sluice.problem.SluiceException;

/// Reads one line of a change set that is known to be a JSON object.
final class LineReader {
  private static final String OLDER = "the change set does not say how to take bytes back";

  private final ChangeSet file;
  private final byte[] bytes;
  private final int number;
  private final int size;

  LineReader(ChangeSet file, byte[] bytes, int number, int size) {
    this.file = file;
    this.bytes = bytes;
    this.number = number;
    this.size = size;
  }

  ChangeRecord read() {
    try {
      ObjectSpans line = new ObjectSpans(bytes, objectAt());
      int undo = line.find("undo");
      String entry = line.find("entry") < 0 ? null : text(line, "entry");
      if (undo < 0 || (entry == null && line.find("at") < 0)) {
        throw file.malformed(
            number,
            OLDER,
            "its lines have no \"undo\": it was written by an earlier version of Sluice, whose change"
                + " sets do not say where members were added and removed");
      }
      boolean added = isText(line.valueFrom(undo), "added");
      return new ChangeRecord(
          number,
          size,
          text(line, "node"),
          text(line, "path"),
          entry,
          entry == null ? whole(line.valueFrom(line.find("at")), "at") : 0,
          added,
          changes(line),
          added ? List.of() : undo(line.valueFrom(undo)));
    } catch (JsonTree.TooDeepException _) {
      throw wrong("a value is nested deeper than " + JsonTree.NESTING_MAX);
    }
  }

  private int objectAt() {
    int at = 0;
    while (bytes[at] != '{') {
      at++;
    }
    return at;
  }

  private List<ChangeRecord.Change> changes(ObjectSpans line) {
    ArraySpans items = array(line.find("changes") < 0 ? -1 : line.valueFrom(line.find("changes")));
    List<ChangeRecord.Change> changes = new ArrayList<>(items.count());
    for (int i = 0; i < items.count(); i++) {
      if (bytes[items.from(i)] != '{') {
        throw wrong("an item of \"changes\" is no object");
      }
      ObjectSpans change = new ObjectSpans(bytes, items.from(i));
      changes.add(
          new ChangeRecord.Change(
              text(change, "property"), value(change, "before"), value(change, "after")));
    }
    return changes;
  }

  private List<ChangeRecord.Undo> undo(int from) {
    ArraySpans items = array(from);
    List<ChangeRecord.Undo> undo = new ArrayList<>(items.count());
    long end = 0;
    for (int i = 0; i < items.count(); i++) {
      ArraySpans parts = array(items.from(i));
      if (parts.count() != 3 || bytes[parts.from(1)] != '"') {
        throw wrong("an item of \"undo\" is not [offset, \"old text\", size]");
      }
      long offset = whole(parts.from(0), "undo");
      long count = whole(parts.from(2), "undo");
      String old = JsonText.decode(bytes, parts.from(1) + 1, parts.to(1) - 1);
      if (offset < end || count > Integer.MAX_VALUE) {
        throw wrong("the items of \"undo\" overlap or are out of order");
      }
      end = offset + old.getBytes(StandardCharsets.UTF_8).length;
      undo.add(new ChangeRecord.Undo(offset, old, (int) count));
    }
    return undo;
  }

  private ArraySpans array(int from) {
    if (from < 0 || bytes[from] != '[') {
      throw wrong("\"changes\" or \"undo\" is no list");
    }
    return new ArraySpans(bytes, from);
  }

  private String text(ObjectSpans object, String key) {
    int member = object.find(key);
    if (member < 0 || bytes[object.valueFrom(member)] != '"') {
      throw wrong("\"" + key + "\" is missing or no text");
    }
    return JsonText.decode(bytes, object.valueFrom(member) + 1, object.valueTo(member) - 1);
  }

  private boolean isText(int from, String text) {
    return JsonTree.read(bytes, from) instanceof JsonValue.Str(String said) && said.equals(text);
  }

  private @Nullable JsonValue value(ObjectSpans object, String key) {
    int member = object.find(key);
    return member < 0 ? null : JsonTree.read(bytes, object.valueFrom(member));
  }

  private long whole(int from, String what) {
    if (JsonTree.read(bytes, from) instanceof JsonValue.Num(double value, String _)
        && value >= 0
        && value <= 1L << 53
        && value == Math.rint(value)) {
      return (long) value;
    }
    throw wrong("a number in \"" + what + "\" is no count of bytes");
  }

  private SluiceException wrong(String why) {
    return file.malformed(number, "a line of the change set cannot be read", why);
  }
}

package sluice.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import sluice.testkit.oracle.TextTree;

/// An object with other members, as text: what is neither new nor gone keeps every character.
///
/// A new member takes the place of one that goes where there is one, in the order of the text; else
/// it goes behind the last, with the white space that stands before the last key. What goes takes
/// its comma along (decision 0006).
public final class MemberText {
  private final TextTree.Node object;
  private final Map<Integer, String> replaced = new LinkedHashMap<>();
  private final TreeSet<Integer> gone = new TreeSet<>();
  private final List<String> added = new ArrayList<>();

  /// An object whose members are as they are.
  public MemberText(TextTree.Node object) {
    this.object = object;
  }

  /// Gives a member's value another text.
  public void replace(int member, String value) {
    replaced.put(member, value);
  }

  /// Takes a member out.
  public void remove(int member) {
    gone.add(member);
  }

  /// Adds a member.
  ///
  /// @param spaced whether a blank stands behind its colon
  public void add(String key, String value, boolean spaced) {
    added.add(TextValues.quoted(key) + (spaced ? ": " : ":") + value);
  }

  /// White space before the last key.
  public String indent() {
    int last = object.members().size() - 1;
    return last < 0 ? "" : before(last).substring(before(last).indexOf(',') + 1);
  }

  /// What stands between the end of the value before, or the brace, and a member's key.
  private String before(int member) {
    int from = member == 0 ? object.from() + 1 : object.members().get(member - 1).value().to();
    return object.text().substring(from, object.members().get(member).from());
  }

  /// The object now.
  public String text() {
    List<String> waiting = new ArrayList<>(added);
    StringBuilder out = new StringBuilder("{");
    boolean any = false;
    int count = object.members().size();
    for (int i = 0; i < count; i++) {
      TextTree.Member member = object.members().get(i);
      String text;
      if (!gone.contains(i)) {
        String value = replaced.getOrDefault(i, member.value().raw());
        text = object.text().substring(member.from(), member.value().from()) + value;
      } else if (!waiting.isEmpty()) {
        text = waiting.removeFirst();
      } else {
        continue;
      }
      out.append(any ? before(i) : before(0)).append(text);
      any = true;
    }
    if (!any && count > 0) {
      out.append(before(0));
    }
    for (String member : waiting) {
      out.append(any ? "," + indent() : "").append(member);
      any = true;
    }
    int end = count == 0 ? object.from() + 1 : object.members().getLast().value().to();
    return out.append(object.text(), end, object.to()).toString();
  }
}

package sluice.resolve.dtcg;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.token.dtcg.JsonPointer;
import sluice.token.dtcg.LocatedJson;

/// Applies `$extends`, and `$ref` on groups, which means the same (Format module, extending
/// groups).
///
/// A group takes over what another one holds once that is complete itself; what the group has of
/// its own stays, tokens as a whole, groups by path. Inherited tokens keep the type they had, and
/// their aliases, which are absolute. What waits for what is a row of tasks on a stack; a task that
/// needs one that is on the stack has found a circle.
final class GroupExtension {
  /// Members of a circle that a message lists.
  private static final int CIRCLE_LISTED_MAX = 32;

  private final Entry root;
  private final List<Problem> problems;
  private final List<Task> stack = new ArrayList<>();
  private int entries;

  /// One entry on its way: its own reference, or all in it.
  private static final class Task {
    final Entry entry;
    final boolean isWhole;
    @Nullable Iterator<Entry> children;
    @Nullable List<String> path;
    int walked;
    @Nullable Entry position;

    Task(Entry entry, boolean isWhole) {
      this.entry = entry;
      this.isWhole = isWhole;
    }
  }

  private GroupExtension(SourceTree tree, List<Problem> problems) {
    this.root = tree.root();
    this.entries = tree.entries();
    this.problems = problems;
  }

  /// Brings a tree to its final form; every entry is a token or a group afterwards.
  ///
  /// @param problems is given what is wrong with groups
  static void apply(SourceTree tree, List<Problem> problems) {
    new GroupExtension(tree, problems).run();
  }

  private void run() {
    need(root, true);
    while (!stack.isEmpty()) {
      Task task = stack.getLast();
      boolean isDone = task.isWhole ? advanceWhole(task) : advanceOwn(task);
      if (isDone) {
        if (task.isWhole) {
          task.entry.whole = Entry.State.DONE;
        } else {
          task.entry.own = Entry.State.DONE;
        }
        stack.removeLast();
      }
    }
  }

  /// What came of asking for a task.
  private enum Answer {
    DONE,
    /// It is on top of the stack now.
    WAIT,
    /// It waits for the one that asks; the groups concerned know.
    CIRCLE
  }

  private Answer need(Entry entry, boolean isWhole) {
    return switch (isWhole ? entry.whole : entry.own) {
      case DONE -> Answer.DONE;
      case NEW -> {
        if (isWhole) {
          entry.whole = Entry.State.OPEN;
        } else {
          entry.own = Entry.State.OPEN;
        }
        stack.add(new Task(entry, isWhole));
        yield Answer.WAIT;
      }
      case OPEN -> {
        circle(entry, isWhole);
        yield Answer.CIRCLE;
      }
    };
  }

  private void circle(Entry entry, boolean isWhole) {
    int start = stack.size() - 1;
    while (stack.get(start).entry != entry || stack.get(start).isWhole != isWhole) {
      start--;
    }
    List<Entry> members = new ArrayList<>();
    for (Task task : stack.subList(start, stack.size())) {
      if (!task.isWhole && reference(task.entry) != null) {
        members.add(task.entry);
      }
    }
    for (Entry member : members) {
      if (member.circle == null) {
        member.circle = members;
      }
    }
  }

  private boolean advanceWhole(Task task) {
    if (need(task.entry, false) == Answer.WAIT) {
      return false;
    }
    if (task.children == null) {
      task.children = List.copyOf(task.entry.children.values()).iterator();
    }
    while (task.children.hasNext()) {
      Entry child = task.children.next();
      if (child.kind != Entry.Kind.TOKEN && need(child, true) == Answer.WAIT) {
        return false;
      }
    }
    return true;
  }

  private boolean advanceOwn(Task task) {
    Entry group = task.entry;
    LocatedJson.Str reference = reference(group);
    if (reference == null) {
      return true;
    }
    if (group.circle != null) {
      inCircle(group, group.circle, reference);
      return true;
    }
    if (task.path == null) {
      task.path = path(group, reference);
      task.position = root;
      if (task.path == null) {
        return true;
      }
    }
    Entry target = walk(task, task.path, reference);
    if (target == null) {
      return group.circle == null && stack.getLast() == task;
    }
    for (Entry above = group; above != null; above = above.parent) {
      if (above == target) {
        inCircle(group, List.of(group), reference);
        return true;
      }
    }
    if (need(target, true) != Answer.DONE) {
      return false;
    }
    group.kind = Entry.Kind.GROUP;
    takeOver(target, group, depth(group));
    return true;
  }

  /// What a group says it extends, or null.
  private static LocatedJson.@Nullable Str reference(Entry entry) {
    if (entry.kind == Entry.Kind.TOKEN) {
      return null;
    }
    LocatedJson reference = entry.properties.get("$extends");
    return (reference == null ? entry.properties.get("$ref") : reference)
            instanceof LocatedJson.Str text
        ? text
        : null;
  }

  private @Nullable List<String> path(Entry group, LocatedJson.Str reference) {
    boolean isExtends = group.properties.containsKey("$extends");
    List<String> path =
        isExtends && CurlyReference.isMeant(reference.text())
            ? CurlyReference.parse(reference.text())
            : JsonPointer.parse(reference.text());
    if (path == null && group.kind == Entry.Kind.UNDECIDED) {
      group.kind = Entry.Kind.TOKEN;
    } else if (path == null) {
      report(
          Problem.of(
                  ProblemCode.TOKEN_INVALID,
                  "group \"%s\" extends something that is no reference".formatted(group.path()))
              .because("\"" + reference.text() + "\"; allowed: {path.of.group} or #/path/of/group"),
          reference);
    }
    return path;
  }

  /// The group at the end of the path. Null while something else has to be done first, and when
  /// there is none, which is told.
  private @Nullable Entry walk(Task task, List<String> path, LocatedJson.Str reference) {
    while (task.position != null) {
      Entry position = task.position;
      if (position.kind != Entry.Kind.TOKEN && need(position, false) != Answer.DONE) {
        return null;
      }
      if (position.kind == Entry.Kind.TOKEN) {
        token(task.entry, position, reference);
        return null;
      }
      if (task.walked == path.size()) {
        return position;
      }
      task.position = position.children.get(path.get(task.walked++));
    }
    missing(task.entry, path, task.walked, reference);
    return null;
  }

  /// The path leads to a token, or into one.
  private void token(Entry entry, Entry token, LocatedJson.Str reference) {
    if (entry.kind == Entry.Kind.UNDECIDED) {
      entry.kind = Entry.Kind.TOKEN;
    } else {
      report(
          Problem.of(
                  ProblemCode.TOKEN_INVALID, "group \"%s\" extends a token".formatted(entry.path()))
              .because(
                  "\"%s\" leads to token \"%s\"; a group takes over a group"
                      .formatted(reference.text(), token.path())),
          reference);
    }
  }

  private void missing(Entry entry, List<String> path, int walked, LocatedJson.Str reference) {
    if (entry.kind == Entry.Kind.UNDECIDED) {
      entry.kind = Entry.Kind.TOKEN;
    } else {
      report(
          Problem.of(
                  ProblemCode.TOKEN_MISSING,
                  "group \"%s\" extends what is not there".formatted(entry.path()))
              .because(
                  "\"%s\": there is no \"%s\""
                      .formatted(reference.text(), String.join(".", path.subList(0, walked)))),
          reference);
    }
  }

  private void inCircle(Entry entry, List<Entry> members, LocatedJson.Str reference) {
    if (entry.kind == Entry.Kind.UNDECIDED) {
      // As a token its alias is found to be a circle once more, and told then.
      entry.kind = Entry.Kind.TOKEN;
      return;
    }
    report(
        Problem.of(ProblemCode.TOKEN_CYCLE, "group \"%s\" extends itself".formatted(entry.path()))
            .because(listed(members) + "; \"" + reference.text() + "\""),
        reference);
  }

  /// The members of a circle, the first once more at the end.
  static String listed(List<Entry> members) {
    StringBuilder text = new StringBuilder();
    int shown = Math.min(members.size(), CIRCLE_LISTED_MAX);
    for (Entry member : members.subList(0, shown)) {
      text.append(member.path()).append(" → ");
    }
    if (shown < members.size()) {
      text.append("%,d more → ".formatted(members.size() - shown));
    }
    return text.append(members.getFirst().path()).toString();
  }

  private void report(Problem problem, LocatedJson reference) {
    problems.add(problem.at(reference.at()));
  }

  private static int depth(Entry entry) {
    int depth = 0;
    for (Entry above = entry.parent; above != null; above = above.parent) {
      depth++;
    }
    return depth;
  }

  private void takeOver(Entry from, Entry into, int depth) {
    Set<String> own = new HashSet<>(into.properties.keySet());
    for (Map.Entry<String, LocatedJson> property : from.properties.entrySet()) {
      String key = property.getKey();
      if (!key.equals("$extends") && !key.equals("$ref") && !own.contains(key)) {
        into.properties.put(key, property.getValue());
      }
    }
    for (Entry child : List.copyOf(from.children.values())) {
      Entry there = into.children.get(child.name);
      if (there == null) {
        copy(child, into, depth + 1);
      } else if (there.kind == Entry.Kind.GROUP && child.kind == Entry.Kind.GROUP) {
        takeOver(child, there, depth + 1);
      }
    }
  }

  private void copy(Entry from, Entry parent, int depth) {
    if (++entries > DtcgLimits.ENTRIES_MAX) {
      throw DtcgLimits.tooLarge(
          "$extends makes too many tokens", DtcgLimits.ENTRIES_MAX, "tokens and groups");
    }
    if (depth > DtcgLimits.DEPTH_MAX) {
      throw DtcgLimits.tooLarge(
          "$extends nests groups too deeply", DtcgLimits.DEPTH_MAX, "groups inside each other");
    }
    Entry copy =
        new Entry(
            parent,
            from.name,
            from.kind,
            from.set,
            from.at,
            from.kind == Entry.Kind.GROUP ? from.properties : from.written);
    copy.declared = from.declared;
    copy.isInherited = true;
    copy.typeWhereInherited = from.groupType();
    copy.own = Entry.State.DONE;
    copy.whole = Entry.State.DONE;
    parent.children.put(copy.name, copy);
    for (Entry child : from.children.values()) {
      copy(child, copy, depth + 1);
    }
  }
}

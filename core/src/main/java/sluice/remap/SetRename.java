package sluice.remap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// Decides where the tokens of a set stand under their new names, and writes that as replacements.
///
/// A token whose group stays gets another key. A group all of whose tokens go the same way gets
/// another key itself. Any other token moves: it goes with its comma, and comes last in the group
/// its new name leads to, which is made where there is none. A group that loses its last member
/// goes too.
final class SetRename {
  private final SetTree tree;
  private final Splices splices;
  private boolean changed;

  SetRename(SetTree tree, Splices splices) {
    this.tree = tree;
    this.splices = splices;
  }

  /// Renames.
  ///
  /// @return whether anything is different
  /// @throws SluiceException `mapping-clash` when two tokens would have one name, or one would be
  ///   the group of another; `format-unsupported` when a token would lose its group's type
  boolean run(NameMap names) {
    for (SetTree.Member token : tree.tokens) {
      String renamed = names.useInTokens(token.name);
      if (renamed != null) {
        token.newName = renamed;
        changed = true;
      }
    }
    if (!changed) {
      return false;
    }
    checkClashes();
    place(tree.root, "");
    for (SetTree.Member token : tree.tokens) {
      if (token.gone) {
        add(token);
      }
    }
    return true;
  }

  /// Writes the replacements; those inside values have been made.
  void write() {
    if (changed) {
      write(tree.root);
    }
  }

  private void checkClashes() {
    Map<String, SetTree.Member> finals = new HashMap<>();
    Set<String> groups = new HashSet<>();
    for (SetTree.Member token : tree.tokens) {
      SetTree.Member other = finals.putIfAbsent(token.newName, token);
      if (other != null && !other.name.equals(token.name)) {
        throw NameMap.clash(
            "there would be two tokens \"%s\" in one set".formatted(token.newName),
            "\"%s\" and \"%s\"".formatted(other.name, token.name));
      }
      for (int dot = token.newName.indexOf('.');
          dot >= 0;
          dot = token.newName.indexOf('.', dot + 1)) {
        groups.add(token.newName.substring(0, dot));
      }
    }
    for (SetTree.Member token : tree.tokens) {
      if (groups.contains(token.newName) && !token.newName.equals(token.name)) {
        throw NameMap.clash(
            "\"%s\" would be a token and a group".formatted(token.newName),
            "other tokens have names that begin with it and a dot");
      }
    }
    for (Map.Entry<String, SetTree.Member> entry : finals.entrySet()) {
      SetTree.Member token = entry.getValue();
      for (int dot = token.newName.indexOf('.');
          dot >= 0 && !token.newName.equals(token.name);
          dot = token.newName.indexOf('.', dot + 1)) {
        String above = token.newName.substring(0, dot);
        if (finals.containsKey(above)) {
          throw NameMap.clash(
              "\"%s\" would be a token and a group".formatted(above),
              "\"%s\" is to become \"%s\"".formatted(token.name, token.newName));
        }
      }
    }
  }

  private void place(SetTree.Group group, String path) {
    Map<SetTree.Member, String> keys = new HashMap<>();
    for (SetTree.Member member : group.members) {
      String name = member.isToken ? member.newName : groupName(member);
      if (name != null && !name.equals(member.name)) {
        String key = keyIn(path, name, member.key);
        if (key != null) {
          keys.put(member, key);
        }
      }
    }
    dropTaken(group, keys);
    for (SetTree.Member member : group.members) {
      String key = keys.get(member);
      if (key != null) {
        member.newKey = key;
      } else if (member.isToken && !member.newName.equals(member.name)) {
        checkType(member);
        member.gone = true;
      } else if (member.group != null) {
        place(member.group, member.key.isEmpty() ? path : member.name);
      }
    }
  }

  /// A key that a member keeps is not to be had.
  private static void dropTaken(SetTree.Group group, Map<SetTree.Member, String> keys) {
    boolean again = true;
    while (again) {
      Set<String> kept = new HashSet<>();
      for (SetTree.Member member : group.members) {
        boolean leaves =
            keys.containsKey(member) || (member.isToken && !member.newName.equals(member.name));
        if (!leaves) {
          kept.add(member.key);
        }
      }
      again =
          keys.entrySet()
              .removeIf(entry -> !entry.getKey().isToken && kept.contains(entry.getValue()));
    }
  }

  /// The key under which a name stands in the group, or null when it is not to stand there.
  private static @Nullable String keyIn(String path, String name, String oldKey) {
    String prefix = path.isEmpty() ? "" : path + ".";
    if (!name.startsWith(prefix) || name.length() == prefix.length()) {
      return null;
    }
    String key = name.substring(prefix.length());
    return key.indexOf('.') < 0 || oldKey.indexOf('.') >= 0 ? key : null;
  }

  /// What a group is called if all tokens in it go the same way, or null.
  private static @Nullable String groupName(SetTree.Member member) {
    List<SetTree.Member> inside = new ArrayList<>();
    if (member.group == null || member.key.isEmpty()) {
      return null;
    }
    collect(member.group, inside);
    String name = null;
    for (SetTree.Member token : inside) {
      String rest = token.name.substring(member.name.length());
      if (!token.newName.endsWith(rest) || token.newName.length() == rest.length()) {
        return null;
      }
      String own = token.newName.substring(0, token.newName.length() - rest.length());
      if (name != null && !name.equals(own)) {
        return null;
      }
      name = own;
    }
    return name;
  }

  private static void collect(SetTree.Group group, List<SetTree.Member> tokens) {
    for (SetTree.Member member : group.members) {
      if (member.isToken) {
        tokens.add(member);
      } else if (member.group != null) {
        collect(member.group, tokens);
      }
    }
  }

  private void checkType(SetTree.Member token) {
    if (token.in.givesType() && !tree.hasOwnType(token)) {
      throw new SluiceException(
          Problem.of(
                  ProblemCode.FORMAT_UNSUPPORTED,
                  "\"%s\" cannot become \"%s\"".formatted(token.name, token.newName))
              .because("it has its type from its group, which it would leave")
              .advising("give the token a type of its own; nothing was written"));
    }
  }

  /// Finds the group a token moves to.
  private void add(SetTree.Member token) {
    String[] segments = token.newName.split("\\.", -1);
    SetTree.Group group = tree.root;
    int at = 0;
    for (SetTree.Group next = group; next != null && at < segments.length; ) {
      group = next;
      next = at == segments.length - 1 ? null : below(group, segments[at]);
      at += next == null ? 0 : 1;
    }
    Map<String, SetTree.Addition> additions = group.additions;
    SetTree.Addition addition = new SetTree.Addition();
    for (int i = at; i < segments.length; i++) {
      addition = additions.computeIfAbsent(segments[i], _ -> new SetTree.Addition());
      additions = addition.inside;
    }
    addition.token = token;
  }

  private static SetTree.@Nullable Group below(SetTree.Group group, String segment) {
    for (SetTree.Member member : group.members) {
      if (member.group != null && member.newKey.equals(segment)) {
        return member.group;
      }
    }
    return null;
  }

  private boolean isGone(SetTree.Member member) {
    SetTree.Group group = member.group;
    if (member.gone || group == null || group.members.isEmpty() || !group.additions.isEmpty()) {
      return member.gone;
    }
    return group.members.stream().allMatch(this::isGone);
  }

  private void write(SetTree.Group group) {
    boolean[] gone = new boolean[group.members.size()];
    boolean all = true;
    for (SetTree.Member member : group.members) {
      gone[member.index] = isGone(member);
      all &= gone[member.index];
      if (!gone[member.index]) {
        if (!member.newKey.equals(member.key)) {
          rename(group, member);
        }
        if (member.group != null) {
          write(member.group);
        }
      }
    }
    String indent = group.spans.indent();
    if (all && gone.length > 0) {
      int last = gone.length - 1;
      splices.replace(
          group.spans.keyFrom(0),
          group.spans.valueTo(last),
          additions(group.additions, indent, group.spans.isSpaced()));
      return;
    }
    removeRuns(group, gone);
    if (!group.additions.isEmpty()) {
      boolean empty = gone.length == 0;
      int last = gone.length - 1;
      while (last >= 0 && gone[last]) {
        last--;
      }
      int at = empty ? group.spans.from() + 1 : group.spans.valueTo(last);
      String text = additions(group.additions, indent, group.spans.isSpaced());
      splices.replace(at, at, empty ? text : "," + indent + text);
    }
  }

  private void rename(SetTree.Group group, SetTree.Member member) {
    int from = group.spans.keyFrom(member.index) + 1;
    int to = group.spans.keyTo(member.index) - 1;
    String raw = new String(tree.bytes, from, to - from, StandardCharsets.UTF_8);
    splices.replace(from, to, StoredName.replace(raw, member.newKey));
  }

  private void removeRuns(SetTree.Group group, boolean[] gone) {
    int first = 0;
    while (first < gone.length) {
      int last = first;
      while (last < gone.length && gone[last]) {
        last++;
      }
      if (last > first && first > 0) {
        splices.replace(group.spans.valueTo(first - 1), group.spans.valueTo(last - 1), "");
      } else if (last > first) {
        splices.replace(group.spans.keyFrom(0), group.spans.keyFrom(last), "");
      }
      first = last + 1;
    }
  }

  private String additions(Map<String, SetTree.Addition> all, String indent, boolean spaced) {
    StringBuilder out = new StringBuilder();
    all.forEach((key, addition) -> {
      out.append(out.isEmpty() ? "" : "," + indent);
      out.append(SetTree.quoted(key)).append(spaced ? ": " : ":");
      SetTree.Member token = addition.token;
      if (token != null) {
        int from = token.in.spans.valueFrom(token.index);
        int to = token.in.spans.valueTo(token.index);
        out.append(new String(splices.apply(from, to), StandardCharsets.UTF_8));
      } else {
        boolean lines = indent.indexOf('\n') >= 0;
        String deeper = lines ? indent + "  " : "";
        out.append('{').append(deeper);
        out.append(additions(addition.inside, deeper, spaced));
        out.append(lines ? indent : "").append('}');
      }
    });
    return out.toString();
  }
}

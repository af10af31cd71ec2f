package sluice.remap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonText;
import sluice.json.ObjectSpans;

/// The groups and tokens of one set in a text, as places: what is renamed, what goes, what comes.
final class SetTree {
  final byte[] bytes;
  final String valueKey;
  final String typeKey;
  final Group root;
  final List<Member> tokens = new ArrayList<>();

  /// A group of tokens.
  static final class Group {
    final ObjectSpans spans;
    final @Nullable Group parent;
    final List<Member> members = new ArrayList<>();
    final Map<String, Addition> additions = new LinkedHashMap<>();
    boolean hasType;

    Group(ObjectSpans spans, @Nullable Group parent) {
      this.spans = spans;
      this.parent = parent;
    }

    /// Whether the group, or one around it, gives tokens a type.
    boolean givesType() {
      return hasType || (parent != null && parent.givesType());
    }
  }

  /// What is new in a group: a token, or a group of new ones.
  static final class Addition {
    final Map<String, Addition> inside = new LinkedHashMap<>();
    @Nullable Member token;
  }

  /// A member of a group.
  static final class Member {
    final Group in;
    final int index;
    final String key;
    final String name;
    final @Nullable Group group;
    final boolean isToken;
    String newName;
    String newKey;
    boolean gone;

    Member(Group in, int index, String key, String name, @Nullable Group group, boolean isToken) {
      this.in = in;
      this.index = index;
      this.key = key;
      this.name = name;
      this.group = group;
      this.isToken = isToken;
      this.newName = name;
      this.newKey = key;
    }
  }

  /// The set that starts at `from`, an object in valid JSON.
  SetTree(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    boolean dollars =
        new String(bytes, from, to - from, StandardCharsets.ISO_8859_1).contains("\"$value\"");
    this.valueKey = dollars ? "$value" : "value";
    this.typeKey = dollars ? "$type" : "type";
    this.root = new Group(new ObjectSpans(bytes, from), null);
    read(root, "");
  }

  private void read(Group group, String path) {
    ObjectSpans spans = group.spans;
    for (int i = 0; i < spans.count(); i++) {
      String key = spans.key(i);
      String name = path.isEmpty() ? key : path + "." + key;
      int value = spans.valueFrom(i);
      group.hasType |= key.equals(typeKey) && bytes[value] == '"';
      boolean remark = key.startsWith("$") && !key.equals("$root");
      if (bytes[value] != '{' || remark) {
        group.members.add(new Member(group, i, key, name, null, false));
      } else {
        ObjectSpans inner = new ObjectSpans(bytes, value);
        boolean token = isToken(inner);
        Group below = token ? null : new Group(inner, group);
        Member member = new Member(group, i, key, name, below, token);
        group.members.add(member);
        if (below != null) {
          read(below, key.isEmpty() ? path : name);
        } else {
          tokens.add(member);
        }
      }
    }
  }

  /// What makes an object a token: its value member, unless that holds one itself.
  private boolean isToken(ObjectSpans object) {
    int member = object.find(valueKey);
    if (member < 0) {
      return false;
    }
    int value = object.valueFrom(member);
    return bytes[value] != '{' || new ObjectSpans(bytes, value).find(valueKey) < 0;
  }

  /// Whether a token says of what type it is.
  boolean hasOwnType(Member token) {
    return new ObjectSpans(bytes, token.in.spans.valueFrom(token.index)).find(typeKey) >= 0;
  }

  static String quoted(String key) {
    StringBuilder out = new StringBuilder();
    JsonText.quote(key, out);
    return out.toString();
  }
}

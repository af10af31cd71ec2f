package sluice.resolve.dtcg;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.problem.ProblemCode;
import sluice.resolve.NearestName;
import sluice.token.dtcg.JsonPointer;
import sluice.token.dtcg.LocatedJson;

/// Finds where references lead (Format module, references).
///
/// A step into a value that is itself a reference goes on where that one leads. References that
/// wait for others do so on a stack, and where one leads is found once however often it is used.
final class References {
  /// How many missing names get a suggestion.
  private static final int SUGGESTIONS_MAX = 20;

  private final Entry root;
  private final IdentityHashMap<LocatedJson, Landing> known = new IdentityHashMap<>();
  private final IdentityHashMap<LocatedJson, Walk> open = new IdentityHashMap<>();
  private final List<Walk> stack = new ArrayList<>();
  private int suggestions;

  /// One reference on its way: the place reached is a token or group, or JSON in a value.
  private static final class Walk {
    final LocatedJson place;
    final Entry owner;
    final List<String> path;
    final boolean isCurly;
    int walked;
    @Nullable Entry entry;
    @Nullable LocatedJson json;
    boolean isInValue;

    Walk(LocatedJson place, Entry owner, List<String> path, boolean isCurly, Entry root) {
      this.place = place;
      this.owner = owner;
      this.path = path;
      this.isCurly = isCurly;
      this.entry = root;
    }
  }

  References(Entry root) {
    this.root = root;
  }

  /// Whether a value is a reference: an object with `$ref`, or a text that begins with a brace.
  static boolean isReference(LocatedJson value) {
    return switch (value) {
      case LocatedJson.Str text -> CurlyReference.isMeant(text.text());
      case LocatedJson.Obj object -> object.members().containsKey("$ref");
      case LocatedJson.Arr _, LocatedJson.Num _, LocatedJson.Bool _, LocatedJson.Null _ -> false;
    };
  }

  /// The reference as written.
  static String text(LocatedJson reference) {
    return switch (reference) {
      case LocatedJson.Str text -> text.text();
      case LocatedJson.Obj object ->
          object.get("$ref") instanceof LocatedJson.Str text ? text.text() : "$ref";
      case LocatedJson.Arr _, LocatedJson.Num _, LocatedJson.Bool _, LocatedJson.Null _ ->
          throw new IllegalArgumentException("no reference");
    };
  }

  /// Where a reference in a token's value leads.
  ///
  /// @param place the reference: a text in braces, or an object with `$ref`; or the text of a
  ///   token's own `$ref`
  Landing of(LocatedJson place, Entry owner) {
    Landing landing = known.get(place);
    if (landing != null) {
      return landing;
    }
    begin(place, owner);
    while (!stack.isEmpty()) {
      Walk walk = stack.getLast();
      Landing found = advance(walk);
      if (found != null) {
        known.putIfAbsent(walk.place, found);
        open.remove(walk.place);
        stack.removeLast();
      }
    }
    return known.getOrDefault(place, nowhere("it leads nowhere"));
  }

  private void begin(LocatedJson place, Entry owner) {
    boolean isCurly = place instanceof LocatedJson.Str text && CurlyReference.isMeant(text.text());
    List<String> path = null;
    if (isCurly) {
      path = CurlyReference.parse(text(place));
    } else if (place instanceof LocatedJson.Str || isAlone(place)) {
      path = JsonPointer.parse(text(place));
    }
    if (path == null) {
      known.put(place, malformed(place, isCurly));
      return;
    }
    Walk walk = new Walk(place, owner, path, isCurly, root);
    open.put(place, walk);
    stack.add(walk);
  }

  private static boolean isAlone(LocatedJson place) {
    return place instanceof LocatedJson.Obj object
        && object.members().size() == 1
        && object.get("$ref") instanceof LocatedJson.Str;
  }

  private static Landing malformed(LocatedJson place, boolean isCurly) {
    if (isCurly) {
      return new Landing.Nowhere(
          ProblemCode.TOKEN_INVALID,
          "it is not exactly one reference {path.of.token}",
          null,
          List.of());
    }
    boolean isPointer = place instanceof LocatedJson.Str || isAlone(place);
    return new Landing.Nowhere(
        ProblemCode.TOKEN_INVALID,
        isPointer
            ? "it is no JSON Pointer of this document: #/path/of/token, ~ as ~0, / in names as ~1"
            : "an object with $ref in a value has that one key, a text",
        null,
        List.of());
  }

  /// Where a walk ends, or null while another one has to end first.
  private @Nullable Landing advance(Walk walk) {
    while (true) {
      if (walk.json != null && isToFollow(walk, walk.json)) {
        LocatedJson other = walk.json;
        Landing there = known.get(other);
        if (there == null) {
          if (open.containsKey(other)) {
            return circle(other);
          }
          begin(other, walk.entry == null ? walk.owner : walk.entry);
          if (known.containsKey(other)) {
            continue;
          }
          return null;
        }
        Landing end = goOn(walk, there);
        if (end != null) {
          return end;
        }
        continue;
      }
      if (walk.walked == walk.path.size()) {
        return end(walk);
      }
      Landing stuck = step(walk, walk.path.get(walk.walked));
      if (stuck != null) {
        return stuck;
      }
    }
  }

  /// Whether what is reached is a reference: one in a value, or the text of a token's own `$ref`.
  private static boolean isToFollow(Walk walk, LocatedJson json) {
    return walk.isInValue
        && (isReference(json) || (walk.entry != null && walk.entry.properties.get("$ref") == json));
  }

  /// Goes on from where another reference leads.
  private static @Nullable Landing goOn(Walk walk, Landing there) {
    return switch (there) {
      case Landing.Nowhere nowhere -> nowhere;
      case Landing.OnPart part -> {
        walk.json = part.json();
        walk.isInValue = true;
        yield walk.walked == walk.path.size() ? part : null;
      }
      case Landing.OnToken onToken -> {
        if (walk.walked == walk.path.size()) {
          yield new Landing.OnToken(onToken.token(), false);
        }
        walk.entry = onToken.token();
        walk.json = value(onToken.token());
        walk.isInValue = true;
        yield walk.json == null
            ? nowhere("token " + quoted(onToken.token()) + " has no value")
            : null;
      }
    };
  }

  /// The JSON that says a token's value: its `$value`, or the text of its `$ref`.
  static @Nullable LocatedJson value(Entry token) {
    LocatedJson value = token.properties.get("$value");
    return value == null ? token.properties.get("$ref") : value;
  }

  private Landing circle(LocatedJson place) {
    int start = stack.size() - 1;
    while (stack.get(start).place != place) {
      start--;
    }
    Set<Entry> owners = new LinkedHashSet<>();
    List<Walk> waiting = stack.subList(start, stack.size());
    waiting.forEach(walk -> owners.add(walk.owner));
    List<Entry> members = List.copyOf(owners);
    Landing circle =
        new Landing.Nowhere(ProblemCode.TOKEN_CYCLE, GroupExtension.listed(members), null, members);
    waiting.forEach(walk -> known.put(walk.place, circle));
    return circle;
  }

  private @Nullable Landing step(Walk walk, String segment) {
    LocatedJson json = walk.json;
    if (json != null) {
      LocatedJson next =
          switch (json) {
            case LocatedJson.Obj object -> object.get(segment);
            case LocatedJson.Arr array -> {
              int index = JsonPointer.index(segment, array.items().size());
              yield index < 0 ? null : array.items().get(index);
            }
            case LocatedJson.Str _, LocatedJson.Num _, LocatedJson.Bool _, LocatedJson.Null _ ->
                null;
          };
      walk.walked++;
      if (next == null) {
        return missing(walk, Set.of());
      }
      walk.json = next;
      return null;
    }
    Entry entry = walk.entry == null ? root : walk.entry;
    if (entry.kind == Entry.Kind.GROUP) {
      Entry child = entry.children.get(segment);
      walk.entry = child == null ? entry : child;
      walk.json = child == null ? entry.properties.get(segment) : null;
      walk.walked++;
      return child == null && walk.json == null ? missing(walk, entry.children.keySet()) : null;
    }
    if (walk.isCurly) {
      return nowhere(
          quoted(entry) + " is a token; a reference in braces leads to a whole token, not into it");
    }
    boolean isValue = segment.equals("$value");
    walk.json = isValue ? value(entry) : entry.properties.get(segment);
    walk.isInValue = isValue;
    walk.walked++;
    return walk.json == null ? missing(walk, entry.properties.keySet()) : null;
  }

  private Landing end(Walk walk) {
    if (walk.json != null) {
      return new Landing.OnPart(walk.json);
    }
    Entry entry = walk.entry == null ? root : walk.entry;
    if (entry.kind != Entry.Kind.GROUP) {
      return new Landing.OnToken(entry, true);
    }
    if (entry == root) {
      return new Landing.Nowhere(
          ProblemCode.TOKEN_CYCLE,
          "it leads to the whole document, which it is part of",
          null,
          List.of());
    }
    return new Landing.Nowhere(
        ProblemCode.TOKEN_INVALID,
        quoted(entry) + " is a group, which has no value",
        entry.children.containsKey("$root")
            ? "did you mean \"{" + entry.path() + ".$root}\"?"
            : null,
        List.of());
  }

  /// @param names what there is in place of the last segment
  private Landing missing(Walk walk, Set<String> names) {
    List<String> reached = walk.path.subList(0, walk.walked);
    String help = null;
    if (suggestions < SUGGESTIONS_MAX) {
      suggestions++;
      help =
          NearestName.find(reached.getLast(), names)
              .map(near -> "there is \"" + near + "\" in its place")
              .orElse(null);
    }
    return new Landing.Nowhere(
        ProblemCode.TOKEN_MISSING,
        "there is no \"" + String.join(walk.isCurly ? "." : "/", reached) + "\"",
        help,
        List.of());
  }

  private static Landing.Nowhere nowhere(String why) {
    return new Landing.Nowhere(ProblemCode.TOKEN_INVALID, why, null, List.of());
  }

  private static String quoted(Entry entry) {
    return "\"" + entry.path() + "\"";
  }
}

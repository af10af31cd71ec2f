package sluice.resolve.dtcg;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.resolve.ResolvedToken;
import sluice.token.TokenValue;
import sluice.token.dtcg.DtcgType;
import sluice.token.dtcg.LocatedJson;

/// A token or group of the merged tree, and how far work on it has come.
final class Entry {
  /// What an entry is.
  enum Kind {
    GROUP,
    TOKEN,
    /// It has `$ref` and nothing else to tell by; becomes one of the others.
    UNDECIDED
  }

  /// How far work has come.
  enum State {
    NEW,
    OPEN,
    DONE
  }

  final @Nullable Entry parent;
  final String name;
  final String set;
  final Location at;
  final Map<String, LocatedJson> properties;

  /// Of a token none, and unmodifiable.
  final Map<String, Entry> children;

  Kind kind;

  /// A rule that the token's keys break.
  @Nullable Problem declared;

  /// Whether it came with `$extends`; its type is then the one it had where it came from.
  boolean isInherited;

  @Nullable String typeWhereInherited;

  /// Its own `$extends`.
  State own = State.NEW;

  /// Its own `$extends` and those of all groups in it.
  State whole = State.NEW;

  /// The groups, or tokens, of a circle it is part of.
  @Nullable List<Entry> circle;

  State state = State.NEW;

  /// The tokens to be worked out before it.
  List<Entry> needed = List.of();

  /// How many of them have had their turn.
  int asked;

  @Nullable DtcgType type;
  @Nullable TokenValue value;

  /// The JSON the value was read from, at the end of its aliases.
  @Nullable LocatedJson json;

  /// JSON values in the value.
  long size;

  /// Why it has no value.
  @Nullable Problem failure;

  /// Something its author would want to know though it has a value.
  @Nullable Problem doubt;

  /// Its members as the source has them; the very object, to know the source by.
  final Map<String, LocatedJson> written;

  /// Whether it was looked up among what is known of other selections.
  boolean isRecalled;

  /// What it came to, where that is known or worth knowing for other selections.
  @Nullable Outcome outcome;

  @Nullable ResolvedToken result;
  @Nullable DtcgRemarks remarks;

  Entry(
      @Nullable Entry parent,
      String name,
      Kind kind,
      String set,
      Location at,
      Map<String, LocatedJson> properties) {
    this.parent = parent;
    this.name = name;
    this.kind = kind;
    this.set = set;
    this.at = at;
    this.written = properties;
    // Most entries are tokens, of which nothing changes; maps of their own would be most of the
    // cost
    // of a tree.
    this.properties = kind == Kind.TOKEN ? properties : new LinkedHashMap<>(properties);
    this.children = kind == Kind.TOKEN ? Map.of() : new LinkedHashMap<>();
  }

  /// Names from the outermost group down, joined by dots.
  String path() {
    List<String> names = new ArrayList<>();
    for (Entry entry = this; entry != null && entry.parent != null; entry = entry.parent) {
      names.add(entry.name);
    }
    Collections.reverse(names);
    return String.join(".", names);
  }

  /// A property's text, or null.
  @Nullable String text(String property) {
    return properties.get(property) instanceof LocatedJson.Str text ? text.text() : null;
  }

  /// The type a token without one of its own gets from its groups, or null.
  @Nullable String groupType() {
    if (isInherited) {
      return typeWhereInherited;
    }
    for (Entry group = parent; group != null; group = group.parent) {
      String type = group.text("$type");
      if (type != null) {
        return type;
      }
    }
    return null;
  }

  /// What `$deprecated` says, of itself or the nearest group that says anything, or null.
  @Nullable LocatedJson deprecated() {
    for (Entry entry = this; entry != null; entry = entry.parent) {
      LocatedJson said = entry.properties.get("$deprecated");
      if (said != null) {
        return said;
      }
    }
    return null;
  }
}

package sluice.token.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.problem.SluiceException;
import sluice.token.dtcg.DtcgNode;
import sluice.token.dtcg.DtcgType;
import sluice.token.dtcg.LocatedJson;

/// One DTCG source to a tree of groups and tokens, with every rule checked that needs no other
/// source: names, keys, and what kind of value a property has (Format module, character
/// restrictions; design token; groups).
///
/// A token that breaks a rule is kept with its problem. A group that does is reported and read as
/// far as it goes.
final class DtcgReader {
  private static final Set<String> GROUP_KEYS =
      Set.of("$type", "$description", "$deprecated", "$extensions", "$extends", "$ref");
  private static final Set<String> TOKEN_KEYS =
      Set.of("$value", "$type", "$description", "$deprecated", "$extensions", "$ref");
  private static final String ROOT = "$root";

  private final String file;
  private final ProblemTally problems;
  private final LibraryCount count;

  /// @param file the path that places in problems start with
  DtcgReader(String file, ProblemTally problems, LibraryCount count) {
    this.file = file;
    this.problems = problems;
    this.count = count;
  }

  /// The tree of a source.
  ///
  /// @throws SluiceException `token-file-malformed` when it is no object
  DtcgNode.Group read(SourceValue source) {
    Location where = at(source.line(), source.column());
    if (!(source instanceof SourceValue.Obj object)) {
      throw new SluiceException(
          Problem.of(ProblemCode.TOKEN_FILE_MALFORMED, "this is no token file")
              .at(where)
              .because("a DTCG token file holds a JSON object"));
    }
    if (object.get("$value") != null) {
      problems.add(
          Problem.of(ProblemCode.TOKEN_INVALID, "the whole file is a single token")
              .at(where)
              .because("a token has a name; the outermost object of a file is a group"));
      return new DtcgNode.Group(Map.of(), Map.of(), where);
    }
    return group("", object, where, true);
  }

  private DtcgNode.Group group(String path, SourceValue.Obj object, Location where, boolean isTop) {
    Map<String, LocatedJson> properties = new LinkedHashMap<>();
    Map<String, DtcgNode> children = new LinkedHashMap<>();
    for (Map.Entry<String, SourceValue.Member> entry : object.members().entrySet()) {
      String key = entry.getKey();
      SourceValue.Member member = entry.getValue();
      if (member.isRepeated()) {
        problems.add(repeated(path, key, member));
      }
      if (!key.startsWith("$") || key.equals(ROOT)) {
        DtcgNode child = child(path, key, member);
        if (child != null) {
          children.put(key, child);
        }
      } else if (GROUP_KEYS.contains(key)) {
        Problem problem = property(named("group", path), key, member);
        if (problem == null) {
          properties.put(key, LocatedJsonReader.of(member.value(), file));
        } else {
          problems.add(problem);
        }
      } else if (isNamedLikeAProperty(member)) {
        problems.add(badName(path.isEmpty() ? key : path + "." + key, key, member));
      } else if (!(isTop && key.equals("$schema"))) {
        problems.add(unknown(named("group", path), key, member));
      }
    }
    if (properties.containsKey("$extends") && properties.containsKey("$ref")) {
      problems.add(
          invalid(named("group", path) + " has $extends and $ref", where)
              .because("both say which group it takes over; only one may"));
      properties.remove("$ref");
    }
    if (!isTop
        && children.isEmpty()
        && properties.containsKey("$type")
        && !properties.containsKey("$extends")
        && !properties.containsKey("$ref")) {
      problems.add(
          Problem.of(
                  ProblemCode.TOKEN_DOUBTFUL,
                  named("group", path) + " looks like a token without $value")
              .at(where)
              .because("it has a $type and holds nothing"));
    }
    return new DtcgNode.Group(properties, children, where);
  }

  private @Nullable DtcgNode child(String parent, String name, SourceValue.Member member) {
    String path = parent.isEmpty() ? name : parent + "." + name;
    Location where = at(member.line(), member.column());
    if (path.length() > SourceLimits.TOKEN_NAME_MAX_CHARS) {
      throw SourceLimits.exceeded(
          "a token name is too long",
          where,
          "%,d characters, at most %,d"
              .formatted(path.length(), SourceLimits.TOKEN_NAME_MAX_CHARS));
    }
    if (name.isEmpty() || name.matches("(?s).*[{}.].*")) {
      problems.add(badName(path, name, member));
      return null;
    }
    if (!(member.value() instanceof SourceValue.Obj object)) {
      problems.add(neither(path, name, where));
      return null;
    }
    if (object.get("$value") != null) {
      return token(path, object, where);
    }
    DtcgNode.Group group = group(path, object, where, false);
    if (group.isUndecided()) {
      count.addToken(where);
    } else if (name.equals(ROOT)) {
      return new DtcgNode.Token(
          group.properties(),
          invalid("\"" + path + "\" is no token", where)
              .because("$root is a token: it has $value or $ref, and no children"),
          where);
    }
    return group;
  }

  /// Whether an unknown `$` property is rather a token or a group: there is a token in it.
  private static boolean isNamedLikeAProperty(SourceValue.Member member) {
    return member.value() instanceof SourceValue.Obj object && object.mentionsValueKey();
  }

  private Problem badName(String path, String name, SourceValue.Member member) {
    return invalid(
            "the name of \"" + path + "\" is not allowed", at(member.line(), member.column()))
        .because("\"" + name + "\"; a name is not empty, starts with no $ and holds none of { } .");
  }

  private static Problem neither(String path, String name, Location where) {
    Problem problem =
        invalid("\"" + path + "\" is neither a token nor a group", where)
            .because("a member without $ in front is an object");
    return name.equals("value") || name.equals("type") || name.equals("description")
        ? problem.advising("did you mean \"$" + name + "\"?")
        : problem;
  }

  private DtcgNode.Token token(String path, SourceValue.Obj object, Location where) {
    count.addToken(where);
    Map<String, LocatedJson> properties = new LinkedHashMap<>();
    List<Problem> found = new ArrayList<>();
    String token = named("token", path);
    for (Map.Entry<String, SourceValue.Member> entry : object.members().entrySet()) {
      String key = entry.getKey();
      SourceValue.Member member = entry.getValue();
      Location there = at(member.line(), member.column());
      if (member.isRepeated()) {
        found.add(repeated(path, key, member));
      }
      if (TOKEN_KEYS.contains(key)) {
        Problem problem = property(token, key, member);
        if (problem != null) {
          found.add(problem);
        } else {
          properties.put(key, LocatedJsonReader.of(member.value(), file));
        }
      } else if (key.equals("$extends")) {
        found.add(
            invalid(token + " has $extends", there).because("only a group takes over a group"));
      } else if (!key.startsWith("$") && !(member.value() instanceof SourceValue.Obj)) {
        // Nobody's child, so it takes nothing from the token.
        problems.add(neither(path + "." + key, key, there));
      } else if (!key.startsWith("$") || key.equals(ROOT)) {
        found.add(
            invalid(token + " has children", there)
                .because("it has $value, and \"" + key + "\" in it would be a token or group")
                .advising("name the token itself $root, in a group of that name"));
      } else if (isNamedLikeAProperty(member)) {
        found.add(badName(path + "." + key, key, member));
      } else {
        problems.add(unknown(token, key, member));
      }
    }
    if (properties.containsKey("$ref")) {
      found.add(invalid(token + " has $value and $ref", where).because("a token has one of them"));
    }
    Problem hidden = repeatedBelow(path, object.get("$value"));
    if (hidden != null) {
      found.add(hidden);
    }
    // A token says one thing that is wrong with it; what else there is shows once that is put
    // right.
    return new DtcgNode.Token(properties, found.isEmpty() ? null : found.getFirst(), where);
  }

  /// What is wrong with the kind of value a property has, or null.
  private @Nullable Problem property(String owner, String key, SourceValue.Member member) {
    SourceValue value = member.value();
    String allowed =
        switch (key) {
          case "$type" ->
              value instanceof SourceValue.Str type && DtcgType.of(type.text()) != null
                  ? ""
                  : "one of " + DtcgType.listed();
          case "$description", "$ref", "$extends" ->
              value instanceof SourceValue.Str ? "" : "a text";
          case "$deprecated" ->
              value instanceof SourceValue.Bool || value instanceof SourceValue.Str
                  ? ""
                  : "true, false or a text";
          case "$extensions" -> value instanceof SourceValue.Obj ? "" : "an object";
          default -> "";
        };
    if (allowed.isEmpty()) {
      return null;
    }
    return invalid(
            "the %s of %s is not allowed".formatted(key, owner), at(value.line(), value.column()))
        .because("it is %s; allowed: %s".formatted(shown(value), allowed));
  }

  private @Nullable Problem repeatedBelow(String path, @Nullable SourceValue value) {
    return switch (value) {
      case SourceValue.Obj object -> {
        for (Map.Entry<String, SourceValue.Member> entry : object.members().entrySet()) {
          Problem below =
              entry.getValue().isRepeated()
                  ? repeated(path, entry.getKey(), entry.getValue())
                  : repeatedBelow(path, entry.getValue().value());
          if (below != null) {
            yield below;
          }
        }
        yield null;
      }
      case SourceValue.Arr array -> {
        for (SourceValue item : array.items()) {
          Problem below = repeatedBelow(path, item);
          if (below != null) {
            yield below;
          }
        }
        yield null;
      }
      case SourceValue.Str _, SourceValue.Num _, SourceValue.Bool _, SourceValue.Null _ -> null;
      case null -> null;
    };
  }

  private Problem repeated(String path, String key, SourceValue.Member member) {
    return invalid(
            "key \"%s\" is there twice in %s"
                .formatted(key, path.isEmpty() ? "the file" : "\"" + path + "\""),
            at(member.line(), member.column()))
        .because("only one of them would count");
  }

  private Problem unknown(String owner, String key, SourceValue.Member member) {
    return Problem.of(ProblemCode.TOKEN_DOUBTFUL, owner + " has an unknown property " + key)
        .at(at(member.line(), member.column()))
        .because("keys with $ are the format's own")
        .advising("data of one's own goes into $extensions");
  }

  private static String shown(SourceValue value) {
    return switch (value) {
      case SourceValue.Str text -> "\"" + text.text() + "\"";
      case SourceValue.Num number -> Double.toString(number.value());
      case SourceValue.Bool bool -> Boolean.toString(bool.value());
      case SourceValue.Null _ -> "null";
      case SourceValue.Arr _ -> "an array";
      case SourceValue.Obj _ -> "an object";
    };
  }

  private static String named(String kind, String path) {
    return path.isEmpty() ? "the outermost group" : kind + " \"" + path + "\"";
  }

  private static Problem invalid(String what, Location where) {
    return Problem.of(ProblemCode.TOKEN_INVALID, what).at(where);
  }

  private Location at(int line, int column) {
    return new Location.InFile(file, line, column);
  }
}

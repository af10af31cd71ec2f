package sluice.token.source;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.token.dtcg.JsonPointer;

/// Follows reference objects of resolver documents: `#/…` in the same document, `file.json` and
/// `file.json#/…` relative to it (Resolver module, reference objects). Every file is read once.
final class ResolverReferences {
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");
  private static final String ORDER = "resolutionOrder";
  private static final String MODIFIERS = "modifiers";

  private final LibraryCount count;
  private final Map<Path, SourceValue> documents = new HashMap<>();

  ResolverReferences(LibraryCount count) {
    this.count = count;
  }

  /// A value and where it was found.
  ///
  /// @param file the document it is in
  /// @param path its pointer in that document
  /// @param trail the references that led here, as `file#/pointer`, oldest first
  record Found(SourceValue value, Path file, List<String> path, List<String> trail) {
    Found {
      path = List.copyOf(path);
      trail = List.copyOf(trail);
    }

    /// A value inside this one.
    Found inside(SourceValue inner, String... segments) {
      List<String> longer = new ArrayList<>(path);
      longer.addAll(List.of(segments));
      return new Found(inner, file, longer, trail);
    }

    /// The place in a file.
    Location at() {
      return new Location.InFile(file.toString(), value.line(), value.column());
    }
  }

  /// The main document, which is parsed already.
  Found begin(Path file, SourceValue root) {
    documents.put(file, root);
    return new Found(root, file, List.of(), List.of());
  }

  /// What a value stands for: itself, or what its `$ref` leads to, with the keys beside `$ref` in
  /// place of those there.
  ///
  /// @param mayBeModifier whether it may lead to a modifier, as an item of the resolution order may
  Found follow(Found written, boolean mayBeModifier) {
    Found at = written;
    List<SourceValue.Obj> over = new ArrayList<>();
    while (at.value() instanceof SourceValue.Obj object && object.get("$ref") != null) {
      if (!(object.get("$ref") instanceof SourceValue.Str reference)) {
        throw wrong(at.at(), "a $ref is no text", "it names a place, such as #/sets/base");
      }
      over.add(object);
      at = step(at, reference, mayBeModifier);
    }
    for (int i = over.size() - 1; i >= 0 && at.value() instanceof SourceValue.Obj; i--) {
      at = overlaid(at, (SourceValue.Obj) at.value(), over.get(i));
    }
    return at;
  }

  private static Found overlaid(Found found, SourceValue.Obj below, SourceValue.Obj above) {
    if (above.members().size() == 1) {
      return found;
    }
    Map<String, SourceValue.Member> members = new LinkedHashMap<>(below.members());
    for (Map.Entry<String, SourceValue.Member> member : above.members().entrySet()) {
      if (!member.getKey().equals("$ref")) {
        members.put(member.getKey(), member.getValue());
      }
    }
    return new Found(
        new SourceValue.Obj(members, true, above.line(), above.column()),
        found.file(),
        found.path(),
        found.trail());
  }

  private Found step(Found from, SourceValue.Str reference, boolean mayBeModifier) {
    Location where =
        new Location.InFile(from.file().toString(), reference.line(), reference.column());
    String text = reference.text();
    int hash = text.indexOf('#');
    Path file = hash == 0 ? from.file() : file(from.file(), text, hash, where);
    String fragment = hash < 0 ? "#" : text.substring(hash);
    // The report writes a file's pointer without the first slash in one place.
    List<String> path =
        JsonPointer.parse(
            hash > 0 && fragment.length() > 1 && fragment.charAt(1) != '/'
                ? "#/" + fragment.substring(1)
                : fragment);
    if (path == null) {
      throw wrong(
          where, "\"" + text + "\" is no reference", "allowed: #/path, file.json, file.json#/path");
    }
    String first = path.isEmpty() || !isResolver(file, text, where) ? "" : path.getFirst();
    if (first.equals(ORDER)) {
      throw wrong(
          where,
          "\"" + text + "\" leads into resolutionOrder",
          "nothing may; name the set or modifier itself");
    }
    if (first.equals(MODIFIERS) && !mayBeModifier) {
      throw wrong(
          where,
          "\"" + text + "\" leads to a modifier",
          "sets and contexts are made of sets and tokens; only resolutionOrder names modifiers");
    }
    return arrive(from, file, path, text, where);
  }

  private Found arrive(Found from, Path file, List<String> path, String text, Location where) {
    String place = file + "#/" + String.join("/", path);
    boolean isAncestor =
        file.equals(from.file())
            && path.size() <= from.path().size()
            && from.path().subList(0, path.size()).equals(path);
    if (isAncestor || from.trail().contains(place)) {
      List<String> names = new ArrayList<>(from.trail());
      names.add(place);
      throw wrong(
          where, "\"" + text + "\" leads back to where it stands", String.join(" → ", names));
    }
    if (from.trail().size() >= ResolverLimits.TRAIL_MAX) {
      throw SourceLimits.exceeded(
          "too many references lead from one to the next",
          where,
          "more than %,d".formatted(ResolverLimits.TRAIL_MAX));
    }
    SourceValue value = document(file, text, where);
    for (String segment : path) {
      value = inside(value, segment);
      if (value == null) {
        throw wrong(
            where, "\"" + text + "\" leads nowhere", "there is no \"" + segment + "\" on the way");
      }
    }
    List<String> trail = new ArrayList<>(from.trail());
    trail.add(place);
    return new Found(value, file, path, trail);
  }

  private static @Nullable SourceValue inside(SourceValue value, String segment) {
    return switch (value) {
      case SourceValue.Obj object -> object.get(segment);
      case SourceValue.Arr array -> {
        int index = JsonPointer.index(segment, array.items().size());
        yield index < 0 ? null : array.items().get(index);
      }
      case SourceValue.Str _, SourceValue.Num _, SourceValue.Bool _, SourceValue.Null _ -> null;
    };
  }

  private boolean isResolver(Path file, String text, Location where) {
    return ResolverDocument.isOne(document(file, text, where));
  }

  /// Whether something is in a resolver document, rather than in a token file.
  boolean isInResolver(Found found) {
    return ResolverDocument.isOne(document(found.file(), "", found.at()));
  }

  private SourceValue document(Path file, String text, Location where) {
    SourceValue known = documents.get(file);
    if (known != null) {
      return known;
    }
    if (!Files.isRegularFile(file)) {
      throw new SluiceException(
          Problem.of(ProblemCode.FILE_MISSING, "there is no file \"" + file + "\"")
              .at(where)
              .because("\"" + text + "\" names it, relative to the document"));
    }
    SourceValue root = SourceText.parse(file, count);
    documents.put(file, root);
    return root;
  }

  private static Path file(Path from, String text, int hash, Location where) {
    String name = hash < 0 ? text : text.substring(0, hash);
    if (SCHEME.matcher(name).matches() || name.startsWith("//")) {
      throw wrong(
          where,
          "\"" + text + "\" is not in a file",
          "nothing is fetched from a network; allowed: files relative to the document");
    }
    List<String> decoded = JsonPointer.parse("#/" + name.replace("~", "~0"));
    try {
      Path relative = Path.of(decoded == null ? name : String.join("/", decoded));
      if (!name.isEmpty() && !name.startsWith("/") && !relative.isAbsolute()) {
        return from.resolveSibling(relative).normalize();
      }
    } catch (InvalidPathException _) {
      // Said below.
    }
    throw wrong(where, "\"" + text + "\" is no file", "allowed: a path relative to the document");
  }

  /// The document breaks a rule, which ends the run.
  static SluiceException wrong(Location where, String what, String why) {
    return new SluiceException(
        Problem.of(ProblemCode.TOKEN_FILE_MALFORMED, what).at(where).because(why));
  }
}

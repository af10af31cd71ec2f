package sluice.token.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.problem.Location;
import sluice.problem.ProblemTally;
import sluice.problem.SluiceException;
import sluice.token.dtcg.DtcgLayer;
import sluice.token.dtcg.DtcgLibrary;
import sluice.token.dtcg.DtcgModifier;
import sluice.token.dtcg.DtcgNode;
import sluice.token.source.ResolverReferences.Found;

/// A resolver document: which sources are laid over each other, in which order, and which of them
/// depend on a choice (Resolver module).
///
/// All of it is checked before anything is resolved, sets and modifiers that nothing refers to as
/// well. A rule that is broken ends the run, with the rule and the place.
final class ResolverDocument {
  private static final String VERSION = "2025.10";
  private static final String ORDER = "resolutionOrder";
  private static final String SETS = "sets";
  private static final String MODIFIERS = "modifiers";
  private static final String SOURCES = "sources";
  private static final String CONTEXTS = "contexts";

  private final Path file;
  private final ProblemTally problems;
  private final LibraryCount count;
  private final ResolverReferences references;
  private final IdentityHashMap<SourceValue, DtcgNode.Group> trees = new IdentityHashMap<>();
  private final List<DtcgLayer> layers = new ArrayList<>();
  private final Map<String, DtcgModifier> modifiers = new LinkedHashMap<>();
  private int sources;

  /// @param file the document; files it refers to are relative to it
  ResolverDocument(Path file, ProblemTally problems, LibraryCount count) {
    this.file = file;
    this.problems = problems;
    this.count = count;
    this.references = new ResolverReferences(count);
  }

  /// Whether a text is a resolver document.
  static boolean isOne(SourceValue root) {
    return root instanceof SourceValue.Obj object
        && (object.get(ORDER) instanceof SourceValue.Arr
            || (object.get("version") != null && object.get(ORDER) != null)
            || (object.get("version") instanceof SourceValue.Str
                && (LibraryReader.isContainer(object.get(SETS))
                    || LibraryReader.isContainer(object.get(MODIFIERS)))));
  }

  /// Reads the document and the files it refers to.
  ///
  /// @throws SluiceException `token-file-malformed` when it breaks a rule, `file-missing`,
  ///   `limit-exceeded`, and what reading token files says
  DtcgLibrary read(SourceValue root) {
    Found document = references.begin(file, root);
    SourceValue.Obj object = object(document, "the resolver document");
    if (!(object.get("version") instanceof SourceValue.Str version)
        || !version.text().equals(VERSION)) {
      SourceValue seen = object.get("version");
      throw ResolverReferences.wrong(
          seen == null ? document.at() : at(document, seen),
          seen == null ? "the resolver document has no version" : "the version is not known",
          "allowed: \"version\": \"" + VERSION + "\"");
    }
    text(document, object, "name");
    text(document, object, "description");
    text(document, object, "$schema");
    named(document, SETS).forEach((_, set) -> set(references.follow(set, false)));
    named(document, MODIFIERS)
        .forEach((name, modifier) -> modifier(name, references.follow(modifier, false)));
    if (!(object.get(ORDER) instanceof SourceValue.Arr order)) {
      SourceValue seen = object.get(ORDER);
      throw ResolverReferences.wrong(
          seen == null ? document.at() : at(document, seen),
          seen == null ? "there is no resolutionOrder" : "resolutionOrder is no array",
          "it lists sets and modifiers, later ones win");
    }
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < order.items().size(); i++) {
      item(document.inside(order.items().get(i), ORDER, Integer.toString(i)), names);
    }
    return new DtcgLibrary(layers, List.copyOf(modifiers.values()));
  }

  /// The members of `sets` or `modifiers`.
  private Map<String, Found> named(Found document, String key) {
    Map<String, Found> named = new LinkedHashMap<>();
    SourceValue value = object(document, key).get(key);
    if (value == null) {
      return named;
    }
    Found container = document.inside(value, key);
    object(container, key)
        .members()
        .forEach((name, member) -> named.put(name, container.inside(member.value(), name)));
    return named;
  }

  private void item(Found item, Set<String> names) {
    SourceValue.Obj object = object(item, "an item of resolutionOrder");
    boolean isInline = object.get("$ref") == null;
    Found target = references.follow(item, true);
    SourceValue.Obj resolved = object(target, "an item of resolutionOrder");
    String name =
        isInline
            ? text(item, object, "name")
            : target.path().isEmpty() ? null : target.path().getLast();
    // A reference may lead to a member whose name is empty; an item's own name says something.
    if (name == null || (isInline && name.isEmpty())) {
      throw ResolverReferences.wrong(
          item.at(),
          "an item of resolutionOrder has no name",
          "allowed: {\"$ref\": \"#/sets/…\"}, {\"$ref\": \"#/modifiers/…\"}, or a set or modifier with name and type");
    }
    if (!names.add((isInline ? "" : resolved.get(CONTEXTS) == null ? "set " : "modifier ") + name)
        && isInline) {
      throw ResolverReferences.wrong(
          item.at(),
          "the name \"" + name + "\" is there twice",
          "names in resolutionOrder are unique");
    }
    boolean isModifier = isInline ? isModifier(object, item) : resolved.get(CONTEXTS) != null;
    if (!isInline && target.path().size() == 2 && target.path().getFirst().equals(MODIFIERS)) {
      isModifier = true;
    }
    if (isModifier) {
      Choice choice = modifier(name, target);
      modifiers.put(name, choice.modifier());
      choice
          .contexts()
          .forEach((context, groups) ->
              layers.add(new DtcgLayer(DtcgModifier.setName(name, context), groups)));
    } else {
      layers.add(new DtcgLayer(name, set(target)));
    }
  }

  private static boolean isModifier(SourceValue.Obj inline, Found item) {
    String type = text(item, inline, "type");
    boolean isModifier = "modifier".equals(type);
    if (isModifier || "set".equals(type)) {
      return isModifier;
    }
    throw ResolverReferences.wrong(
        item.at(),
        type == null
            ? "an item of resolutionOrder has no type"
            : "an item of resolutionOrder has the type \"" + type + "\"",
        "allowed: \"set\", \"modifier\"");
  }

  private List<DtcgNode.Group> set(Found set) {
    SourceValue.Obj object = object(set, "a set");
    remarks(set, object);
    if (!(object.get(SOURCES) instanceof SourceValue.Arr list)) {
      throw ResolverReferences.wrong(
          set.at(), "a set has no sources", "\"sources\" is an array of references and tokens");
    }
    List<DtcgNode.Group> groups = new ArrayList<>();
    addSources(set.inside(list, SOURCES), list, groups);
    return groups;
  }

  /// A modifier with the sources of its contexts.
  private record Choice(DtcgModifier modifier, Map<String, List<DtcgNode.Group>> contexts) {}

  private Choice modifier(String name, Found modifier) {
    SourceValue.Obj object = object(modifier, "a modifier");
    remarks(modifier, object);
    String what = "modifier \"" + name + "\"";
    if (!(object.get(CONTEXTS) instanceof SourceValue.Obj map) || map.members().isEmpty()) {
      throw ResolverReferences.wrong(
          modifier.at(),
          what + " has no contexts",
          "\"contexts\" names at least two, each an array");
    }
    if (map.members().size() == 1) {
      throw ResolverReferences.wrong(
          modifier.at(), what + " has one context", "that leaves no choice; make it a set");
    }
    Map<String, List<DtcgNode.Group>> contexts = new LinkedHashMap<>();
    map.members()
        .forEach((context, member) -> {
          if (!(member.value() instanceof SourceValue.Arr list)) {
            throw ResolverReferences.wrong(
                at(modifier, member.value()),
                "context \"%s\" of %s is no array".formatted(context, what),
                "a context lists references and tokens");
          }
          List<DtcgNode.Group> groups = new ArrayList<>();
          addSources(modifier.inside(list, CONTEXTS, context), list, groups);
          contexts.put(context, groups);
        });
    SourceValue standard = object.get("default");
    String chosen = text(modifier, object, "default");
    if (standard != null && (chosen == null || !contexts.containsKey(chosen))) {
      throw ResolverReferences.wrong(
          at(modifier, standard),
          "the default of " + what + " is none of its contexts",
          "allowed: " + String.join(", ", contexts.keySet()));
    }
    return new Choice(new DtcgModifier(name, List.copyOf(contexts.keySet()), chosen), contexts);
  }

  private void addSources(Found place, SourceValue.Arr list, List<DtcgNode.Group> groups) {
    for (int i = 0; i < list.items().size(); i++) {
      Found source = place.inside(list.items().get(i), Integer.toString(i));
      object(source, "a source");
      addSource(references.follow(source, false), groups);
    }
  }

  private void addSource(Found source, List<DtcgNode.Group> groups) {
    if (++sources > ResolverLimits.SOURCES_MAX) {
      throw SourceLimits.exceeded(
          "the resolver document has too many sources",
          source.at(),
          "more than %,d".formatted(ResolverLimits.SOURCES_MAX));
    }
    SourceValue.Obj object = object(source, "a source");
    boolean isSet =
        source.path().size() == 2
            && source.path().getFirst().equals(SETS)
            && references.isInResolver(source);
    if (isSet || object.get(SOURCES) instanceof SourceValue.Arr) {
      groups.addAll(set(source));
    } else if (isOne(object)) {
      throw ResolverReferences.wrong(
          source.at(),
          "a source is a whole resolver document",
          "allowed: tokens, or one of its sets");
    } else {
      DtcgNode.Group tree = trees.get(object);
      if (tree == null) {
        tree = new DtcgReader(source.file().toString(), problems, count).read(object);
        trees.put(object, tree);
      }
      groups.add(tree);
    }
  }

  private static void remarks(Found found, SourceValue.Obj object) {
    text(found, object, "description");
    SourceValue extensions = object.get("$extensions");
    if (extensions != null && !(extensions instanceof SourceValue.Obj)) {
      throw ResolverReferences.wrong(
          at(found, extensions), "$extensions is no object", "allowed: an object");
    }
  }

  private static SourceValue.Obj object(Found found, String what) {
    if (found.value() instanceof SourceValue.Obj object) {
      object
          .members()
          .forEach((key, member) -> {
            if (member.isRepeated()) {
              throw ResolverReferences.wrong(
                  new Location.InFile(found.file().toString(), member.line(), member.column()),
                  "key \"" + key + "\" is there twice in " + what,
                  "only one of them would count");
            }
          });
      return object;
    }
    throw ResolverReferences.wrong(found.at(), what + " is no object", "allowed: an object");
  }

  /// A member's text, or null when it is not there.
  private static @Nullable String text(Found found, SourceValue.Obj object, String key) {
    SourceValue value = object.get(key);
    if (value == null) {
      return null;
    }
    if (value instanceof SourceValue.Str text) {
      return text.text();
    }
    throw ResolverReferences.wrong(
        at(found, value), "\"" + key + "\" is no text", "allowed: a text");
  }

  private static Location at(Found found, SourceValue value) {
    return new Location.InFile(found.file().toString(), value.line(), value.column());
  }
}

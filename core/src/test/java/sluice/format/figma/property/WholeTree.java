package sluice.format.figma.property;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.apply.AppliedTokenReader;
import sluice.apply.NodeTokens;
import sluice.apply.PropertyKey;
import sluice.json.JsonValue;
import sluice.oracle.MemberText;
import sluice.oracle.TextValues;
import sluice.problem.Problem;
import sluice.resolve.ResolvedTokens;
import sluice.testkit.oracle.TextTree;

/// What a document has to look like once tokens are applied, worked out in the slow, obvious way:
/// the whole text is a tree in memory, each node is asked for its edits and written anew, and
/// nothing is remembered from one node to the next.
///
/// Shares with the engine what tokens say and what the families of properties make of it, which
/// vectors decide. How nodes are found, what is remembered, which characters change and in which
/// order they are written is all its own.
final class WholeTree {
  /// Fields that hardly two nodes have alike: families that look at them come last (NodeKind),
  /// which shows only in the order of added members.
  private static final long OWN =
      FigmaField.ABSOLUTE_BOUNDING_BOX.bit()
          | FigmaField.SIZE.bit()
          | FigmaField.RELATIVE_TRANSFORM.bit()
          | FigmaField.CHARACTERS.bit();

  private final ResolvedTokens tokens;
  private final ApplySettings settings;
  private final Set<String> scope;
  private long nodes;
  private long withTokens;
  private long changed;
  private long failed;
  private long changes;

  /// What came out.
  ///
  /// @param text the document after
  record Result(
      String text, long nodes, long withTokens, long changed, long failed, long changes) {}

  private WholeTree(ResolvedTokens tokens, ApplySettings settings, Set<String> scope) {
    this.tokens = tokens;
    this.settings = settings;
    this.scope = scope;
  }

  /// Applies tokens to a document.
  ///
  /// @param scope ids of the nodes to apply them to, with all in them; empty for all
  static Result of(
      String document, ResolvedTokens tokens, ApplySettings settings, Set<String> scope) {
    WholeTree tree = new WholeTree(tokens, settings, scope);
    StringBuilder out = new StringBuilder();
    int done = 0;
    for (TextTree.Node root : TextTree.read(document)) {
      out.append(document, done, root.from()).append(tree.root(root));
      done = root.to();
    }
    out.append(document.substring(done));
    return new Result(
        out.toString(), tree.nodes, tree.withTokens, tree.changed, tree.failed, tree.changes);
  }

  private String root(TextTree.Node root) {
    MemberText text = new MemberText(root);
    boolean envelope = false;
    for (int i = 0; i < root.members().size(); i++) {
      TextTree.Member member = root.members().get(i);
      if (member.key().equals("document")) {
        text.replace(i, node(member.value(), null, scope.isEmpty()));
        envelope = true;
      } else if (member.key().equals("nodes")) {
        text.replace(i, answers(member.value()));
        envelope = true;
      }
    }
    return envelope ? text.text() : node(root, null, scope.isEmpty());
  }

  /// The answer to a request for single nodes.
  private String answers(TextTree.Node answers) {
    MemberText all = new MemberText(answers);
    for (int i = 0; i < answers.members().size(); i++) {
      TextTree.Node answer = answers.members().get(i).value();
      MemberText one = new MemberText(answer);
      TextTree.Node document = answer.find("document");
      if (document != null) {
        one.replace(answer.indexOf("document"), node(document, null, scope.isEmpty()));
      }
      all.replace(i, one.text());
    }
    return all.text();
  }

  private String node(TextTree.Node node, TextTree.@Nullable Node parent, boolean included) {
    nodes++;
    boolean named = scope.contains(string(node, "id"));
    boolean inside = included || named;
    MemberText text = new MemberText(node);
    TextTree.Node children = node.find("children");
    if (children != null) {
      text.replace(node.indexOf("children"), children(children, node, inside));
    }
    String type = string(node, "type");
    if (!type.equals("DOCUMENT") && !type.equals("CANVAS")) {
      apply(node, parent, type, inside, named, text);
    }
    return text.text();
  }

  private String children(TextTree.Node children, TextTree.Node node, boolean included) {
    StringBuilder out = new StringBuilder();
    int done = children.from();
    for (TextTree.Node child : children.items()) {
      out.append(children.text(), done, child.from()).append(node(child, node, included));
      done = child.to();
    }
    return out.append(children.text(), done, children.to()).toString();
  }

  private void apply(
      TextTree.Node node,
      TextTree.@Nullable Node parent,
      String type,
      boolean included,
      boolean named,
      MemberText text) {
    TextTree.Node data = node.find("sharedPluginData");
    TextTree.Node stored = data == null || !data.isObject() ? null : data.find("tokens");
    boolean malformed = isNonsense(data) || isNonsense(stored);
    boolean carries = malformed || (stored != null && !stored.members().isEmpty());
    withTokens += carries ? 1 : 0;
    boolean takes = NodeTypes.isTokenBearing(type) || (named && type.equals("SECTION"));
    if (!carries || !included || !takes) {
      return;
    }
    if (malformed) {
      failed++;
      return;
    }
    AppliedTokenReader.Found found = StoredTokens.read(TextValues.of(stored));
    List<Edit> edits = edits(node, parent, type, NodeTokens.of(found.applied(), tokens));
    changes += edits.size();
    changed += edits.isEmpty() ? 0 : 1;
    failed += edits.isEmpty() && !found.malformed().isEmpty() ? 1 : 0;
    write(node, edits, text);
  }

  private static boolean isNonsense(TextTree.@Nullable Node value) {
    return value != null && !value.isObject() && !value.raw().equals("null");
  }

  private static String string(TextTree.Node object, String key) {
    TextTree.Node value = object.find(key);
    return value == null || !value.isString() ? "" : value.string();
  }

  // ---------------------------------------------------------------- what changes

  private List<Edit> edits(
      TextTree.Node node, TextTree.@Nullable Node parent, String type, NodeTokens said) {
    boolean partOfInstance = string(node, "id").startsWith("I");
    Map<FigmaField, JsonValue> fields = new EnumMap<>(FigmaField.class);
    for (TextTree.Member member : node.members()) {
      FigmaField field = FigmaField.of(member.key());
      if (field != null) {
        fields.put(field, TextValues.of(member.value()));
      }
    }
    FigmaNode facts =
        new FigmaNode.Known(
            type, partOfInstance, parent == null ? null : parentFacts(parent), fields);
    FigmaPlan plan = FigmaPlan.compile(said, type, partOfInstance, settings);
    List<Edit> shared = new ArrayList<>();
    List<Edit> own = new ArrayList<>();
    List<Edit> inOrder = new ArrayList<>();
    boolean apart = true;
    long touched = 0;
    for (PropertyFamily family : plan.families()) {
      List<Edit> edits = edits(family, facts);
      inOrder.addAll(edits);
      if (family.readsParent() || (family.reads() & OWN) != 0) {
        own.addAll(edits);
      } else {
        apart &= (touched & bits(edits)) == 0;
        touched |= bits(edits);
        shared.addAll(edits);
      }
    }
    if (!apart || (touched & bits(own)) != 0) {
      return inOrder;
    }
    shared.addAll(own);
    return shared;
  }

  private static long bits(List<Edit> edits) {
    long bits = 0;
    for (Edit edit : edits) {
      bits |= edit.field().bit();
    }
    return bits;
  }

  private static List<Edit> edits(PropertyFamily family, FigmaNode facts) {
    List<Edit> edits = new ArrayList<>();
    family.apply(
        facts,
        new EditSink() {
          @Override
          public void edit(Edit edit) {
            edits.add(edit);
          }

          @Override
          public void problem(PropertyKey key, Problem problem) {}
        });
    return edits;
  }

  private static ParentFacts parentFacts(TextTree.Node parent) {
    TextTree.Node box = parent.find("absoluteBoundingBox");
    double width = number(box, "width");
    double height = number(box, "height");
    boolean known = !Double.isNaN(width) && !Double.isNaN(height);
    String layout = string(parent, "layoutMode");
    return new ParentFacts.Known(
        string(parent, "type"),
        !layout.isEmpty() && !layout.equals("NONE"),
        known ? new ParentFacts.Box(number(box, "x"), number(box, "y"), width, height) : null);
  }

  private static double number(TextTree.@Nullable Node object, String key) {
    TextTree.Node value = object == null ? null : object.find(key);
    return value == null || !value.isNumber() ? Double.NaN : Double.parseDouble(value.raw());
  }

  // ---------------------------------------------------------------- how it is written

  private static void write(TextTree.Node node, List<Edit> edits, MemberText text) {
    boolean spaced = isLastFieldSpaced(node);
    Map<FigmaField, List<Edit>> byField = new LinkedHashMap<>();
    for (Edit edit : edits) {
      byField.computeIfAbsent(edit.field(), _ -> new ArrayList<>()).add(edit);
    }
    byField.forEach((field, own) -> member(node, field.jsonName(), own, 0, text, spaced));
  }

  /// Whether a blank stands behind the colon of the last member that tokens have to do with.
  private static boolean isLastFieldSpaced(TextTree.Node node) {
    boolean spaced = false;
    for (TextTree.Member member : node.members()) {
      if (FigmaField.of(member.key()) != null) {
        spaced = member.value().from() - member.from() > member.key().length() + 3;
      }
    }
    return spaced;
  }

  /// Writes the edits of one member.
  ///
  /// @param level how many names of [Edit#below] lead to the member
  private static void member(
      TextTree.Node object,
      String key,
      List<Edit> edits,
      int level,
      MemberText text,
      boolean spaced) {
    int place = object.indexOf(key);
    TextTree.Node old = object.find(key);
    Edit first = edits.getFirst();
    boolean whole = first.below().size() == level;
    if (!whole && old != null && old.isObject()) {
      text.replace(place, edited(old, edits, level));
      return;
    }
    JsonValue after = whole ? first.after() : made(edits, level);
    if (after != null && old != null) {
      text.replace(place, fine(old, after));
    } else if (after != null) {
      text.add(key, TextValues.text(after), spaced);
    } else if (whole && old != null) {
      text.remove(place);
    }
  }

  private static String edited(TextTree.Node object, List<Edit> edits, int level) {
    MemberText text = new MemberText(object);
    boolean spaced = false;
    if (!object.members().isEmpty()) {
      TextTree.Member last = object.members().getLast();
      spaced = last.value().from() > last.colonFrom() + 1;
    }
    for (Map.Entry<String, List<Edit>> member : byName(edits, level).entrySet()) {
      member(object, member.getKey(), member.getValue(), level + 1, text, spaced);
    }
    return text.text();
  }

  private static Map<String, List<Edit>> byName(List<Edit> edits, int level) {
    Map<String, List<Edit>> byName = new LinkedHashMap<>();
    for (Edit edit : edits) {
      byName.computeIfAbsent(edit.below().get(level), _ -> new ArrayList<>()).add(edit);
    }
    return byName;
  }

  /// The object that edits ask for where there is none.
  private static @Nullable JsonValue made(List<Edit> edits, int level) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    byName(edits, level)
        .forEach((name, own) -> {
          Edit first = own.getFirst();
          JsonValue value =
              first.below().size() == level + 1 ? first.after() : made(own, level + 1);
          if (value != null) {
            members.put(name, value);
          }
        });
    return members.isEmpty() ? null : new JsonValue.Obj(members);
  }

  /// A value in place of another: where both have the same form only the scalars that differ.
  private static String fine(TextTree.Node old, JsonValue after) {
    if (after instanceof JsonValue.Obj(Map<String, JsonValue> members)
        && old.isObject()
        && keys(old).equals(members.keySet())) {
      MemberText text = new MemberText(old);
      for (Map.Entry<String, JsonValue> member : members.entrySet()) {
        int place = old.indexOf(member.getKey());
        text.replace(place, fine(old.members().get(place).value(), member.getValue()));
      }
      return text.text();
    }
    if (after instanceof JsonValue.Arr(List<JsonValue> items)
        && old.isArray()
        && !items.isEmpty()
        && items.size() == old.items().size()) {
      StringBuilder out = new StringBuilder();
      int done = old.from();
      for (int i = 0; i < items.size(); i++) {
        TextTree.Node item = old.items().get(i);
        out.append(old.text(), done, item.from()).append(fine(item, items.get(i)));
        done = item.to();
      }
      return out.append(old.text(), done, old.to()).toString();
    }
    return says(old, after) ? old.raw() : TextValues.text(after);
  }

  private static Set<String> keys(TextTree.Node object) {
    Set<String> keys = new HashSet<>();
    object.members().forEach(member -> keys.add(member.key()));
    return keys;
  }

  /// Whether a scalar says what it is to say; numbers to the accuracy of Figma's, which is 32 bits.
  private static boolean says(TextTree.Node old, JsonValue after) {
    return switch (after) {
      case JsonValue.Num(double number, _) ->
          old.isNumber() && (float) Double.parseDouble(old.raw()) == (float) number;
      case JsonValue.Str(String text) -> old.isString() && old.string().equals(text);
      case JsonValue.Bool(boolean truth) -> old.raw().equals(String.valueOf(truth));
      case JsonValue.Null _ -> old.raw().equals("null");
      case JsonValue.Arr _, JsonValue.Obj _ -> false;
    };
  }
}

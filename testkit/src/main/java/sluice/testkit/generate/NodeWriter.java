package sluice.testkit.generate;

import org.jspecify.annotations.Nullable;
import sluice.testkit.generate.Combination.Applied;

/// Fills in the fields of one node: first who it is and which tokens it carries, then, after the
/// place of `children`, what it looks like.
final class NodeWriter {
  /// Ids below this session number belong to components and styles.
  private static final int FIRST_SESSION = 10;

  private static final int IDS_PER_SESSION = 9_973;
  private static final int STREAM_NODE = 3;
  private static final double HIDDEN_SHARE = 0.05;
  private static final double FOREIGN_KEY_SHARE = 0.01;

  private final FigmaDocumentOptions options;
  private final Combinations combinations;
  private final NodeLook look;
  private final Seeded random = new Seeded(0);
  private final NodeValues values = new NodeValues();
  private final int components;

  long nodesWithTokens;
  long appliedTokens;
  long driftedNodes;
  long boundNodes;
  long hiddenNodes;
  long instanceSublayers;

  NodeWriter(FigmaDocumentOptions options, Combinations combinations, int components, int styles) {
    this.options = options;
    this.combinations = combinations;
    this.components = components;
    this.look = new NodeLook(random, values, styles);
  }

  /// Fills `place`, whose index and number of descendants are set.
  ///
  /// @param parent absent for the document
  /// @param rootPluginData the document's own plugin data as JSON text, empty for none
  void fill(NodePlace place, int depth, @Nullable NodePlace parent, String rootPluginData) {
    random.reset(options.seed(), STREAM_NODE, place.index);
    NodePlace around = parent == null ? null : parent.instance;
    NodeKind kind =
        TreePlan.kind(
            depth,
            place.descendants,
            parent == null ? NodeKind.DOCUMENT : parent.kind,
            around != null,
            random);
    place.kind = kind;
    place.component = random.below(components);
    place.instance = kind == NodeKind.INSTANCE ? place : around;
    identify(place, around);

    NodeFields fields = place.fields;
    fields.clear();
    fields.begin("id").raw("\"").raw(place.id.bytes(), place.id.size()).raw("\"");
    fields.end();
    if (kind == NodeKind.DOCUMENT) {
      document(fields, rootPluginData);
    } else if (kind == NodeKind.CANVAS) {
      page(fields, place);
    } else {
      layer(place, parent);
    }
  }

  private static void document(NodeFields fields, String rootPluginData) {
    fields.add("name", "\"Document\"");
    fields.add("type", "\"DOCUMENT\"");
    fields.add("scrollBehavior", "\"SCROLLS\"");
    if (!rootPluginData.isEmpty()) {
      fields.add("sharedPluginData", rootPluginData);
    }
    fields.children(true);
  }

  private static void page(NodeFields fields, NodePlace place) {
    fields.begin("name").raw("\"Page ").integer(place.index).raw("\"");
    fields.end();
    fields.add("type", "\"CANVAS\"");
    fields.add("scrollBehavior", "\"SCROLLS\"");
    fields.children(true);
    fields.begin("backgroundColor").color(new Rgba(245, 245, 245, 255), 1);
    fields.end();
    fields.add("prototypeStartNodeID", "null");
    fields.add("flowStartingPoints", "[]");
    fields.add("prototypeDevice", "{\"type\":\"NONE\",\"rotation\":\"NONE\"}");
  }

  private void layer(NodePlace place, @Nullable NodePlace parent) {
    NodeFields fields = place.fields;
    NodeKind kind = place.kind;
    values.plain(kind, random);
    Combination combination =
        random.chance(options.tokenShare()) ? combinations.pick(kind.family(), random) : null;
    if (combination != null) {
      carry(combination, kind.family());
    }
    settle(place, parent);

    Words.name(fields.begin("name"), random);
    fields.end();
    boolean hidden = random.chance(HIDDEN_SHARE);
    if (hidden) {
      hiddenNodes++;
      fields.add("visible", "false");
    }
    fields.add("type", "\"" + kind + "\"");
    fields.add("scrollBehavior", "\"SCROLLS\"");
    look.rotation(fields);
    look.componentPropertyReferences(place);
    if (combination != null) {
      pluginData(fields, combination);
    }
    boolean bound = random.chance(options.boundVariablesShare());
    if (bound) {
      boundNodes++;
      look.boundVariables(fields, kind);
    }
    boolean opacityFirst = random.chance(0.25);
    if (opacityFirst) {
      look.opacity(fields);
    }
    fields.add("blendMode", "\"PASS_THROUGH\"");
    fields.children(place.descendants > 0 || kind.holdsChildren());
    if (!opacityFirst) {
      look.opacity(fields);
    }
    look.describe(place, hidden, bound);
  }

  private void carry(Combination combination, TokenFamily family) {
    nodesWithTokens++;
    boolean drifted = random.chance(options.driftShare());
    if (drifted) {
      driftedNodes++;
    }
    for (Applied applied : combination.applied()) {
      appliedTokens++;
      TokenMeaning meaning = applied.meaning();
      if (meaning != null) {
        TokenMeaning held = drifted ? combinations.drifted(family, applied.key(), random) : meaning;
        values.apply(applied.key(), held);
      }
    }
  }

  private void pluginData(NodeFields fields, Combination combination) {
    JsonText text = fields.begin("sharedPluginData").raw("{\"tokens\":{");
    boolean first = true;
    for (Applied applied : combination.applied()) {
      text.raw(first ? "\"" : ",\"").raw(applied.key().key()).raw("\":\"");
      first = false;
      if (applied.storedName().equals("none")) {
        text.raw("none\"");
      } else {
        text.raw("\\\"").raw(applied.storedName()).raw("\\\"\"");
      }
    }
    if (random.chance(FOREIGN_KEY_SHARE)) {
      text.raw(",\"version\":\"\\\"1\\\"\",\"hash\":\"abc123\"");
    }
    text.raw("}}");
    fields.end();
  }

  /// Gives the node its id: `I`, the instance's id and the layer's id in the component for a
  /// sublayer of an instance, its own number otherwise.
  private void identify(NodePlace place, @Nullable NodePlace around) {
    JsonText id = place.id;
    id.clear();
    if (place.index == 0) {
      id.raw("0:0");
    } else if (around == null) {
      id.integer(FIRST_SESSION + place.index / IDS_PER_SESSION);
      id.raw(":").integer(1 + place.index % IDS_PER_SESSION);
    } else {
      instanceSublayers++;
      if (around.id.bytes()[0] != 'I') {
        id.raw("I");
      }
      id.raw(around.id.bytes(), around.id.size()).raw(";");
      id.integer(FIRST_SESSION + around.component).raw(":").integer(place.index - around.index);
    }
  }

  /// Puts the node somewhere inside its parent, in page coordinates.
  private void settle(NodePlace place, @Nullable NodePlace parent) {
    double x = parent == null ? 0 : parent.x + random.below(400);
    double y = parent == null ? 0 : parent.y + random.below(400);
    boolean fractional = random.chance(0.35);
    place.x = fractional ? x + random.unit() : x;
    place.y = fractional ? y + random.unit() : y;
    place.width = values.width;
    place.height = values.height;
  }
}

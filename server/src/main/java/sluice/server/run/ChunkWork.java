package sluice.server.run;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.TokenValues;
import sluice.apply.FontCatalog;
import sluice.format.figma.live.FieldChange;
import sluice.format.figma.live.LiveDecision;
import sluice.format.figma.live.LiveNode;
import sluice.format.figma.live.LiveParent;
import sluice.format.figma.live.LivePatch;
import sluice.format.figma.live.LiveWork;
import sluice.format.figma.property.ApplySettings;
import sluice.json.JsonTree;
import sluice.json.JsonValue;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.server.frame.FrameText;
import sluice.server.frame.NodeList;
import sluice.server.run.LiveCounts.Count;

/// Decides the nodes of a chunk and puts what changes into patches. Depends on nothing but the chunk
/// and the run's tokens; safe for use by several threads, each with its own chunk.
final class ChunkWork {
  private static final JsonValue.Obj NOTHING = (JsonValue.Obj) JsonTree.read("{}");

  private final LiveWork work;
  private final RunStart start;

  /// @param values the tokens of the run
  ChunkWork(TokenValues values, RunStart start) {
    // Which fonts there are only Figma knows: the plugin loads them and says which are missing.
    ApplySettings settings =
        new ApplySettings(values.baseFontSizePx(), FontCatalog.assumeAll(), true);
    this.work = new LiveWork(values.resolved(), values.setOrder(), settings);
    this.start = start;
  }

  void work(NodeList nodes, LiveChunk chunk) {
    nodes.forEach(node -> {
      chunk.counts.add(Count.NODES, 1);
      if (node instanceof JsonValue.Obj members
          && members.member("id") instanceof JsonValue.Str(String id)
          && members.member("type") instanceof JsonValue.Str(String type)) {
        decide(id, type, members, chunk);
      } else {
        chunk.counts.add(Count.FAILED, 1);
        chunk.problems.add("", "", malformed("a node has no id or no type"));
      }
    });
  }

  private void decide(String id, String type, JsonValue.Obj node, LiveChunk chunk) {
    String name = node.member("name") instanceof JsonValue.Str(String text) ? text : "";
    if (isTrue(node, "tooLarge")) {
      chunk.counts.add(Count.FAILED, 1);
      chunk.problems.add(
          id,
          name,
          Problem.of(ProblemCode.LIMIT_EXCEEDED, "the node's own data are too large")
              .because("they take more than the plugin sends of one node")
              .advising("the node is left as it is; the others are not affected"));
      return;
    }
    if (!(node.member("d") instanceof JsonValue.Obj data)) {
      chunk.counts.add(Count.FAILED, 1);
      chunk.problems.add(id, name, malformed("a node has no plugin data"));
      return;
    }
    boolean inInstance = id.startsWith("I");
    JsonValue.Obj current = node.member("cur") instanceof JsonValue.Obj fields ? fields : NOTHING;
    LiveDecision decision =
        work.decide(new LiveNode(id, type, name, inInstance, parent(node), data, current));
    for (Problem problem : decision.problems()) {
      chunk.problems.add(id, name, problem);
    }
    switch (decision.end()) {
      case CHANGED -> change(id, name, node, decision, chunk);
      case UNCHANGED -> chunk.counts.add(Count.UNCHANGED, 1);
      case SKIPPED -> chunk.counts.add(Count.SKIPPED, 1);
      case FAILED -> chunk.counts.add(Count.FAILED, 1);
    }
  }

  private void change(
      String id, String name, JsonValue.Obj node, LiveDecision decision, LiveChunk chunk) {
    LivePatch patch = decision.patch();
    if (patch == null) {
      throw new IllegalStateException("a node that changes has no patch");
    }
    if (isTrue(node, "instance") && !mayWrite(isTrue(node, "own"))) {
      chunk.counts.add(Count.OVERRIDES, 1);
      return;
    }
    if (!start.dry()
        && !Drafts.add(
            chunk.drafts, withId(id, patch.operation()), JsonTree.write(withId(id, patch.inverse())))) {
      chunk.counts.add(Count.FAILED, 1);
      chunk.problems.add(
          id,
          name,
          Problem.of(ProblemCode.LIMIT_EXCEEDED, "the new values of the node are too large")
              .because("they take more than %,d characters".formatted(PatchDraft.SIZE_CHARS_MAX))
              .advising("the node is left as it is; the others are not affected"));
      return;
    }
    chunk.counts.add(Count.CHANGED, 1);
    chunk.counts.add(Count.VALUES, decision.changes().size());
    if (start.dry() && chunk.changes.size() < ChangeSample.CHANGES_MAX) {
      JsonValue fields =
          new JsonValue.Arr(
              decision.changes().stream()
                  .map(FieldChange::field)
                  .<JsonValue>map(JsonValue.Str::new)
                  .toList());
      chunk.changes.add(
          FrameText.object("id", id).with("name", name).with("fields", fields).text());
    }
  }

  private boolean mayWrite(boolean own) {
    return switch (start.instances()) {
      case COMPONENTS -> false;
      case OVERRIDDEN -> own;
      case ALL -> true;
    };
  }

  private static JsonValue.Obj withId(String id, JsonValue.Obj members) {
    Map<String, JsonValue> all = new LinkedHashMap<>();
    all.put("id", new JsonValue.Str(id));
    all.putAll(members.members());
    return new JsonValue.Obj(all);
  }

  private static @Nullable LiveParent parent(JsonValue.Obj node) {
    if (!(node.member("parent") instanceof JsonValue.Obj parent)
        || !(parent.member("type") instanceof JsonValue.Str(String type))) {
      return null;
    }
    String layout = parent.member("layoutMode") instanceof JsonValue.Str(String mode) ? mode : null;
    return new LiveParent(type, layout, number(parent, "width"), number(parent, "height"));
  }

  private static double number(JsonValue.Obj object, String name) {
    return object.member(name) instanceof JsonValue.Num(double value, String _) ? value : Double.NaN;
  }

  private static boolean isTrue(JsonValue.Obj object, String name) {
    return object.member(name) instanceof JsonValue.Bool(boolean value) && value;
  }

  private static Problem malformed(String why) {
    return Problem.of(ProblemCode.PLUGIN_DATA_MALFORMED, "a node cannot be read")
        .because(why)
        .advising("build plugin and server from the same version of Sluice");
  }
}

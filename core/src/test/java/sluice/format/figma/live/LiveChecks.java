package sluice.format.figma.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sluice.format.figma.live.LiveDecision.End;
import sluice.json.JsonValue;
import sluice.problem.ProblemCode;

/// What holds of every decision.
final class LiveChecks {
  private LiveChecks() {}

  /// Checks a decision: written, it is what a second decision wants; taken back, the node is as it
  /// was; and no field is looked at that [LiveReads] does not ask for.
  ///
  /// @return the node's values after it
  static JsonValue.Obj check(LiveWork work, LiveNode node, LiveDecision decision) {
    assertEquals(decision, work.decide(with(node, asked(node))), "only what is asked for");
    LivePatch patch = decision.patch();
    assertEquals(decision.end() == End.CHANGED, patch != null);
    assertEquals(patch == null, decision.changes().isEmpty());
    if (patch == null) {
      return node.current();
    }
    checkChanges(node, decision, patch);
    PluginHost host = new PluginHost(node.current()).run(patch.operation());
    JsonValue.Obj after = host.values();
    LiveDecision again = work.decide(with(node, after));
    assertNull(again.patch(), () -> "second time: " + again.changes());
    checkTakenBack(node.current(), host.run(patch.inverse()).values(), decision);
    return after;
  }

  private static void checkChanges(LiveNode node, LiveDecision decision, LivePatch patch) {
    JsonValue.Obj set = (JsonValue.Obj) patch.operation().member("set");
    assertNotNull(set);
    assertEquals(
        List.copyOf(set.members().keySet()),
        decision.changes().stream().map(FieldChange::field).toList());
    for (FieldChange change : decision.changes()) {
      assertEquals(set.member(change.field()), change.after());
      assertEquals(node.current().member(change.field()), change.before());
      assertFalse(change.token().isEmpty(), () -> "" + change);
    }
  }

  private static void checkTakenBack(
      JsonValue.Obj before, JsonValue.Obj back, LiveDecision decision) {
    Set<String> names = new HashSet<>(before.members().keySet());
    names.addAll(back.members().keySet());
    for (String name : names) {
      boolean told =
          decision.problems().stream()
              .anyMatch(problem ->
                  problem.code() == ProblemCode.QUIRK
                      && problem.what().equals("\"" + name + "\" can't be taken back exactly"));
      if (!told) {
        assertTrue(
            LiveJson.isSame(before.member(name), back.member(name), 0),
            () -> name + ": " + before.member(name) + " came back as " + back.member(name));
      }
    }
  }

  /// The values the plugin would send.
  static JsonValue.Obj asked(LiveNode node) {
    Set<String> names = new HashSet<>(LiveReads.always());
    for (String key : node.data().members().keySet()) {
      names.addAll(LiveReads.keys().getOrDefault(key, List.of()));
    }
    Map<String, JsonValue> kept = new LinkedHashMap<>();
    node.current()
        .members()
        .forEach((name, value) -> {
          if (names.contains(name)) {
            kept.put(name, value);
          }
        });
    return new JsonValue.Obj(kept);
  }

  static LiveNode with(LiveNode node, JsonValue.Obj current) {
    return new LiveNode(
        node.id(),
        node.type(),
        node.name(),
        node.partOfInstance(),
        node.parent(),
        node.data(),
        current);
  }
}

package sluice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.TokenChoice;
import sluice.problem.SluiceException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Runs as the plugin sees them, against the real server.
final class LiveServerTest {
  private static final String TOKENS =
      """
      {"core": {"color": {"bg": {"value": "#112233", "type": "color"}},
                "space": {"m": {"value": "12", "type": "spacing"}}}}
      """;

  @TempDir private Path folder;
  private LiveServer server;

  @BeforeEach
  void start() throws Exception {
    Files.writeString(folder.resolve("tokens.json"), TOKENS);
    server = newServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private LiveServer newServer() {
    TokenChoice tokens =
        new TokenChoice(
            List.of(folder.resolve("tokens.json")),
            List.of(),
            List.of(),
            TokenChoice.BASE_FONT_SIZE);
    return LiveServer.start(new LiveSettings(tokens, 0, folder.resolve("state"), "test"));
  }

  private PluginPeer paired() throws Exception {
    PluginPeer plugin = PluginPeer.connect(server.port());
    plugin.pair(server.pairingCode());
    return plugin;
  }

  private static long count(JsonNode frame, String name) {
    return frame.get("counts").get(name).asLong();
  }

  @Test
  void run_sendsValuesAndEndsWithWhatItCameTo() throws Exception {
    try (PluginPeer plugin = paired()) {
      JsonNode started = plugin.begin();
      assertEquals(4, started.get("credits").asInt());
      plugin.pageBegin(2);
      ObjectNode unknown = PluginPeer.card("1:2");
      ((ObjectNode) unknown.get("d")).removeAll().put("fill", "\"color.gone\"");
      plugin.sendOfRun(plugin.nodes(1, 0, List.of(PluginPeer.card("1:1"), unknown)));
      plugin.scanEnd();

      JsonNode patch = plugin.expect("patch");
      assertEquals(1, patch.get("ops").size());
      JsonNode op = patch.get("ops").get(0);
      assertEquals("1:1", op.get("id").asString());
      assertEquals(12, op.at("/set/itemSpacing").asInt());
      assertEquals(0x33 / 255.0, op.at("/set/fills/0/color/b").asDouble(), 1e-9);
      plugin.patched(patch);

      JsonNode done = plugin.expect("done");
      assertEquals("done", done.get("state").asString());
      assertEquals(2, count(done, "nodes"));
      assertEquals(1, count(done, "changed"));
      assertEquals(1, count(done, "skipped"));
      assertEquals(1, count(done, "written"));
      assertEquals("token-missing", done.at("/problems/0/code").asString());
      assertEquals("1:2", done.at("/problems/0/examples/0/node").asString());
    }
  }

  @Test
  void valuesThatAreThere_areNotSent() throws Exception {
    try (PluginPeer plugin = paired()) {
      plugin.begin();
      plugin.pageBegin(1);
      ObjectNode card = PluginPeer.card("1:1");
      ObjectNode current = (ObjectNode) card.get("cur");
      current.put("itemSpacing", 12);
      ObjectNode color = (ObjectNode) current.at("/fills/0/color");
      color.put("r", (float) (0x11 / 255.0)).put("g", (float) (0x22 / 255.0));
      color.put("b", (float) (0x33 / 255.0));
      plugin.sendOfRun(plugin.nodes(1, 0, List.of(card)));
      plugin.scanEnd();

      JsonNode done = plugin.expect("done");
      assertEquals(1, count(done, "unchanged"));
      assertEquals(0, count(done, "changed"));
    }
  }

  @Test
  void atMostTwoPatches_waitForAnswers_andCreditsFollow() throws Exception {
    try (PluginPeer plugin = paired()) {
      plugin.begin();
      plugin.pageBegin(2_000);
      for (int i = 0; i < 4; i++) {
        plugin.sendOfRun(plugin.nodes(i + 1, i * 500, PluginPeer.cards(i * 500, i * 500 + 500)));
      }
      JsonNode first = plugin.expect("patch");
      JsonNode second = plugin.expect("patch");
      assertEquals(200, first.get("ops").size());
      // The first chunk is done once its third patch found room, so there may be one credit.
      Thread.sleep(500);
      int credits = 0;
      int patches = 0;
      while (true) {
        Object next = plugin.nextSoon();
        if (next == null) {
          break;
        }
        String type = ((JsonNode) next).get("t").asString();
        credits += type.equals("credit") ? 1 : 0;
        patches += type.equals("patch") ? 1 : 0;
      }
      assertEquals(0, patches);
      assertTrue(credits <= 1, credits + " credits");
      plugin.patched(first);
      assertEquals(3, plugin.expect("patch").get("p").asInt());
      plugin.patched(second);
    }
  }

  @Test
  void nodesOfInstances_areWrittenOnlyByPolicy_andCounted() throws Exception {
    for (String policy : List.of("components", "overridden", "all")) {
      try (PluginPeer plugin = paired()) {
        plugin.begin(PluginPeer.start().put("instances", policy));
        plugin.pageBegin(3);
        ObjectNode inherited = PluginPeer.card("I1:2;3:4").put("instance", true);
        ObjectNode own = PluginPeer.card("I1:2;3:5").put("instance", true).put("own", true);
        plugin.sendOfRun(plugin.nodes(1, 0, List.of(PluginPeer.card("1:1"), inherited, own)));
        plugin.scanEnd();
        JsonNode done = plugin.writeAll(new HashMap<>());
        int written = policy.equals("all") ? 3 : policy.equals("overridden") ? 2 : 1;
        assertEquals(written, count(done, "changed"), policy);
        assertEquals(3 - written, count(done, "overrides"), policy);
      }
    }
  }

  @Test
  void dryRun_sendsNothingAndListsWhatWouldChange() throws Exception {
    try (PluginPeer plugin = paired()) {
      String id = plugin.begin(PluginPeer.start().put("dry", true)).get("id").asString();
      plugin.pageBegin(300);
      plugin.sendOfRun(plugin.nodes(1, 0, PluginPeer.cards(0, 300)));
      plugin.scanEnd();
      JsonNode done = plugin.expect("done");
      assertEquals(300, count(done, "changed"));
      assertEquals(200, done.get("changes").size());
      assertEquals("itemSpacing", done.at("/changes/0/fields/0").asString());
      Path state = folder.resolve("state");
      SluiceException e =
          assertThrows(SluiceException.class, () -> LiveServer.requireRevertible(state, id));
      assertTrue(e.problem().what().contains("was dry"));
    }
  }

  @Test
  void brokenConnection_goesOnWhereItWas() throws Exception {
    Map<String, Map<String, String>> values = new TreeMap<>();
    goOn(interrupted(values), values);
  }

  @Test
  void serverThatWasStartedAgain_goesOnFromTheJournal() throws Exception {
    Map<String, Map<String, String>> values = new TreeMap<>();
    JsonNode started = interrupted(values);
    String code = server.pairingCode();
    server.close();
    server = newServer();
    assertNotEquals(code, server.pairingCode());
    goOn(started, values);
  }

  /// Begins a run of 1,000 cards, sends half of them, answers one patch, and is gone.
  private JsonNode interrupted(Map<String, Map<String, String>> values) throws Exception {
    try (PluginPeer plugin = paired()) {
      JsonNode started = plugin.begin();
      plugin.pageBegin(1_000);
      plugin.sendOfRun(plugin.nodes(1, 0, PluginPeer.cards(0, 500)));
      JsonNode first = plugin.expect("patch");
      PluginPeer.write(first, values);
      plugin.patched(first);
      plugin.expect("patch");
      return started;
    }
  }

  /// Finishes a run of 1,000 cards of which one chunk was sent and one patch answered.
  private void goOn(JsonNode started, Map<String, Map<String, String>> values) throws Exception {
    try (PluginPeer plugin = PluginPeer.connect(server.port())) {
      JsonNode run =
          plugin.resume(started.get("id").asString(), started.get("secret").asString());
      assertEquals(2, run.get("next").asInt());
      assertEquals("0:1", run.at("/at/page").asString());
      assertEquals(500, run.at("/at/index").asInt());
      assertEquals("h1", run.at("/at/hash").asString());
      assertFalse(run.get("scanned").asBoolean());
      plugin.pageBegin(1_000);
      plugin.sendOfRun(plugin.nodes(1, 0, PluginPeer.cards(0, 500)));
      plugin.sendOfRun(plugin.nodes(2, 500, PluginPeer.cards(500, 1_000)));
      plugin.scanEnd();
      JsonNode done = plugin.writeAll(values);
      assertEquals(1_000, count(done, "nodes"));
      assertEquals(1_000, count(done, "written"));
      assertEquals(1_000, values.size());
    }
  }

  @Test
  void resumingWithOtherTokens_isRefused() throws Exception {
    JsonNode started;
    try (PluginPeer plugin = paired()) {
      started = plugin.begin();
    }
    server.close();
    Files.writeString(folder.resolve("tokens.json"), TOKENS.replace("12", "13"));
    server = newServer();
    try (PluginPeer plugin = PluginPeer.connect(server.port())) {
      plugin.send(PluginPeer.helloAgain(started));
      assertEquals("tokens-differ", plugin.expectError().get("code").asString());
    }
  }

  @Test
  void tokensThatChange_areTold_andARunKeepsItsOwn() throws Exception {
    try (PluginPeer plugin = paired()) {
      plugin.begin();
      Files.writeString(folder.resolve("tokens.json"), TOKENS.replace("12", "13"));
      assertEquals(2, plugin.expect("tokens").get("tokens").asInt());
      plugin.pageBegin(1);
      plugin.sendOfRun(plugin.nodes(1, 0, PluginPeer.cards(0, 1)));
      plugin.scanEnd();
      JsonNode patch = plugin.expect("patch");
      assertEquals(12, patch.at("/ops/0/set/itemSpacing").asInt());
      plugin.patched(patch);
      plugin.expect("done");

      plugin.begin();
      plugin.pageBegin(1);
      plugin.sendOfRun(plugin.nodes(1, 0, PluginPeer.cards(0, 1)));
      plugin.scanEnd();
      assertEquals(13, plugin.expect("patch").at("/ops/0/set/itemSpacing").asInt());
    }
  }

  @Test
  void tokensThatBreak_areTold_andNoRunBegins() throws Exception {
    try (PluginPeer plugin = paired()) {
      Files.writeString(folder.resolve("tokens.json"), "{");
      assertTrue(plugin.expect("tokens").get("problem").asString().contains("tokens.json"));
      plugin.send(PluginPeer.start());
      assertEquals("tokens-unusable", plugin.expectError().get("code").asString());
      Files.writeString(folder.resolve("tokens.json"), TOKENS);
      assertFalse(plugin.expect("tokens").has("problem"));
      plugin.begin();
    }
  }

  @Test
  void cancelledRun_endsAtOnce_andCanBeTakenBack() throws Exception {
    Map<String, Map<String, String>> values = new TreeMap<>();
    try (PluginPeer plugin = paired()) {
      String id = plugin.begin().get("id").asString();
      plugin.pageBegin(500);
      plugin.sendOfRun(plugin.nodes(1, 0, PluginPeer.cards(0, 500)));
      JsonNode first = plugin.expect("patch");
      PluginPeer.write(first, values);
      plugin.patched(first);
      plugin.expect("patch");
      plugin.sendOfRun(PluginPeer.frame("cancel"));
      assertEquals("cancelled", plugin.expect("done").get("state").asString());

      plugin.send(PluginPeer.frame("revert").put("of", id));
      JsonNode started = plugin.expect("started");
      assertEquals("revert", started.get("kind").asString());
      plugin.follow(started);
      JsonNode done = plugin.writeAll(values);
      assertEquals("done", done.get("state").asString());
      assertEquals(Map.of("4", 500L), spacings(values));
    }
  }

  private static Map<String, Long> spacings(Map<String, Map<String, String>> values) {
    Map<String, Long> counts = new HashMap<>();
    values.values().forEach(fields -> counts.merge(fields.get("itemSpacing"), 1L, Long::sum));
    return counts;
  }

  @Test
  void takingBack_goesFromTheEnd_guardsEveryNode_andGoesOnAfterARestart() throws Exception {
    Map<String, Map<String, String>> values = new TreeMap<>();
    String id;
    try (PluginPeer plugin = paired()) {
      id = plugin.begin().get("id").asString();
      plugin.pageBegin(1_000);
      plugin.sendOfRun(plugin.nodes(1, 0, PluginPeer.cards(0, 500)));
      plugin.sendOfRun(plugin.nodes(2, 500, PluginPeer.cards(500, 1_000)));
      plugin.scanEnd();
      plugin.writeAll(values);
      assertEquals(Map.of("12", 1_000L), spacings(values));
    }
    server.close();
    server = newServer();
    server.revert(id);
    JsonNode started;
    try (PluginPeer plugin = PluginPeer.connect(server.port())) {
      plugin.send(PluginPeer.hello().put("code", server.pairingCode()));
      started = plugin.expect("started");
      plugin.follow(started);
      JsonNode first = plugin.expect("patch");
      assertEquals("1:999", first.at("/ops/0/id").asString());
      assertEquals(12, first.at("/ops/0/expect/itemSpacing").asInt());
      assertEquals(4, first.at("/ops/0/set/itemSpacing").asInt());
      PluginPeer.write(first, values);
      plugin.patched(first);
      plugin.expect("patch");
    }
    server.close();
    server = newServer();
    try (PluginPeer plugin = PluginPeer.connect(server.port())) {
      plugin.resume(started.get("id").asString(), started.get("secret").asString());
      JsonNode done = plugin.writeAll(values);
      assertEquals(1_000, count(done, "written"));
      assertEquals(Map.of("4", 1_000L), spacings(values));
    }
  }

  @Test
  void anotherFile_getsNeitherARunNorItsRevert() throws Exception {
    JsonNode started;
    try (PluginPeer plugin = paired()) {
      started = plugin.begin();
    }
    ObjectNode other = PluginPeer.hello();
    other.putObject("file").put("name", "Other");
    try (PluginPeer plugin = PluginPeer.connect(server.port())) {
      ObjectNode resume = other.deepCopy();
      resume
          .putObject("resume")
          .put("run", started.get("id").asString())
          .put("secret", started.get("secret").asString());
      plugin.send(resume);
      assertEquals("file-differs", plugin.expectError().get("code").asString());
    }
    try (PluginPeer plugin = PluginPeer.connect(server.port())) {
      plugin.send(other.deepCopy().put("code", server.pairingCode()));
      plugin.expect("welcome");
      plugin.send(PluginPeer.frame("revert").put("of", started.get("id").asString()));
      assertEquals("file-differs", plugin.expectError().get("code").asString());
    }
  }

  @Test
  void aRunGoesToTheConnectionThatResumesIt() throws Exception {
    try (PluginPeer first = paired()) {
      JsonNode started = first.begin();
      try (PluginPeer second = PluginPeer.connect(server.port())) {
        second.resume(started.get("id").asString(), started.get("secret").asString());
        assertEquals(4409, first.expectClose().code());
        second.pageBegin(1);
        second.sendOfRun(second.nodes(1, 0, PluginPeer.cards(0, 1)));
        second.scanEnd();
        second.writeAll(new HashMap<>());
      }
    }
  }

  private static ObjectNode library(String values, boolean last) {
    ObjectNode frame = PluginPeer.frame("library").put("last", last);
    frame.putObject("data").put("values", values);
    return frame;
  }

  @Test
  void serverWithoutTokens_goesByThoseOfTheFile_alsoAfterARestart() throws Exception {
    server.close();
    TokenChoice none =
        new TokenChoice(List.of(), List.of(), List.of(), TokenChoice.BASE_FONT_SIZE);
    LiveSettings settings = new LiveSettings(none, 0, folder.resolve("state"), "test");
    server = LiveServer.start(settings);
    String values =
        """
        {"core": [{"name": "color.bg", "value": "#112233", "type": "color"},
                  {"name": "space.m", "value": "12", "type": "spacing"}]}
        """;
    JsonNode started;
    try (PluginPeer plugin = PluginPeer.connect(server.port())) {
      assertTrue(plugin.pair(server.pairingCode()).get("library").asBoolean());
      plugin.send(PluginPeer.start());
      assertEquals("tokens-unusable", plugin.expectError().get("code").asString());
      plugin.send(library(values, true));
      assertEquals(2, plugin.expect("tokens").get("tokens").asInt());
      started = plugin.begin();
      plugin.pageBegin(1);
      plugin.sendOfRun(plugin.nodes(1, 0, PluginPeer.cards(0, 1)));
      plugin.expect("patch");
    }
    server.close();
    server = LiveServer.start(settings);
    try (PluginPeer plugin = PluginPeer.connect(server.port())) {
      plugin.send(PluginPeer.helloAgain(started));
      assertFalse(plugin.expect("welcome").has("run"));
      plugin.send(library(values, true));
      assertEquals(2, plugin.expect("welcome").at("/run/next").asInt());
      plugin.follow(started);
      plugin.scanEnd();
      assertEquals(1, count(plugin.writeAll(new HashMap<>()), "written"));
    }
  }

  @Test
  void fileWithoutALibrary_isTold() throws Exception {
    server.close();
    TokenChoice none =
        new TokenChoice(List.of(), List.of(), List.of(), TokenChoice.BASE_FONT_SIZE);
    server = LiveServer.start(new LiveSettings(none, 0, folder.resolve("state"), "test"));
    try (PluginPeer plugin = PluginPeer.connect(server.port())) {
      plugin.pair(server.pairingCode());
      ObjectNode empty = PluginPeer.frame("library").put("last", true);
      empty.putObject("data");
      plugin.send(empty);
      String problem = plugin.expect("tokens").get("problem").asString();
      assertTrue(problem.contains("library-missing"), problem);
    }
  }

  @Test
  void runsNobodyComesBackTo_makeRoomForNewOnes_andCanBeTakenBack() throws Exception {
    Map<String, Map<String, String>> values = new TreeMap<>();
    String first = "";
    String last = "";
    for (int i = 0; i < 12; i++) {
      try (PluginPeer plugin = paired()) {
        last = plugin.begin().get("id").asString();
        if (i == 0) {
          first = last;
          plugin.pageBegin(500);
          plugin.sendOfRun(plugin.nodes(1, 0, PluginPeer.cards(0, 500)));
          JsonNode patch = plugin.expect("patch");
          PluginPeer.write(patch, values);
          plugin.patched(patch);
          plugin.expect("patch");
        }
      }
    }
    // One that was put away, and one that still waits.
    for (String run : List.of(first, last)) {
      try (PluginPeer plugin = paired()) {
        plugin.send(PluginPeer.frame("revert").put("of", run));
        plugin.follow(plugin.expect("started"));
        assertEquals("done", plugin.writeAll(values).get("state").asString());
      }
    }
    assertEquals(Map.of("4", 500L), spacings(values));
  }
}

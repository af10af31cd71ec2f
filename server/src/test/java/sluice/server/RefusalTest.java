package sluice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.TokenChoice;
import sluice.problem.SluiceException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What the server does not let in, and what it survives.
final class RefusalTest {
  @TempDir private Path folder;
  private LiveServer server;

  @BeforeEach
  void start() throws Exception {
    Files.writeString(
        folder.resolve("tokens.json"),
        """
        {"core": {"color": {"bg": {"value": "#112233", "type": "color"}},
                  "space": {"m": {"value": "12", "type": "spacing"}}}}
        """);
    server = LiveServer.start(settings(0, "state"));
  }

  private LiveSettings settings(int port, String state) {
    TokenChoice tokens =
        new TokenChoice(
            List.of(folder.resolve("tokens.json")),
            List.of(),
            List.of(),
            TokenChoice.BASE_FONT_SIZE);
    return new LiveSettings(tokens, port, folder.resolve(state), "test");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private PluginPeer paired() throws Exception {
    PluginPeer plugin = PluginPeer.connect(server.port());
    plugin.pair(server.pairingCode());
    return plugin;
  }

  @Test
  void wrongPairingCode_isRefused_andFiveOfThemCloseTheDoor() throws Exception {
    for (int i = 0; i < 5; i++) {
      try (PluginPeer plugin = PluginPeer.connect(server.port())) {
        plugin.send(PluginPeer.hello().put("code", "AAAA-BBBB"));
        JsonNode error = plugin.expectError();
        assertEquals("pairing-wrong", error.get("code").asString());
        assertTrue(error.get("help").asString().contains("sluice serve"));
        assertEquals(4401, plugin.expectClose().code());
      }
    }
    try (PluginPeer plugin = PluginPeer.connect(server.port())) {
      plugin.send(PluginPeer.hello().put("code", server.pairingCode()));
      assertEquals("pairing-later", plugin.expectError().get("code").asString());
      assertEquals(4429, plugin.expectClose().code());
    }
  }

  @Test
  void pairingCode_isTakenInAnyWriting() throws Exception {
    try (PluginPeer plugin = PluginPeer.connect(server.port())) {
      plugin.pair(" " + server.pairingCode().toLowerCase(Locale.ROOT).replace("-", " "));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://www.figma.com", "http://localhost:1", "http://evil.example", "file://"})
  void otherOrigins_areRefused(String origin) {
    assertThrows(Exception.class, () -> PluginPeer.connect(server.port(), origin).close());
  }

  @Test
  void ownOriginAndNone_areTaken() throws Exception {
    PluginPeer.connect(server.port(), "").close();
    PluginPeer.connect(server.port(), "http://127.0.0.1:" + server.port()).close();
  }

  private String answer(String request) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      return new String(in.readNBytes(12), StandardCharsets.US_ASCII);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "evil.example:7777", "localhost.evil.example", "0.0.0.0"})
  void otherNames_areRefused(String host) throws Exception {
    for (String path : List.of("/", "/events", "/live", "/control/state")) {
      String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
      assertEquals("HTTP/1.1 421", answer(request), path);
    }
  }

  @Test
  void pagesOfOtherOrigins_getNothing_alsoTheFrameWithoutOne() throws Exception {
    for (String origin : List.of("null", "http://evil.example")) {
      String request = "GET / HTTP/1.1\r\nHost: localhost\r\nOrigin: " + origin + "\r\n\r\n";
      assertEquals("HTTP/1.1 403", answer(request));
    }
  }

  @Test
  void controlWithoutTheKey_isRefused() throws Exception {
    assertEquals(
        "HTTP/1.1 401", answer("GET /control/state HTTP/1.1\r\nHost: localhost\r\n\r\n"));
    assertEquals(
        "HTTP/1.1 401",
        answer(
            String.join(
                "\r\n",
                "POST /control/revert/x HTTP/1.1",
                "Host: localhost",
                "Authorization: Bearer x",
                "Content-Length: 0",
                "",
                "")));
  }

  @Test
  void pageAndItsParts_areServed_andNothingElse() throws Exception {
    for (String path : List.of("/", "/page.css", "/page.js", "/events")) {
      assertEquals(
          "HTTP/1.1 200", answer("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n"), path);
    }
    for (String path : List.of("/../LiveServer.class", "/Pages.class", "/x")) {
      String status = answer("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertTrue(List.of("HTTP/1.1 404", "HTTP/1.1 400").contains(status), path + " " + status);
    }
  }

  @Test
  void frameBeforeHello_isRefused() throws Exception {
    try (PluginPeer plugin = PluginPeer.connect(server.port())) {
      plugin.send(PluginPeer.start());
      assertEquals("pairing-wrong", plugin.expectError().get("code").asString());
      assertEquals(4401, plugin.expectClose().code());
    }
  }

  @Test
  void otherVersion_isRefused() throws Exception {
    try (PluginPeer plugin = PluginPeer.connect(server.port())) {
      plugin.send(PluginPeer.hello().put("v", 2).put("code", server.pairingCode()));
      assertEquals("version-unsupported", plugin.expectError().get("code").asString());
      assertEquals(4400, plugin.expectClose().code());
    }
  }

  @Test
  void frameThatIsTooLarge_closesTheConnection_andTheRunGoesOn() throws Exception {
    JsonNode started;
    try (PluginPeer plugin = paired()) {
      started = plugin.begin();
      plugin.sendText("{\"t\": \"ping\", \"x\": \"" + "x".repeat(1024 * 1024) + "\"}");
      assertEquals(1009, plugin.expectClose().code());
    }
    try (PluginPeer plugin = PluginPeer.connect(server.port())) {
      JsonNode run =
          plugin.resume(started.get("id").asString(), started.get("secret").asString());
      assertEquals(1, run.get("next").asInt());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "7",
        "{",
        "{\"t\": 7}",
        "{\"t\": \"dance\"}",
        "{\"t\": \"start\"}",
        "{\"t\": \"start\", \"scope\": {\"kind\": \"moon\"}, \"dry\": false, \"instances\": \"all\"}",
        "{\"t\": \"start\", \"scope\": {\"kind\": \"document\"}, \"instances\": \"some\"}",
        "{\"t\": \"start\", \"scope\": {\"kind\": \"document\"}, \"instances\": \"all\", \"themes\": 1}",
        "{\"t\": \"revert\"}"
      })
  void malformedFrame_isToldAndClosesTheConnection(String frame) throws Exception {
    try (PluginPeer plugin = paired()) {
      plugin.sendText(frame);
      assertEquals("frame-malformed", plugin.expectError().get("code").asString());
      assertEquals(4400, plugin.expectClose().code());
    }
  }

  @Test
  void deeplyNestedFrame_isRefused() throws Exception {
    try (PluginPeer plugin = paired()) {
      plugin.sendText("{\"t\": \"ping\", \"x\": " + "[".repeat(50_000) + "]".repeat(50_000) + "}");
      assertEquals("frame-malformed", plugin.expectError().get("code").asString());
    }
  }

  @Test
  void repeatedFrame_countsOnce_andALostOneClosesTheConnection() throws Exception {
    try (PluginPeer plugin = paired()) {
      plugin.begin();
      plugin.pageBegin(1);
      ObjectNode nodes = plugin.nodes(1, 0, PluginPeer.cards(0, 1));
      plugin.sendOfRun(nodes, 2);
      plugin.sendOfRun(nodes, 2);
      JsonNode patch = plugin.expect("patch");
      ObjectNode answer = PluginPeer.answer(patch);
      plugin.sendOfRun(answer, 3);
      plugin.sendOfRun(answer, 3);
      // The same chunk and the same answer under new numbers.
      plugin.sendOfRun(nodes, 4);
      plugin.sendOfRun(answer, 5);
      plugin.sendOfRun(PluginPeer.frame("scan.end"), 6);
      JsonNode done = plugin.expect("done");
      assertEquals(1, done.at("/counts/nodes").asInt());
      assertEquals(1, done.at("/counts/written").asInt());
    }
    try (PluginPeer plugin = paired()) {
      plugin.begin();
      plugin.sendOfRun(PluginPeer.frame("pause"), 2);
      assertEquals("frame-order", plugin.expectError().get("code").asString());
      assertEquals(4409, plugin.expectClose().code());
    }
  }

  @Test
  void chunkOutOfOrder_closesTheConnection() throws Exception {
    try (PluginPeer plugin = paired()) {
      plugin.begin();
      plugin.pageBegin(2);
      plugin.sendOfRun(plugin.nodes(2, 1, PluginPeer.cards(1, 2)));
      assertEquals("frame-order", plugin.expectError().get("code").asString());
      assertEquals(4409, plugin.expectClose().code());
    }
  }

  @Test
  void moreChunksThanCredits_closeTheConnection() throws Exception {
    try (PluginPeer plugin = paired()) {
      plugin.begin();
      plugin.pageBegin(10_000);
      // Nobody answers patches, so nothing after the first chunk is processed.
      try {
        for (int i = 0; i < 6; i++) {
          plugin.sendOfRun(plugin.nodes(i + 1, i * 500, PluginPeer.cards(i * 500, i * 500 + 500)));
        }
      } catch (ExecutionException e) {
        // Closed at the fifth already.
        assertInstanceOf(IOException.class, e.getCause());
      }
      assertEquals("credit-exceeded", plugin.expectError().get("code").asString());
      assertEquals(4400, plugin.expectClose().code());
    }
  }

  @Test
  void malformedNodes_failAlone() throws Exception {
    try (PluginPeer plugin = paired()) {
      plugin.begin();
      plugin.pageBegin(7);
      ObjectNode noData = PluginPeer.card("1:1");
      noData.remove("d");
      ObjectNode noType = PluginPeer.card("1:2");
      noType.remove("type");
      ObjectNode oddData = PluginPeer.card("1:3");
      ((ObjectNode) oddData.get("d")).removeAll().put("fill", "{");
      ObjectNode oddValues = PluginPeer.card("1:4");
      ((ObjectNode) oddValues.get("cur")).put("fills", 7).put("itemSpacing", "wide");
      ObjectNode large = PluginPeer.card("1:5").put("tooLarge", true);
      ObjectNode noValues = PluginPeer.card("1:6");
      noValues.remove("cur");
      plugin.sendOfRun(
          plugin.nodes(
              1,
              0,
              List.of(noData, noType, oddData, oddValues, large, noValues, PluginPeer.card("1:7"))));
      plugin.scanEnd();
      JsonNode done = plugin.writeAll(new HashMap<>());
      assertEquals(7, done.at("/counts/nodes").asInt());
      assertTrue(done.at("/counts/failed").asInt() >= 3, done.toString());
      assertTrue(done.at("/counts/written").asInt() >= 1);
      long sum = 0;
      for (String end : List.of("changed", "unchanged", "skipped", "failed", "overrides")) {
        sum += done.at("/counts/" + end).asLong();
      }
      assertEquals(7, sum);
    }
  }

  @Test
  void pluginThatTakesNothing_doesNotHoldUpTheServer() throws Exception {
    try (PluginPeer deaf = PluginPeer.deaf(server.port())) {
      deaf.send(PluginPeer.hello().put("code", server.pairingCode()));
      for (int i = 0; i < 2_000; i++) {
        try {
          deaf.send(PluginPeer.frame("list"));
        } catch (Exception e) {
          // The server has had enough of it.
          break;
        }
      }
      try (PluginPeer plugin = paired()) {
        plugin.begin();
        plugin.pageBegin(1);
        plugin.sendOfRun(plugin.nodes(1, 0, PluginPeer.cards(0, 1)));
        plugin.scanEnd();
        plugin.writeAll(new HashMap<>());
      }
    }
  }

  @Test
  void resumingWithAWrongSecret_isRefused() throws Exception {
    JsonNode started;
    try (PluginPeer plugin = paired()) {
      started = plugin.begin();
    }
    for (String[] who :
        new String[][] {
          {started.get("id").asString(), "a".repeat(32)},
          {"20260101-000000-aaaa", started.get("secret").asString()},
          {"../../etc/passwd", "x"}
        }) {
      try (PluginPeer plugin = PluginPeer.connect(server.port())) {
        ObjectNode hello = PluginPeer.hello();
        hello.putObject("resume").put("run", who[0]).put("secret", who[1]);
        plugin.send(hello);
        String code = plugin.expectError().get("code").asString();
        assertTrue(List.of("pairing-wrong", "run-unknown").contains(code), code);
      }
    }
  }

  @Test
  void aPortThatIsTaken_isToldBeforeAnything() {
    SluiceException e =
        assertThrows(
            SluiceException.class, () -> LiveServer.start(settings(server.port(), "other")));
    assertTrue(String.valueOf(e.problem().help()).contains("--port"));
    assertNull(folder.resolve("other").toFile().list());
  }

  @Test
  void whatIsKept_canOnlyBeReadByItsOwner() throws Exception {
    try (PluginPeer plugin = paired()) {
      plugin.begin();
    }
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(folder.resolve("state").resolve("runs"))));
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(folder.resolve("state").resolve("server.txt"))));
  }
}

package sluice.server;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A plugin of few words: speaks the protocol as it is told to, over a real WebSocket.
final class PluginPeer implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /// How a connection ended.
  record Closed(int code, String reason) {}

  private final HttpClient http = HttpClient.newHttpClient();
  private final BlockingQueue<Object> received = new LinkedBlockingQueue<>();
  private final WebSocket socket;
  private final boolean reads;
  private String run = "";
  private long seq;

  private PluginPeer(int port, String origin, boolean reads) throws Exception {
    this.reads = reads;
    WebSocket.Builder builder = http.newWebSocketBuilder();
    if (!origin.isEmpty()) {
      builder.header("Origin", origin);
    }
    socket =
        builder
            .buildAsync(URI.create("ws://127.0.0.1:" + port + "/live"), new Listener())
            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  static PluginPeer connect(int port) throws Exception {
    return new PluginPeer(port, "null", true);
  }

  static PluginPeer connect(int port, String origin) throws Exception {
    return new PluginPeer(port, origin, true);
  }

  /// One that never takes what it is sent.
  static PluginPeer deaf(int port) throws Exception {
    return new PluginPeer(port, "null", false);
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void onOpen(WebSocket opened) {
      opened.request(reads ? Long.MAX_VALUE : 1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        received.add(JSON.readTree(text.toString()));
        text.setLength(0);
      }
      return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
      received.add(new Closed(statusCode, reason));
      return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      received.add(new Closed(1006, String.valueOf(error)));
    }
  }

  static ObjectNode frame(String type) {
    return JSON.createObjectNode().put("t", type);
  }

  void sendText(String text) throws Exception {
    socket.sendText(text, true).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  void send(ObjectNode frame) throws Exception {
    sendText(frame.toString());
  }

  /// Sends a frame of the run.
  void sendOfRun(ObjectNode frame) throws Exception {
    send(frame.put("run", run).put("seq", ++seq));
  }

  /// Sends a frame of the run under a number of one's own.
  void sendOfRun(ObjectNode frame, long number) throws Exception {
    send(frame.put("run", run).put("seq", number));
  }

  static ObjectNode hello() {
    ObjectNode hello = frame("hello").put("v", 1).put("plugin", "test");
    hello.putObject("file").put("name", "Shop");
    hello.putArray("pages").addObject().put("id", "0:1").put("name", "Page");
    return hello;
  }

  /// What a plugin says that comes back to a run.
  static ObjectNode helloAgain(JsonNode started) {
    ObjectNode hello = hello();
    hello
        .putObject("resume")
        .put("run", started.get("id").asString())
        .put("secret", started.get("secret").asString());
    return hello;
  }

  JsonNode pair(String code) throws Exception {
    send(hello().put("code", code));
    return expect("welcome");
  }

  JsonNode resume(String id, String secret) throws Exception {
    ObjectNode hello = hello();
    hello.putObject("resume").put("run", id).put("secret", secret);
    send(hello);
    run = id;
    return expect("welcome").get("run");
  }

  static ObjectNode start() {
    ObjectNode start = frame("start").put("dry", false).put("instances", "components");
    start.putObject("scope").put("kind", "document");
    start.putNull("themes");
    return start;
  }

  JsonNode begin() throws Exception {
    return begin(start());
  }

  JsonNode begin(ObjectNode start) throws Exception {
    send(start);
    JsonNode started = expect("started");
    run = started.get("id").asString();
    return started;
  }

  /// The next frame or end of the connection.
  Object next() throws Exception {
    Object next = received.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nothing came");
    }
    return next;
  }

  /// The next frame of a kind; those before it are passed over.
  JsonNode expect(String type) throws Exception {
    while (true) {
      switch (next()) {
        case JsonNode frame when frame.get("t").asString().equals(type) -> {
          return frame;
        }
        case JsonNode frame when frame.get("t").asString().equals("error") ->
            throw new AssertionError(type + " was expected, and " + frame + " came");
        case Closed closed -> throw new AssertionError(type + " was expected: " + closed);
        default -> {}
      }
    }
  }

  JsonNode expectError() throws Exception {
    while (true) {
      Object next = next();
      if (next instanceof JsonNode frame && frame.get("t").asString().equals("error")) {
        return frame;
      }
      if (next instanceof Closed closed) {
        throw new AssertionError("an error was expected: " + closed);
      }
    }
  }

  Closed expectClose() throws Exception {
    while (true) {
      if (next() instanceof Closed closed) {
        return closed;
      }
    }
  }

  /// What comes within a moment, or null.
  Object nextSoon() throws Exception {
    return received.poll(400, TimeUnit.MILLISECONDS);
  }

  /// Takes on a run that began without being asked for.
  void follow(JsonNode started) {
    run = started.get("id").asString();
  }

  void pageBegin(int candidates) throws Exception {
    sendOfRun(
        frame("page.begin").put("page", "0:1").put("candidates", candidates).put("hash", "h1"));
  }

  ObjectNode nodes(long number, int from, List<ObjectNode> nodes) {
    ObjectNode frame = frame("nodes").put("page", "0:1").put("n", number);
    frame.put("from", from).put("to", from + nodes.size());
    ArrayNode array = frame.putArray("nodes");
    nodes.forEach(array::add);
    return frame;
  }

  /// A frame whose fill and gap have tokens.
  static ObjectNode card(String id) {
    ObjectNode node = JSON.createObjectNode().put("id", id).put("type", "FRAME");
    node.put("name", "Card " + id).put("instance", false).put("own", false);
    node.putObject("parent").put("type", "PAGE");
    node.putObject("d").put("fill", "\"color.bg\"").put("itemSpacing", "\"space.m\"");
    ObjectNode current = node.putObject("cur");
    current.putObject("boundVariables");
    ObjectNode paint = current.putArray("fills").addObject().put("type", "SOLID");
    paint.putObject("color").put("r", 1).put("g", 0).put("b", 0);
    paint.put("opacity", 1);
    current.put("itemSpacing", 4).put("layoutMode", "HORIZONTAL");
    return node;
  }

  static List<ObjectNode> cards(int from, int to) {
    List<ObjectNode> cards = new ArrayList<>();
    for (int i = from; i < to; i++) {
      cards.add(card("1:" + i));
    }
    return cards;
  }

  void patched(JsonNode patch) throws Exception {
    sendOfRun(answer(patch));
  }

  static ObjectNode answer(JsonNode patch) {
    ObjectNode answer = frame("patched").put("p", patch.get("p").asLong());
    answer.put("applied", patch.get("ops").size()).put("equal", 0).put("millis", 1);
    answer.putArray("skipped");
    answer.putArray("errors");
    return answer;
  }

  void scanEnd() throws Exception {
    sendOfRun(frame("page.end").put("page", "0:1"));
    sendOfRun(frame("scan.end"));
  }

  /// Writes every patch until the run is done.
  ///
  /// @param values the file: values by id and field
  JsonNode writeAll(Map<String, Map<String, String>> values) throws Exception {
    while (true) {
      switch (next()) {
        case JsonNode frame when frame.get("t").asString().equals("patch") -> {
          write(frame, values);
          patched(frame);
        }
        case JsonNode frame when frame.get("t").asString().equals("done") -> {
          return frame;
        }
        case JsonNode frame when frame.get("t").asString().equals("error") ->
            throw new AssertionError(frame.toString());
        case Closed closed -> throw new AssertionError(closed.toString());
        default -> {}
      }
    }
  }

  static void write(JsonNode patch, Map<String, Map<String, String>> values) {
    for (JsonNode op : patch.get("ops")) {
      Map<String, String> fields =
          values.computeIfAbsent(op.get("id").asString(), _ -> new TreeMap<>());
      op.get("set").properties().forEach(field -> fields.put(field.getKey(), field.getValue().toString()));
    }
  }

  @Override
  public void close() {
    socket.abort();
    http.shutdownNow();
  }
}

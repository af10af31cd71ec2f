package sluice.server.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.format.figma.live.LiveReads;
import sluice.json.JsonText;
import sluice.json.JsonTree;
import sluice.json.JsonValue;
import sluice.server.LiveSettings;
import sluice.server.frame.Frame;
import sluice.server.frame.FrameException;
import sluice.server.frame.FrameFault;
import sluice.server.frame.FrameText;
import sluice.server.run.Runs;
import sluice.server.tokens.EmbeddedTokens;
import sluice.server.tokens.TokenSupply;

/// What connections share: tokens, runs, the pairing code, and each other. Safe for use by several
/// threads.
final class Desk {
  /// Connections that have said hello.
  static final int CONNECTIONS_MAX = 8;

  private static final String LIMITS =
      ("{\"nodesPerChunk\":500,\"chunkBytes\":262144,\"sliceMillis\":8,\"opsPerPatch\":200,"
              + "\"frameBytes\":%d,\"atOnce\":30}")
          .formatted(Frame.SIZE_BYTES_MAX);

  private static final String READS = reads();

  final Runs runs;
  private final Pairing pairing;
  private final @Nullable TokenSupply tokens;
  private final LiveSettings settings;
  private final Runnable changed;
  private final Set<Connection> connections = new LinkedHashSet<>();
  private @Nullable String wantedRevert;

  /// @param tokens those of all files, or null when each file has its own
  Desk(
      Runs runs,
      Pairing pairing,
      @Nullable TokenSupply tokens,
      LiveSettings settings,
      Runnable changed) {
    this.runs = runs;
    this.pairing = pairing;
    this.tokens = tokens;
    this.settings = settings;
    this.changed = changed;
  }

  private static String reads() {
    StringBuilder keys = new StringBuilder("{");
    LiveReads.keys().forEach((key, fields) -> {
      keys.append(keys.length() > 1 ? "," : "");
      JsonText.quote(key, keys);
      keys.append(':').append(names(fields));
    });
    return "{\"always\":" + names(LiveReads.always()) + ",\"keys\":" + keys + "}}";
  }

  private static String names(List<String> fields) {
    return JsonTree.write(
        new JsonValue.Arr(fields.stream().<JsonValue>map(JsonValue.Str::new).toList()));
  }

  Pairing pairing() {
    return pairing;
  }

  /// The tokens of a file that was opened at a plugin: those of the server, or else its own, which
  /// the plugin has yet to send.
  TokenSupply tokens(String file) {
    return tokens != null ? tokens : new EmbeddedTokens(Objects.requireNonNull(settings.tokens()), file);
  }

  /// The frame that answers hello.
  FrameText welcome(TokenSupply supply) {
    FrameText frame = FrameText.frame("welcome").with("v", PluginHello.VERSION);
    frame.with("server", settings.version()).with("namespace", "tokens");
    frame.withJson("limits", LIMITS).withJson("reads", READS);
    frame.with("library", supply instanceof EmbeddedTokens);
    return supply.state().addTo(frame);
  }

  /// The frame with the newest runs.
  String runs() {
    return FrameText.frame("runs").withJson("runs", runs.shown(false).toString()).text();
  }

  /// A connection has said hello.
  void greeted(Connection connection) throws FrameException {
    String revert;
    synchronized (this) {
      if (connections.size() >= CONNECTIONS_MAX) {
        throw new FrameException(
            FrameFault.PAIRING_LATER,
            "%d plugins are connected, as many as there may be".formatted(CONNECTIONS_MAX),
            "close the plugin in another file");
      }
      connections.add(connection);
      revert = wantedRevert;
    }
    changed.run();
    if (revert != null && connection.isIdle()) {
      wanted(connection, revert);
    }
  }

  /// Has a run taken back as soon as its file is open at a plugin that has nothing else to do.
  void revert(String of) {
    List<Connection> open;
    synchronized (this) {
      wantedRevert = of;
      open = List.copyOf(connections);
    }
    for (Connection connection : open) {
      if (connection.isIdle()) {
        wanted(connection, of);
      }
    }
  }

  private void wanted(Connection connection, String of) {
    synchronized (this) {
      if (!of.equals(wantedRevert)) {
        return;
      }
      wantedRevert = null;
    }
    try {
      connection.takeBack(of);
    } catch (FrameException e) {
      synchronized (this) {
        wantedRevert = of;
      }
      connection.refuse(e);
    }
  }

  /// A connection is gone.
  void gone(Connection connection) {
    synchronized (this) {
      connections.remove(connection);
    }
    changed.run();
  }

  /// The token files have changed.
  void tokensChanged() {
    for (Connection connection : open()) {
      connection.tellTokens();
    }
    changed.run();
  }

  private synchronized List<Connection> open() {
    return List.copyOf(connections);
  }

  /// Names of the files that are open at plugins.
  List<String> files() {
    return open().stream()
        .map(Connection::hello)
        .flatMap(hello -> Optional.ofNullable(hello).stream())
        .map(PluginHello::file)
        .toList();
  }
}

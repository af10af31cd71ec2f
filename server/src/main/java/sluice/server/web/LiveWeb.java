package sluice.server.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonValue;
import sluice.problem.Problem;
import sluice.server.LiveSettings;
import sluice.server.frame.FrameText;
import sluice.server.run.Runs;
import sluice.server.tokens.LibraryState;
import sluice.server.tokens.TokenSupply;

/// Everything of a server that faces the network, put together.
public final class LiveWeb implements AutoCloseable {
  private final Runs runs;
  private final @Nullable TokenSupply tokens;
  private final Pairing pairing = new Pairing();
  private final LiveState state = new LiveState(this::json);
  private final Desk desk;
  private final WebServer server;
  private int port;

  /// @param tokens those of all files, or null when each file has its own
  /// @param controlKey what the command must know to ask for something
  public LiveWeb(
      Runs runs, @Nullable TokenSupply tokens, LiveSettings settings, String controlKey) {
    this.runs = runs;
    this.tokens = tokens;
    this.desk = new Desk(runs, pairing, tokens, settings, state::changed);
    this.server = new WebServer(desk, new Pages(state, desk, controlKey));
  }

  /// Begins to listen.
  ///
  /// @param wanted 0 for any port that is free
  /// @return the port
  /// @throws IOException when it is taken
  public int start(int wanted) throws IOException {
    port = server.start(wanted);
    return port;
  }

  /// The port it listens at.
  public int port() {
    return port;
  }

  /// The pairing code for people.
  public String pairingCode() {
    return pairing.code();
  }

  /// Has a run taken back as soon as its file is open at a plugin.
  public void revert(String run) {
    desk.revert(run);
  }

  /// The token files have changed.
  public void tokensChanged() {
    desk.tokensChanged();
  }

  /// A run has gone on.
  public void changed() {
    state.changed();
  }

  private String json() {
    FrameText out = FrameText.object("code", pairing.code()).with("port", port);
    JsonValue.Arr files =
        new JsonValue.Arr(desk.files().stream().<JsonValue>map(JsonValue.Str::new).toList());
    out.with("files", files);
    if (tokens != null) {
      addTo(out, tokens.state());
    }
    return out.withJson("runs", runs.shown(true).toString()).text();
  }

  private static void addTo(FrameText out, LibraryState library) {
    out.with("tokens", library.tokenCount()).with("sets", library.setCount());
    JsonValue.Arr active =
        new JsonValue.Arr(library.active().stream().<JsonValue>map(JsonValue.Str::new).toList());
    out.with("themes", library.themes().size()).with("active", active);
    Problem problem = library.problem();
    if (problem != null) {
      out.with("problem", problem.render());
    }
  }

  @Override
  public void close() {
    state.close();
    server.close();
  }
}

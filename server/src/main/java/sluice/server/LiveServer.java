package sluice.server;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonTree;
import sluice.json.JsonValue;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.server.run.Runs;
import sluice.server.tokens.LibraryState;
import sluice.server.tokens.NoTokens;
import sluice.server.tokens.TokenSupply;
import sluice.server.tokens.WatchedTokens;
import sluice.server.web.LiveWeb;

/// A server that runs until it is closed.
public final class LiveServer implements AutoCloseable {
  private final LiveSettings settings;
  private final @Nullable WatchedTokens watched;
  private final @Nullable TokenSupply tokens;
  private final Runs runs;
  private final LiveWeb web;
  private final ControlFile control;

  private LiveServer(LiveSettings settings) {
    this.settings = settings;
    byte[] key = new byte[24];
    new SecureRandom().nextBytes(key);
    this.control = new ControlFile(settings.state(), HexFormat.of().formatHex(key));
    this.watched =
        settings.tokens() == null || settings.tokens().paths().isEmpty()
            ? null
            : new WatchedTokens(settings.tokens(), this::tokensChanged);
    this.tokens = settings.tokens() == null ? new NoTokens() : watched;
    this.runs = new Runs(settings.state(), this::changed);
    this.web = new LiveWeb(runs, tokens, settings, control.key());
  }

  /// Starts a server.
  ///
  /// @throws SluiceException `option-invalid` when the port is taken, `output-unwritable` when the
  ///   state folder cannot be written
  public static LiveServer start(LiveSettings settings) {
    LiveServer server = new LiveServer(settings);
    boolean started = false;
    try {
      int port = server.web.start(settings.port());
      server.control.write(port);
      if (server.watched != null) {
        server.watched.start();
      }
      started = true;
      return server;
    } catch (IOException e) {
      throw new SluiceException(
          Problem.of(ProblemCode.OPTION_INVALID, "the server cannot start")
              .because(String.valueOf(e.getMessage()))
              .advising(
                  "if port %d is taken, give another with --port; see that %s can be written"
                      .formatted(settings.port(), settings.state())),
          e);
    } finally {
      if (!started) {
        server.close();
      }
    }
  }

  private void tokensChanged() {
    web.tokensChanged();
  }

  private void changed() {
    web.changed();
  }

  /// The port it listens at.
  public int port() {
    return web.port();
  }

  /// What the person types into the plugin.
  public String pairingCode() {
    return web.pairingCode();
  }

  /// Why the tokens cannot be used now, or null.
  public @Nullable Problem tokenProblem() {
    return tokens == null ? null : tokens.state().problem();
  }

  /// What there is of tokens, one line.
  public String tokenWords() {
    if (tokens == null) {
      return "those in the file that is open";
    }
    LibraryState state = tokens.state();
    return String.join(
        " ",
        count(state.tokenCount(), "token"),
        "in",
        count(state.setCount(), "set") + ",",
        count(state.themes().size(), "theme"));
  }

  private static String count(int number, String one) {
    return "%,d %s%s".formatted(number, one, number == 1 ? "" : "s");
  }

  /// Has a run taken back as soon as its file is open at a plugin.
  public void revert(String run) {
    web.revert(run);
  }

  /// The newest runs, as JSON objects.
  public List<JsonValue> runs() {
    return runs.shown(true).stream().map(JsonTree::read).toList();
  }

  /// Checks that there is a run of that name, one that can be taken back.
  ///
  /// @throws SluiceException `option-invalid`
  public static void requireRevertible(Path state, String run) {
    Optional<String> obstacle = Runs.obstacle(state, run);
    if (obstacle.isPresent()) {
      throw new SluiceException(
          Problem.of(ProblemCode.OPTION_INVALID, obstacle.get())
              .because("runs are looked for in " + state + "; " + Runs.REVERTIBLE)
              .advising("the page of sluice serve lists them; another folder is named by --state"));
    }
  }

  /// Where runs are kept.
  public Path state() {
    return settings.state();
  }

  @Override
  public void close() {
    control.delete();
    if (watched != null) {
      watched.close();
    }
    web.close();
    runs.close();
  }
}

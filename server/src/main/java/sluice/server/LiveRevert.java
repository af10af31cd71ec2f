package sluice.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import sluice.json.JsonTree;
import sluice.json.JsonValue;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// Asks a running server to take a run back.
public final class LiveRevert {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ControlFile.Found server;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  private LiveRevert(ControlFile.Found server) {
    this.server = server;
  }

  /// The running server of a state folder, or empty when there is none.
  public static Optional<LiveRevert> of(Path state) throws InterruptedException {
    try {
      Optional<LiveRevert> found = ControlFile.find(state).map(LiveRevert::new);
      if (found.isPresent() && found.get().ask("GET", "state").isEmpty()) {
        return Optional.empty();
      }
      return found;
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// The port it listens at.
  public int port() {
    return server.port();
  }

  /// Asks for the run to be taken back as soon as its file is open at a plugin.
  ///
  /// @param run its name
  public void begin(String run) throws InterruptedException {
    if (ask("POST", "revert/" + run).isEmpty()) {
      throw new SluiceException(
          Problem.of(ProblemCode.OPTION_INVALID, "the server at port %d is gone".formatted(port()))
              .advising("run the command again: it starts a server of its own then"));
    }
  }

  /// The newest runs, as JSON objects; empty when the server is gone.
  public List<JsonValue> runs() throws InterruptedException {
    Optional<String> state = ask("GET", "state");
    if (state.isPresent()
        && JsonTree.read(state.get()) instanceof JsonValue.Obj members
        && members.member("runs") instanceof JsonValue.Arr(List<JsonValue> runs)) {
      return runs;
    }
    return List.of();
  }

  private Optional<String> ask(String method, String path) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.port() + "/control/" + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + server.key())
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}

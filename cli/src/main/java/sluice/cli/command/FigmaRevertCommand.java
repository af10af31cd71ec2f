package sluice.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import sluice.json.JsonValue;
import sluice.pipeline.CancelToken;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.server.LiveRevert;
import sluice.server.LiveServer;

/// `sluice figma revert`: takes a live run back, through the server that runs or one of its own.
final class FigmaRevertCommand implements Callable<Integer> {
  private static final long PAUSE_MILLIS = 300;

  private final Invocation invocation;
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
  private final Given<String> run = new Given<>("");
  private final LiveOptions live = new LiveOptions(spec);

  FigmaRevertCommand(Invocation invocation) {
    this.invocation = invocation;
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .required(true)
            .type(String.class)
            .paramLabel("RUN")
            .description("The name of the run, such as 20261126-143012-abcd.")
            .getter(run)
            .setter(run)
            .build());
    spec.usageMessage()
        .description("Takes a run on a file that is open in Figma back.", "")
        .footer(
            "",
            "Open the file and the plugin in Figma. Nodes that were changed since the run are left"
                + " as they are, and counted.");
  }

  /// The command as the parser knows it.
  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() throws Exception {
    Path state = live.state(invocation.environment());
    String name = run.value();
    LiveServer.requireRevertible(state, name);
    CancelToken cancel = new CancelToken();
    invocation.stop().watch(cancel);
    try (CancelToken.Watch _ = cancel.interruptsThisThread()) {
      Optional<LiveRevert> running = LiveRevert.of(state);
      if (running.isPresent()) {
        LiveRevert server = running.get();
        List<String> before = revertsOf(server.runs(), name);
        server.begin(name);
        talk("asked the server at port %d; waiting for the plugin".formatted(server.port()));
        return await(server::runs, before);
      }
      try (LiveServer server = LiveServer.start(live.settings(null, invocation.environment()))) {
        List<String> before = revertsOf(server.runs(), name);
        server.revert(name);
        LiveOptions.tellPlace(invocation.console().talk(), server);
        talk("waiting for the plugin");
        return await(server::runs, before);
      }
    } catch (InterruptedException e) {
      throw new SluiceException(
          Problem.of(ProblemCode.CANCELLED, "the command was stopped")
              .because("what the plugin has taken back stays so")
              .advising("run it again to go on"),
          e);
    }
  }

  /// Where the newest runs are asked for.
  private interface RunList {
    List<JsonValue> get() throws InterruptedException;
  }

  private void talk(String line) {
    invocation.console().say(line);
  }

  /// Waits for the run that takes back to end, one that was not there before.
  private int await(RunList runs, List<String> before) throws InterruptedException {
    while (true) {
      Thread.sleep(PAUSE_MILLIS);
      for (JsonValue.Obj one : reverts(runs.get(), run.value())) {
        String state = text(one, "state");
        if (!before.contains(text(one, "id"))
            && List.of("done", "cancelled", "failed").contains(state)) {
          return report(one, state);
        }
      }
    }
  }

  private int report(JsonValue.Obj ended, String state) {
    JsonValue counts = ended.member("counts");
    long written = number(counts, "written");
    long equal = number(counts, "equal");
    long errors = number(counts, "errors");
    talk(
        "%s: %,d nodes taken back, %,d already were as before, %,d left as they are"
            .formatted(state, written, equal, errors));
    if (!state.equals("done")) {
      throw new SluiceException(
          Problem.of(ProblemCode.CANCELLED, "the run was not taken back to its end")
              .because("it was " + state)
              .advising("run the command again to go on"));
    }
    return CommandLines.DONE;
  }

  private static List<String> revertsOf(List<JsonValue> runs, String of) {
    return reverts(runs, of).stream().map(one -> text(one, "id")).toList();
  }

  private static List<JsonValue.Obj> reverts(List<JsonValue> runs, String of) {
    return runs.stream()
        .filter(JsonValue.Obj.class::isInstance)
        .map(JsonValue.Obj.class::cast)
        .filter(one -> text(one, "of").equals(of))
        .toList();
  }

  private static String text(JsonValue.Obj object, String name) {
    return object.member(name) instanceof JsonValue.Str(String text) ? text : "";
  }

  private static long number(@Nullable JsonValue object, String name) {
    return object instanceof JsonValue.Obj members
            && members.member(name) instanceof JsonValue.Num(double value, String _)
        ? (long) value
        : 0;
  }
}

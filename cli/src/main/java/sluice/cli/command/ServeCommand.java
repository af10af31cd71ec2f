package sluice.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import sluice.pipeline.CancelToken;
import sluice.problem.Problem;
import sluice.server.LiveServer;
import sluice.server.LiveSettings;

/// `sluice serve`: what the plugin in Figma connects to.
final class ServeCommand implements Callable<Integer> {
  private final Invocation invocation;
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
  private final TokenOptions tokens = new TokenOptions(spec);
  private final LiveOptions live = new LiveOptions(spec);

  ServeCommand(Invocation invocation) {
    this.invocation = invocation;
    spec.usageMessage()
        .description(
            "Serves the Sluice plugin in Figma: applies tokens to the file that is open there.", "")
        .footer(
            "",
            "Listens on this machine only. Token files are read again when they change; a run goes"
                + " by the tokens it began with. Ends with Ctrl-C; a run that is under way then goes"
                + " on when the server is started again.");
  }

  /// The command as the parser knows it.
  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() throws Exception {
    LiveSettings settings = live.settings(tokens.choice(), invocation.environment());
    CancelToken cancel = new CancelToken();
    invocation.stop().watch(cancel);
    try (LiveServer server = LiveServer.start(settings)) {
      tell(server);
      LiveOptions.untilStopped(cancel);
    }
    return CommandLines.DONE;
  }

  private void tell(LiveServer server) {
    LiveOptions.tellPlace(invocation.console().talk(), server);
    invocation.console().say("tokens        " + server.tokenWords());
    invocation.console().say("runs          " + server.state());
    invocation.console().say("Ctrl-C ends it.");
    Problem problem = server.tokenProblem();
    if (problem != null) {
      invocation.console().tell(problem);
    }
  }
}

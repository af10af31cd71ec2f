package sluice.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// `sluice figma`: what concerns files that are open in Figma.
final class FigmaCommand implements Callable<Integer> {
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  FigmaCommand(Invocation invocation) {
    spec.usageMessage()
        .synopsisSubcommandLabel("COMMAND")
        .description("Works on files that are open in Figma, through the plugin.");
    spec.addSubcommand(
        "revert", CommandLines.described("revert", new FigmaRevertCommand(invocation).spec()));
  }

  /// The command as the parser knows it.
  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    CommandLine commandLine = spec.commandLine();
    commandLine.usage(commandLine.getErr());
    return CommandLines.COULD_NOT_RUN;
  }
}

package sluice.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// `sluice` without a command: shows what there is.
final class RootCommand implements Callable<Integer> {
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  RootCommand() {
    spec.usageMessage()
        .synopsisSubcommandLabel("COMMAND")
        .description("Applies design tokens to design documents of any size.")
        .footer(
            "",
            "Exit codes: 0 done; 1 done, and --strict found problems; 2 could not run, nothing was"
                + " written.",
            "\"sluice COMMAND --help\" explains a command; \"sluice demo\" shows what this is"
                + " about.");
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

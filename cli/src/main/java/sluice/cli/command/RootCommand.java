package sluice.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `sluice` without a command: shows what there is.
@Command(
    name = "sluice",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Applies design tokens to design documents of any size.",
    footer = {
      "",
      "Exit codes: 0 done; 1 done, and --strict found problems; 2 could not run, nothing was"
          + " written.",
      "\"sluice COMMAND --help\" explains a command; \"sluice demo\" shows what this is about."
    })
final class RootCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    CommandLine commandLine = spec.commandLine();
    commandLine.usage(commandLine.getErr());
    return CommandLines.COULD_NOT_RUN;
  }
}

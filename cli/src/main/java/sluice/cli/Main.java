package sluice.cli;

import java.util.Locale;
import sluice.cli.command.CommandLines;
import sluice.cli.command.Invocation;
import sluice.cli.command.StopHook;
import sluice.cli.terminal.Console;

/// The program: parse, run, exit code.
public final class Main {
  private Main() {}

  /// Runs the program and ends the process with its exit code. An interrupt (Ctrl-C) cancels the
  /// run, waits a moment for it to clean up, and ends with 130; the system's wish to end (SIGTERM)
  /// does the same and ends with 143.
  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    Console console = Console.ofProcess();
    int exitCode;
    try (StopHook stop = new StopHook(console::tell)) {
      Runtime.getRuntime().addShutdownHook(new Thread(stop::stop, "sluice-stop"));
      exitCode = CommandLines.run(new Invocation(console, stop), args);
    }
    System.exit(exitCode);
  }
}

package sluice.cli.command;

import java.util.Map;
import sluice.cli.terminal.Console;

/// What every command of one invocation shares.
///
/// @param console where products and talk go
/// @param stop what an interrupt has to clean up
/// @param environment the variables commands look at
public record Invocation(Console console, StopHook stop, Map<String, String> environment) {
  /// An invocation with the environment of this process.
  public Invocation(Console console, StopHook stop) {
    this(console, stop, System.getenv());
  }

  @Override
  public String toString() {
    // The environment has secrets.
    return "an invocation";
  }
}

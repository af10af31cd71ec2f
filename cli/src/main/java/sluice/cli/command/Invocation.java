package sluice.cli.command;

import sluice.cli.terminal.Console;

/// What every command of one invocation shares.
///
/// @param console where products and talk go
/// @param stop what an interrupt has to clean up
public record Invocation(Console console, StopHook stop) {}

/// One class for each command: its options, what it asks of the engine, and what it shows at the
/// end.
///
/// Commands never end the process and never touch the process's own streams: both come with the
/// [Invocation], so that a test can run them like a method.
@org.jspecify.annotations.NullMarked
package sluice.cli.command;

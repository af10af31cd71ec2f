/// What it takes to break a running program and to tell what state it left: child processes,
/// moments at which they are killed, the states that files may be in afterwards.
///
/// Start at [sluice.testkit.fault.AllowedStates].
@org.jspecify.annotations.NullMarked
package sluice.testkit.fault;

package sluice.server.run;

/// One chunk of operations for the plugin.
///
/// @param number counted from 1 over the whole run
/// @param body the members `ops` and `fonts` as JSON text, without braces
record Patch(long number, String body) {}

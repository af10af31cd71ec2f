/// Runs that update an open file: chunks of nodes in, patches out, a journal of both.
///
/// `LiveRun` is one run under way, `Runs` all there are. `RunLedger` keeps memory and `Journal` in
/// step, `Outbox` holds what the plugin has not answered. What a run does is an `ApplyWork`, nodes
/// through the engine's pipeline, or a `RevertWork`, a journal backwards. Knows no sockets: a plugin
/// is a `Wire`.
@NullMarked
package sluice.server.run;

import org.jspecify.annotations.NullMarked;

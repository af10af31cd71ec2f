package sluice.resolve;

import org.jspecify.annotations.Nullable;

/// One value half resolved, waiting for values it refers to. Frames stand on an explicit stack, so
/// that long chains of aliases need heap and not the thread's stack.
interface Frame {
  /// Goes on until the value is resolved or another one is needed first.
  ///
  /// @param delivered what the value asked for last came to; null when nothing was asked for
  /// @return the outcome, or null after `Resolution.ask` has put another frame on top
  @Nullable Outcome advance(Resolution run, @Nullable Outcome delivered);
}

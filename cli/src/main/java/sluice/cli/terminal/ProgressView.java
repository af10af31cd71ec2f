package sluice.cli.terminal;

import sluice.Progress;

/// Shows how far a run is. Called by one thread at a time, with progress that never goes back.
public interface ProgressView extends AutoCloseable {
  /// Shows a state, or leaves it out when the last one was shown only just before.
  void show(Progress progress, Pace pace);

  /// Shows the last state, that of a run that has come to its end. Never left out.
  void showLast(Progress progress, Pace pace);

  /// Ends the view, whether or not the run came to its end.
  @Override
  void close();
}

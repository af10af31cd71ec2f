package sluice.server.run;

import sluice.server.frame.FrameText;

/// The connection a run's plugin is at.
public interface Wire {
  /// Sends a frame of a run: adds `run` and `seq`. Does not wait; a connection that cannot take
  /// more is closed.
  void send(FrameText frame, String runId);

  /// Sends a frame that is not numbered.
  void tell(FrameText frame);

  /// The run now goes on at another connection.
  void replaced();
}

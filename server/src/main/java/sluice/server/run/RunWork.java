package sluice.server.run;

import sluice.pipeline.CancelToken;
import sluice.server.frame.Frame;
import sluice.server.frame.FrameException;
import sluice.server.frame.FrameText;

/// What a run does between its start and its end.
interface RunWork {
  /// Makes patches until there are none left to make. They may not be written yet.
  void run(CancelToken cancel) throws InterruptedException;

  /// Takes a frame of the scan: `page.begin`, `nodes`, `page.end` or `scan.end`.
  ///
  /// @throws FrameException when it is not what comes next
  void scan(Frame frame) throws FrameException;

  /// Adds where a plugin that comes back has to go on, the members `next`, `credits`, `at`,
  /// `donePages` and `scanned`.
  void addPlace(FrameText object);

  /// How many chunks of nodes may be sent when the run begins.
  int credits();
}

package sluice.server.run;

/// Where a run is in its life.
public enum RunState {
  /// Going on, with a plugin.
  RUNNING("running"),
  /// Held by the person at the plugin.
  PAUSED("paused"),
  /// Waits for its plugin to come back.
  WAITING("waiting"),
  DONE("done"),
  CANCELLED("cancelled"),
  /// Ended by a failure of the server, such as a full disk; it can go on when that is mended.
  FAILED("failed");

  private final String text;

  RunState(String text) {
    this.text = text;
  }

  /// Whether nothing more will happen.
  public boolean isOver() {
    return this == DONE || this == CANCELLED;
  }

  @Override
  public String toString() {
    return text;
  }
}

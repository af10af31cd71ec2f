package sluice.cli.terminal;

/// How fast a run goes, and how long it will still take.
///
/// @param percent how much of the phase is done, 0 to 100, rounded down; never falls within a phase
/// @param bytesPerSecond damped; 0 while not known
/// @param nodesPerSecond damped; 0 while not known
/// @param leftNanos until the end of the phase, damped, or [#UNKNOWN]
record Pace(int percent, long bytesPerSecond, long nodesPerSecond, long leftNanos) {
  /// Too early to say.
  static final long UNKNOWN = -1;

  /// A pace of which nothing is known but how much is done.
  static Pace at(int percent) {
    return new Pace(percent, 0, 0, UNKNOWN);
  }
}

package sluice.token.source;

import sluice.problem.Location;

/// Turns a line and column of one source text into a place a person can find.
@FunctionalInterface
interface Places {
  Location at(int line, int column);

  /// Lines and columns of a file.
  static Places inFile(String file) {
    return (line, column) -> new Location.InFile(file, line, column);
  }

  /// A text that people never see as lines: every place is the whole.
  static Places inWhole(String name) {
    Location whole = new Location.InWhole(name);
    return (_, _) -> whole;
  }
}

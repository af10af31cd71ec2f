package sluice.fetch;

/// How far a fetch is.
///
/// @param state what it does now
/// @param bytes received so far, all answers together, as they came over the network
/// @param bytesTotal of the answer under way and those before it, or [#UNKNOWN]
/// @param parts pages that are complete
/// @param partsTotal pages, or 0 while the file is read in one piece
/// @param leftMillis how long it will still wait; 0 unless it waits
/// @param why what it waits for; empty unless it waits
/// @param elapsedNanos since it began
public record FetchProgress(
    State state,
    long bytes,
    long bytesTotal,
    long parts,
    long partsTotal,
    long leftMillis,
    String why,
    long elapsedNanos) {
  /// A total that nobody has said.
  public static final long UNKNOWN = -1;

  /// What a fetch can be doing.
  public enum State {
    /// Waiting for an answer to begin.
    ASK,
    /// Receiving one.
    RECEIVE,
    /// Waiting before the next try.
    WAIT
  }
}

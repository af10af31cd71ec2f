package sluice;

/// How far a run is. Never goes back.
///
/// @param phase what is being done
/// @param bytesDone bytes of the document done
/// @param bytesTotal bytes of the document, 0 while not known
/// @param nodes nodes read
/// @param nodesChanged nodes that got a change
/// @param problems errors and warnings so far
/// @param elapsedNanos since the run started
public record Progress(
    Phase phase,
    long bytesDone,
    long bytesTotal,
    long nodes,
    long nodesChanged,
    long problems,
    long elapsedNanos) {

  /// What is being done.
  public enum Phase {
    /// Reading the token library and working out its values.
    RESOLVE,
    /// Going through the document.
    APPLY
  }
}

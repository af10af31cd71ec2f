package sluice;

/// How far a run is. Within a phase nothing but the estimate of nodes ever goes back.
///
/// @param phase what is being done
/// @param bytesDone bytes done of what the phase reads
/// @param bytesTotal bytes the phase reads: in [Phase#RESOLVE] the token files and whatever of the
///   document has to be read ahead; in [Phase#APPLY] the document, more than once where its order
///   turns out to ask for that
/// @param nodes nodes of the document read
/// @param nodesTotal nodes of the document: exact, or an estimate from the bytes of a node so far;
///   0 while nothing is known
/// @param nodesTotalKnown whether that is exact
/// @param nodesChanged nodes that got a change
/// @param changes changed properties
/// @param problems errors and warnings so far
/// @param elapsedNanos since the run started
public record Progress(
    Phase phase,
    long bytesDone,
    long bytesTotal,
    long nodes,
    long nodesTotal,
    boolean nodesTotalKnown,
    long nodesChanged,
    long changes,
    long problems,
    long elapsedNanos) {

  /// What is being done.
  public enum Phase {
    /// Reading the token library and working out its values; finding the parts of the document the
    /// run is limited to.
    RESOLVE,
    /// Going through the document.
    APPLY
  }
}

package sluice.format.figma;

/// Is told of every node when it ends, whether it carries tokens or not.
interface NodeVisitor {
  /// A node has ended.
  ///
  /// @param node what is known of it
  /// @param captured the bytes its ranges point into; valid during the call
  /// @param end the byte after its last
  void ended(OpenNode node, byte[] captured, long end);

  /// A node's applied tokens have been read, in document order; the node is still open.
  ///
  /// @param offset where the object of stored values starts in the document
  /// @param captured holds the object, from `from` on; valid during the call
  default void tokens(long offset, byte[] captured, int from) {}
}

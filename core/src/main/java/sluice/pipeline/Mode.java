package sluice.pipeline;

import java.util.Locale;

/// How large the pieces are in which a document goes through the one pipeline.
public enum Mode {
  /// Small documents.
  DIRECT,
  /// Documents in between.
  BATCHING,
  /// Large documents.
  STREAMING;

  /// Documents with at least so many nodes are batched.
  public static final long BATCHING_NODES_MIN = 1_000;

  /// Documents with at least so many nodes are streamed.
  public static final long STREAMING_NODES_MIN = 10_000;

  /// Compact bytes of a node on average, for an estimate from a document's size.
  public static final long NODE_SIZE_BYTES = 1_000;

  /// A mode and why it was chosen.
  ///
  /// @param mode the mode
  /// @param reason one line for the report
  public record Choice(Mode mode, String reason) {}

  /// Chooses by an estimate of the number of nodes from the document's size.
  public static Choice forSize(long documentSizeBytes) {
    long nodes = documentSizeBytes / NODE_SIZE_BYTES;
    if (nodes < BATCHING_NODES_MIN) {
      return new Choice(DIRECT, "about %d nodes < %d".formatted(nodes, BATCHING_NODES_MIN));
    }
    if (nodes < STREAMING_NODES_MIN) {
      return new Choice(BATCHING, "about %d nodes < %d".formatted(nodes, STREAMING_NODES_MIN));
    }
    return new Choice(STREAMING, "about %d nodes >= %d".formatted(nodes, STREAMING_NODES_MIN));
  }

  /// The name people see.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package sluice.json;

/// What the scanner refuses, so that hostile input meets a clear error and not a full memory.
///
/// @param nestingMax containers open at once
/// @param bufferSizeBytes size of the window that slides over the input
public record JsonLimits(int nestingMax, int bufferSizeBytes) {
  /// Containers that may be open at once; a node costs two, so this is a node depth of 5,000.
  public static final int NESTING_MAX = 10_000;

  /// Window that slides over the input; refilling it costs little at this size.
  public static final int BUFFER_SIZE_BYTES = 64 * 1024;

  /// Smallest window: the longest key that can be told from others must fit twice.
  public static final int BUFFER_SIZE_BYTES_MIN = 4 * JsonScanner.KEY_SIZE_BYTES_MAX;

  public JsonLimits {
    if (nestingMax < 1) {
      throw new IllegalArgumentException("nestingMax is less than 1: " + nestingMax);
    }
    if (bufferSizeBytes < BUFFER_SIZE_BYTES_MIN) {
      throw new IllegalArgumentException("bufferSizeBytes is too small: " + bufferSizeBytes);
    }
  }

  /// The limits used unless a test or an option says otherwise.
  public static JsonLimits defaults() {
    return new JsonLimits(NESTING_MAX, BUFFER_SIZE_BYTES);
  }
}

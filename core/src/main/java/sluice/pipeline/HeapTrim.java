package sluice.pipeline;

/// Keeps the heap near what is really in use, however long a run is.
///
/// A collector that is fast on young objects leaves old garbage until the heap's limit is reached,
/// so a process with room for a large token library would grow with the document although nothing
/// in it does. When the heap has grown by [#GROWTH_BYTES_MAX] since the last time, a full
/// collection is asked for: 20 to 30 ms, a few times in a million nodes.
public final class HeapTrim {
  /// How much the heap may grow: a full young generation of the launcher's size and a little more.
  public static final long GROWTH_BYTES_MAX = 5L * 1024 * 1024;

  private long afterLastBytes = Long.MAX_VALUE - GROWTH_BYTES_MAX;

  /// Looks at the heap, between two chunks.
  @SuppressWarnings("CallToSystemGc") // the purpose of this class
  public void check() {
    long used = MemoryUse.heapUsedBytes();
    if (used > afterLastBytes + GROWTH_BYTES_MAX) {
      System.gc();
      used = MemoryUse.heapUsedBytes();
      afterLastBytes = used;
    }
    afterLastBytes = Math.min(afterLastBytes, used);
  }
}

package sluice.bench.architecture;

import java.util.List;
import java.util.stream.Stream;

/// One way of applying tokens to a whole document.
///
/// The first three are simulations on a Java heap: objects of a browser's engine are smaller or
/// larger than ours, its promises are not ours, and it runs on one thread where these use every
/// processor, which is kind to them. What is compared is what has to be held at once, and that is
/// the same in both worlds.
public enum Architecture {
  /// Finds all nodes and holds them; makes a promise, a task and a listener for every node at once,
  /// first to read what tokens it carries, then to apply them; the pool of tasks has no limit and
  /// runs 30 at a time; each node goes through fifteen steps, every one scheduled anew as an
  /// `await` is; tokens are looked up for every node; results stay in one list until the last
  /// promise has ended.
  CURRENT("current", "Current", "all nodes, pool without limit, no cache"),

  /// The same, but the pool holds at most 1,000 tasks and whoever schedules waits while it is full.
  PHASE_1("phase-1", "Phase 1", "all nodes, pool of 1,000, no cache"),

  /// Finds all nodes and holds them, but applies tokens to 1,000 at a time and keeps no results;
  /// what a combination of tokens comes to is remembered; the fifteen steps are plain calls.
  PHASE_2("phase-2", "Phase 2", "all nodes, batches of 1,000, cache"),

  /// Sluice: the document is never held. Chunks of 1,000 nodes, bounded in number, pass through.
  PHASE_3("phase-3", "Phase 3", "streaming (Sluice)");

  /// JVM flags of the launcher `sluice`, but for the size of the heap.
  public static final List<String> LAUNCHER_FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xms8m",
          "-Xmn3m",
          "-Xss512k",
          "-XX:CompileCommand=quiet",
          "-XX:CompileCommand=MemLimit,*.*,2m~stop");

  private static final List<String> PLAIN_FLAGS =
      List.of("-XX:+UseSerialGC", "-Xms16m", "-Xss512k");
  private static final int LAUNCHER_HEAP_MEGABYTES = 512;

  private final String key;
  private final String label;
  private final String description;

  Architecture(String key, String label, String description) {
    this.key = key;
    this.label = label;
    this.description = description;
  }

  /// Its colour in charts.
  public int colour() {
    return switch (this) {
      case CURRENT -> 0;
      case PHASE_1 -> 1;
      case PHASE_2 -> 2;
      case PHASE_3 -> 3;
    };
  }

  /// Its name in files of results.
  public String key() {
    return key;
  }

  /// Its name in tables.
  public String label() {
    return label;
  }

  /// What it does, in a few words.
  public String description() {
    return description;
  }

  /// The architecture of that name.
  public static Architecture of(String key) {
    for (Architecture architecture : values()) {
      if (architecture.key.equals(key)) {
        return architecture;
      }
    }
    throw new IllegalArgumentException("no architecture " + key);
  }

  /// Flags of the JVM it runs in. The first three get both compilers and the heap they want.
  ///
  /// @param heapMegabytesMax the limit, which streaming stays below with its own where that is less
  public List<String> flags(int heapMegabytesMax) {
    boolean streams = this == PHASE_3;
    int heap = streams ? Math.min(heapMegabytesMax, LAUNCHER_HEAP_MEGABYTES) : heapMegabytesMax;
    return Stream.concat(
            (streams ? LAUNCHER_FLAGS : PLAIN_FLAGS).stream(),
            List.of("-Xmx" + heap + "m", "-XX:+ExitOnOutOfMemoryError").stream())
        .toList();
  }
}

package sluice.bench.process;

import java.io.PrintStream;

/// What the person who runs the benchmarks is told meanwhile.
public final class Talk {
  private final PrintStream out;

  /// Talk that goes to a stream.
  public Talk(PrintStream out) {
    this.out = out;
  }

  void measured(Measurement row) {
    out.printf(
        "%-14s %-10s %,11d nodes  run %d  %-13s %8.2f s %,9.0f MB%s%n",
        row.benchmark(),
        row.contender(),
        row.nodes(),
        row.run(),
        row.status(),
        row.wallMillis() / 1e3,
        row.peakResidentBytes() / 1e6,
        row.heapMegabytes() > 0 ? "  heap %,d MB".formatted(row.heapMegabytes()) : "");
  }

  /// Says a sentence.
  public void say(String sentence) {
    out.println(sentence);
  }
}

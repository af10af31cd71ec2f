package sluice.bench.process;

import java.nio.file.Path;
import java.util.List;

/// How a run of the benchmarks is made.
///
/// @param project root of the checkout
/// @param out folder of results
/// @param work folder for documents and outputs, which are deleted after use; 22 GB for 10,000,000
///   nodes
/// @param sizes numbers of nodes, ascending
/// @param runs runs of each contender at each size
/// @param secondsEach a contender is not run again at a size on which it has spent this long
/// @param heapMegabytesFree heap limit where memory is not the question
/// @param heapsMegabytes heap limits that documents are to survive
public record BenchSettings(
    Path project,
    Path out,
    Path work,
    List<Long> sizes,
    int runs,
    long secondsEach,
    int heapMegabytesFree,
    List<Integer> heapsMegabytes) {
  public BenchSettings {
    sizes = sizes.stream().sorted().toList();
    heapsMegabytes = List.copyOf(heapsMegabytes);
  }
}

package sluice.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// All other targets in one process, for a short run: starting is what takes long. The first byte
/// of an input says whose it is.
final class AnyFuzz implements FuzzTarget {
  private static List<FuzzTarget> targets() {
    return Arrays.stream(FuzzTargets.values())
        .filter(target -> target != FuzzTargets.ANY)
        .map(FuzzTargets::target)
        .toList();
  }

  @Override
  public List<byte[]> seeds() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    List<FuzzTarget> targets = targets();
    for (int i = 0; i < targets.size(); i++) {
      for (byte[] seed : targets.get(i).seeds()) {
        byte[] marked = new byte[1 + seed.length];
        marked[0] = (byte) i;
        System.arraycopy(seed, 0, marked, 1, seed.length);
        seeds.add(marked);
      }
    }
    return seeds;
  }

  @Override
  public void check(byte[] input, Path folder) throws Exception {
    List<FuzzTarget> targets = targets();
    if (input.length > 0 && (input[0] & 0xFF) < targets.size()) {
      targets.get(input[0]).check(Arrays.copyOfRange(input, 1, input.length), folder);
    }
  }
}

package sluice.bench.gate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Compares what contenders wrote for one document. Reads each different output once.
public final class Gate {
  private final Map<String, String> textByBytes = new HashMap<>();
  private final Map<String, String> proofs = new LinkedHashMap<>();

  /// Outputs that differ, or counts that do.
  public static final class DifferentOutputs extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DifferentOutputs(String message) {
      super(message);
    }
  }

  /// Notes what a contender wrote and counted.
  ///
  /// @param counts must be the same for all contenders
  /// @return the digest of the output's text
  public String add(String contender, Path output, String counts) throws IOException {
    String bytes = JsonDigest.ofBytes(output);
    String text = textByBytes.get(bytes);
    if (text == null) {
      text = JsonDigest.ofText(output);
      textByBytes.put(bytes, text);
    }
    proofs.put(contender, text + ", " + counts);
    return text;
  }

  /// Fails unless all that was noted is equal.
  public void check(String where) {
    if (proofs.values().stream().distinct().count() > 1) {
      throw new DifferentOutputs("outputs differ, " + where + ": " + proofs);
    }
  }
}

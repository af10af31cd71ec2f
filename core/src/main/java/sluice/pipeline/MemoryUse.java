package sluice.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// How much memory the process has taken, from the system where it tells.
public final class MemoryUse {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String PEAK = "VmHWM:";
  private static final String NOW = "VmRSS:";

  private MemoryUse() {}

  /// Peak resident set of this process in bytes; 0 where the system does not tell.
  public static long residentPeakBytes() {
    return status(PEAK);
  }

  /// Resident set of this process now, in bytes; 0 where the system does not tell. Takes some tens
  /// of microseconds.
  public static long residentBytes() {
    return status(NOW);
  }

  private static long status(String key) {
    if (!Files.isReadable(STATUS)) {
      return 0;
    }
    try {
      for (String line : Files.readAllLines(STATUS, StandardCharsets.US_ASCII)) {
        if (line.startsWith(key)) {
          String number = line.substring(key.length()).replace("kB", "").strip();
          return Long.parseLong(number) * 1024;
        }
      }
    } catch (IOException e) {
      return 0;
    }
    return 0;
  }

  /// Heap in use without garbage, in bytes: collects it, which takes 5 to 30 ms.
  @SuppressWarnings("CallToSystemGc") // the only way to know
  public static long heapLiveBytes() {
    System.gc();
    return heapUsedBytes();
  }

  /// Heap in use now, garbage included, in bytes.
  public static long heapUsedBytes() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}

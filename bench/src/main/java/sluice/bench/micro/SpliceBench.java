package sluice.bench.micro;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import sluice.emit.OrderedSplices;
import sluice.emit.SpliceBatch;
import sluice.emit.SplicedCopy;

/// What do splices cost on top of a copy? One operation writes a file of 11 MB: without splices,
/// with one every 1,000 bytes as they come, and with the same behind one open slot, as when a
/// document's keys are in another order.
///
/// `bench/run micro --only SpliceBench`
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SpliceBench {
  private static final int DISTANCE_BYTES = 1_000;
  private static final byte[] TEXT = {'1', '2', '3', '4'};

  private final Path folder = temporaryFolder();
  private final Path source = folder.resolve("source");
  private final Path target = folder.resolve("target");
  private final SpliceBatch splices = new SpliceBatch();

  /// Makes the file and its splices.
  public SpliceBench() {
    byte[] document = Fixture.document();
    try {
      Files.write(source, document);
    } catch (IOException e) {
      throw new UncheckedIOException("a temporary file cannot be written", e);
    }
    for (int at = DISTANCE_BYTES; at + TEXT.length < document.length; at += DISTANCE_BYTES) {
      splices.add(at, TEXT.length, TEXT);
    }
  }

  /// Removes the files.
  @TearDown
  public void remove() throws IOException {
    Files.deleteIfExists(target);
    Files.delete(source);
    Files.delete(folder);
  }

  /// Nothing to change.
  @Benchmark
  public long copy() throws IOException {
    return written(0, false);
  }

  /// Splices in the order of the document.
  @Benchmark
  public long splicesInOrder() throws IOException {
    return written(splices.count(), false);
  }

  /// Splices that wait for an earlier place.
  @Benchmark
  public long splicesBehindSlot() throws IOException {
    return written(splices.count(), true);
  }

  private long written(int count, boolean behindSlot) throws IOException {
    try (FileChannel in = FileChannel.open(source, StandardOpenOption.READ);
        FileChannel out =
            FileChannel.open(
                target,
                StandardOpenOption.WRITE,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
      SplicedCopy copy = new SplicedCopy(in, out);
      try (OrderedSplices ordered = new OrderedSplices(copy, folder)) {
        if (behindSlot) {
          ordered.openSlot();
        }
        ordered.add(splices, 0, count);
        if (behindSlot) {
          ordered.closeSlot(splices, 0, 0);
        }
        ordered.finish();
      }
      return copy.bytesWritten();
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("sluice-bench-");
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder can be made", e);
    }
  }
}

package sluice.bench.micro;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import sluice.json.JsonLimits;
import sluice.json.JsonScanner;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// How fast is a document scanned, everything checked and nothing kept, beside Jackson's streaming
/// parser? One operation is the 11 MB document of [Fixture].
///
/// `bench/run micro --only ScannerBench`
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ScannerBench {
  private final byte[] document = Fixture.document();
  private final JsonFactory jackson = new JsonFactory();

  /// Sluice's own scanner.
  @Benchmark
  public long scanner() {
    JsonScanner scanner =
        new JsonScanner(new ByteArrayInputStream(document), "document", JsonLimits.defaults());
    scanner.begin();
    scanner.skipValue();
    scanner.end();
    return scanner.offset();
  }

  /// Jackson's parser.
  @Benchmark
  public long jackson() throws IOException {
    long count = 0;
    try (JsonParser parser =
        jackson.createParser(ObjectReadContext.empty(), new ByteArrayInputStream(document))) {
      while (parser.nextToken() != null) {
        count++;
      }
    }
    return count;
  }
}

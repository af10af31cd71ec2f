package sluice.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/// The product of this checkout.
final class Product {
  private static final Duration TIMEOUT = Duration.ofMinutes(10);

  private Product() {}

  /// Lets the launcher build and prepare its cache before anything is measured.
  static void prepare(BenchSettings settings) throws IOException, InterruptedException {
    Files.createDirectories(settings.work());
    String launcher = settings.project().resolve("sluice").toString();
    ProcessProbe.Outcome outcome =
        ProcessProbe.run(List.of(launcher, "--version"), null, settings.work(), TIMEOUT);
    if (!outcome.succeeded()) {
      throw new IOException("the product cannot be built: " + outcome.talk());
    }
  }
}

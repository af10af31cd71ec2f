package sluice.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// RFC 9110 section 10.2.3.
final class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private static Optional<Duration> of(String value) {
    return RetryAfter.of(
        HttpHeaders.of(Map.of("Retry-After", List.of(value)), (_, _) -> true), NOW);
  }

  @Test
  void seconds() {
    assertEquals(Optional.of(Duration.ofSeconds(35)), of("35"));
    assertEquals(Optional.of(Duration.ZERO), of(" 0 "));
    assertEquals(Optional.of(Duration.ofSeconds(999_999_999)), of("999999999"));
  }

  @Test
  void dates() {
    assertEquals(Optional.of(Duration.ofSeconds(55)), of("Fri, 02 Jan 2026 03:05:00 GMT"));
    assertEquals(Optional.of(Duration.ZERO), of("Thu, 01 Jan 2026 03:05:00 GMT"));
  }

  @Test
  void anythingElse_saysNothing() {
    assertEquals(Optional.empty(), of("-1"));
    assertEquals(Optional.empty(), of("soon"));
    assertEquals(Optional.empty(), of("99999999999999999999"));
    assertEquals(Optional.empty(), RetryAfter.of(HttpHeaders.of(Map.of(), (_, _) -> true), NOW));
  }
}

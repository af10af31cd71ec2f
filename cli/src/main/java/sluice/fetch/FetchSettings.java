package sluice.fetch;

import java.time.Duration;

/// How long anything may take, and how often it is tried.
///
/// @param connectTime until a connection stands
/// @param answerTime until an answer begins; Figma itself gives up on large files after about a
///   minute
/// @param stallTime without a byte in the middle of an answer
/// @param triesMax how often one thing is asked for when Figma or the network fails
/// @param firstPause before the second try; each further pause is twice as long, and a random part
///   of it is left out
/// @param pauseMax no pause is longer
/// @param waitMax how long one request may be made to wait by the rate limit, all its waits
///   together
public record FetchSettings(
    Duration connectTime,
    Duration answerTime,
    Duration stallTime,
    int triesMax,
    Duration firstPause,
    Duration pauseMax,
    Duration waitMax) {
  /// What `--max-wait` is unless given.
  public static final int WAIT_MAX_SECONDS = 120;

  /// The settings used unless a test or an option says otherwise.
  public static final FetchSettings DEFAULT =
      new FetchSettings(
          Duration.ofSeconds(20),
          Duration.ofSeconds(180),
          Duration.ofSeconds(60),
          5,
          Duration.ofMillis(500),
          Duration.ofSeconds(30),
          Duration.ofSeconds(WAIT_MAX_SECONDS));

  public FetchSettings {
    if (triesMax < 1) {
      throw new IllegalArgumentException("triesMax is less than 1: " + triesMax);
    }
  }

  /// The same settings with another bound on waiting.
  public FetchSettings waitMax(Duration bound) {
    return new FetchSettings(
        connectTime, answerTime, stallTime, triesMax, firstPause, pauseMax, bound);
  }
}

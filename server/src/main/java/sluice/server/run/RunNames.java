package sluice.server.run;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/// Names for runs that sort by when they began: the second, then four characters, of which the first
/// two are the millisecond and the others chance. Of one process no two names are of the same
/// millisecond. Safe for use by several threads.
final class RunNames {
  /// What a name looks like.
  static final Pattern FORM = Pattern.compile("\\d{8}-\\d{6}-[a-z2-7]{4}");

  /// As base 32 of RFC 4648 in small letters, in the order in which text sorts.
  private static final String ALPHABET = "234567abcdefghijklmnopqrstuvwxyz";

  private static final int BITS = 5;

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private long last = Long.MIN_VALUE;

  RunNames(InstantSource clock) {
    this.clock = clock;
  }

  /// A name that sorts behind all that were given before, also when the clock is put back.
  synchronized String next() {
    last = Math.max(clock.millis(), last + 1);
    Instant time = Instant.ofEpochMilli(last);
    int millis = (int) Math.floorMod(last, 1000L);
    String name = SECOND.format(time) + "-" + at(millis >> BITS) + at(millis);
    return name + chance(2);
  }

  /// Characters nobody can guess.
  String chance(int chars) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < chars; i++) {
      text.append(at(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  private static char at(int value) {
    return ALPHABET.charAt(value & ((1 << BITS) - 1));
  }
}

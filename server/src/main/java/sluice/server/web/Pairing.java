package sluice.server.web;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.function.LongSupplier;
import sluice.server.frame.FrameException;
import sluice.server.frame.FrameFault;
import sluice.server.run.Secrets;

/// The code that tells the server that the person at the plugin is the one at the terminal: 40 bits
/// of chance, made anew at each start. Safe for use by several threads.
public final class Pairing {
  /// Wrong codes after which the server takes none for a while.
  static final int WRONG_MAX = 5;

  static final long PAUSE_NANOS = 60L * 1_000_000_000;

  // Without 0, 1, I and O, which are mistaken for each other.
  private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int GROUP_CHARS = 4;

  private final String code;
  private final LongSupplier nanos;
  private int wrongCount;
  private long closedUntil;
  private boolean closed;

  public Pairing() {
    this(newCode(), System::nanoTime);
  }

  Pairing(String code, LongSupplier nanos) {
    this.code = code;
    this.nanos = nanos;
  }

  private static String newCode() {
    SecureRandom random = new SecureRandom();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 2 * GROUP_CHARS; i++) {
      text.append(i == GROUP_CHARS ? "-" : "");
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  /// The code for people, such as `ABCD-EFGH`.
  public String code() {
    return code;
  }

  /// Checks a code; small letters, blanks and a missing hyphen do not matter.
  ///
  /// @throws FrameException `pairing-wrong`, `pairing-later`
  public synchronized void check(String given) throws FrameException {
    if (closed && nanos.getAsLong() - closedUntil < 0) {
      throw new FrameException(
          FrameFault.PAIRING_LATER,
          "there were too many wrong pairing codes",
          "wait a minute, then give the code the server shows");
    }
    closed = false;
    String plain = given.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
    if (Secrets.same(code.replace("-", ""), plain)) {
      wrongCount = 0;
      return;
    }
    if (++wrongCount >= WRONG_MAX) {
      wrongCount = 0;
      closed = true;
      closedUntil = nanos.getAsLong() + PAUSE_NANOS;
    }
    throw new FrameException(
        FrameFault.PAIRING,
        "the pairing code is wrong",
        "give the code that sluice serve shows on the terminal and on its page; it is a new one"
            + " after each start");
  }
}

package sluice.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import sluice.server.frame.FrameException;
import sluice.server.frame.FrameFault;

/// How often a code may be wrong.
final class PairingTest {
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final Pairing pairing = new Pairing("ABCD-EFGH", nanos::get);

  private FrameFault fault(String code) {
    return assertThrows(FrameException.class, () -> pairing.check(code)).fault();
  }

  @Test
  void fiveWrongOnes_closeTheDoorForAMinute() throws Exception {
    for (int i = 0; i < Pairing.WRONG_MAX; i++) {
      assertEquals(FrameFault.PAIRING, fault("ABCD-EFGJ"));
    }
    assertEquals(FrameFault.PAIRING_LATER, fault("ABCD-EFGH"));
    nanos.addAndGet(Pairing.PAUSE_NANOS - 1);
    assertEquals(FrameFault.PAIRING_LATER, fault("ABCD-EFGH"));
    nanos.addAndGet(1);
    pairing.check("ABCD-EFGH");
  }

  @Test
  void aRightOne_forgetsTheWrongOnes() throws Exception {
    for (int i = 0; i < 3 * Pairing.WRONG_MAX; i++) {
      assertEquals(FrameFault.PAIRING, fault(""));
      pairing.check("abcd efgh");
    }
  }

  @Test
  void newCodes_areOfLettersThatCannotBeMistaken() {
    for (int i = 0; i < 100; i++) {
      String code = new Pairing().code();
      assertTrue(code.matches("[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}"), code);
    }
  }
}

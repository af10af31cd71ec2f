package sluice.resolve.penpot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class HexRgbaTest {
  @Test
  void hexInsideRgba_becomesChannels_whereverItStands() {
    assertEquals(
        "0 0 1px rgba(255, 0, 0, 0.5), rgba(17, 34, 51, .5%)",
        HexRgba.expand("0 0 1px rgba(#ff0000, 0.5), rgba( #123 ,.5% )"));
  }

  @Test
  void whatIsNoHex_staysAsItIs() {
    assertEquals("rgba(#ggg, 1)", HexRgba.expand("rgba(#ggg, 1)"));
    assertEquals("rgba(#fff, 1.2.%.!)", HexRgba.expand("rgba(#fff, 1.2.%.!)"));
  }
}

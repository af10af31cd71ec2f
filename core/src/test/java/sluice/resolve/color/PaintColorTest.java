package sluice.resolve.color;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tokens Studio, colours to paint.
final class PaintColorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "#",
        "#ggg",
        " #fff",
        "#fff ",
        "rgb",
        "rgb(",
        "rgb(1,2)",
        "rgb(255 0 0)",
        "hsl(210 50% 50%)",
        "rgba(1,2,3,x)",
        "16px",
        "{color.missing}",
        "Rgb(1.5,2,3)",
        "HSL(10,101%,50%)"
      })
  void textThatIsNoColour_isNull(String text) {
    assertNull(PaintColor.parse(text));
  }

  @Test
  void unreadableOklch_isOpaqueBlack() {
    assertEquals(new Rgba(0, 0, 0, 1), PaintColor.parse("oklch(none 0 0)"));
  }

  @Test
  void percentSignsVanishFromHsl() {
    assertEquals(PaintColor.parse("hsl(231, 39%, 31%)"), PaintColor.parse("hsl(23%1, 3%9%, 31)"));
  }

  @Test
  void rgbChannelsAreNotClipped() {
    assertEquals(new Rgba(2, 0, -1, 1), PaintColor.parse("rgb(510, 0, -255)"));
  }

  @Test
  void opacityIsRoundedHalfUpInDecimal() {
    assertEquals(new Rgba(0, 0, 0, 0.01), PaintColor.parse("rgba(0,0,0,0.005)"));
    assertEquals(new Rgba(0, 0, 0, 0.29), PaintColor.parse("rgba(0,0,0,0.285)"));
    assertEquals(new Rgba(0, 0, 0, 0), PaintColor.parse("rgba(0,0,0,0.0000001)"));
  }

  @Test
  void everyNamedColourIsFoundByBothReaders() {
    for (String name : new String[] {"aliceblue", "GREY", "rebeccapurple", "yellowgreen"}) {
      assertEquals(CssColorNames.exactly(name), CssColorNames.bySlot(name), name);
    }
  }
}

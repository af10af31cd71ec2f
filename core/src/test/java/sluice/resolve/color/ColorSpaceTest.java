package sluice.resolve.color;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// CSS Color 4: conversion, syntax and gamut mapping. Random tests print their seed.
final class ColorSpaceTest {
  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @ParameterizedTest
  @EnumSource(ColorSpace.class)
  void everySpaceConvertsThereAndBack(ColorSpace space) {
    for (int i = 0; i < 500; i++) {
      Triple rgb = new Triple(random.nextDouble(), random.nextDouble(), random.nextDouble());

      Triple back =
          ColorConversion.convert(
              ColorConversion.convert(rgb, ColorSpace.SRGB, space), space, ColorSpace.SRGB);

      // The published matrices of Oklab are inverses to about seven digits only.
      double tolerance = 1e-5;
      assertEquals(rgb.x(), back.x(), tolerance, () -> "seed " + seed);
      assertEquals(rgb.y(), back.y(), tolerance, () -> "seed " + seed);
      assertEquals(rgb.z(), back.z(), tolerance, () -> "seed " + seed);
    }
  }

  @Test
  void writingInSrgbLosesNothing() {
    for (int i = 0; i < 2000; i++) {
      String hex = "#" + Integer.toHexString(0x1000000 | random.nextInt(0x1000000)).substring(1);
      EightBitColor color = EightBitColor.parse(hex);

      String written = ColorModification.modify(hex, "alpha", 1, "srgb", null);

      assertEquals(color, EightBitColor.parse(written), () -> "seed " + seed + ": " + hex);
    }
  }

  @Test
  void gamutMapping_alwaysEndsInside() {
    for (int i = 0; i < 500; i++) {
      SpaceColor lch =
          new SpaceColor(
              ColorSpace.LCH,
              new Triple(
                  random.nextDouble() * 120, random.nextDouble() * 250, random.nextDouble() * 360),
              1);

      SpaceColor mapped = GamutMapping.map(lch.to(ColorSpace.SRGB));

      assertTrue(GamutMapping.isInside(mapped), () -> "seed " + seed + ": " + lch);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "#abc|0.666667|0.733333|0.8|1",
        "#abcd|0.666667|0.733333|0.8|0.866667",
        "Red|1|0|0|1",
        "transparent|0|0|0|0",
        "rgb(255 0 0 / 50%)|1|0|0|0.5",
        "rgb(20%, 40%, 60%)|0.2|0.4|0.6|1",
        "rgba(51, 102, 153, .5)|0.2|0.4|0.6|0.5",
        "hsl(120deg 100% 25%)|0|0.5|0|1",
        "hwb(0 20% 40%)|0.6|0.2|0.2|1",
        "lab(100 0 0)|1|1|1|1",
        "color(srgb 0.1 0.2 0.3 / 0.4)|0.1|0.2|0.3|0.4",
        "color(xyz 0 0 0)|0|0|0|1"
      })
  void cssTextIsRead(String text, double red, double green, double blue, double alpha) {
    SpaceColor color = CssColorSyntax.parse(text);

    assertNotNull(color);
    SpaceColor srgb = color.to(ColorSpace.SRGB);
    assertEquals(red, srgb.x(), 1e-5);
    assertEquals(green, srgb.y(), 1e-5);
    assertEquals(blue, srgb.z(), 1e-5);
    assertEquals(alpha, srgb.alpha(), 1e-5);
  }

  @Test
  void differenceIsZeroForTheSameColour_andLargeForBlackAndWhite() {
    SpaceColor white = new SpaceColor(ColorSpace.SRGB, new Triple(1, 1, 1), 1);
    SpaceColor black = new SpaceColor(ColorSpace.SRGB, new Triple(0, 0, 0), 1);

    assertEquals(0, DeltaE2000.between(white, white));
    assertEquals(100, DeltaE2000.between(white, black), 0.01);
  }

  @Test
  void spacesAreFoundByIdInAnyCase_butNotByUnknownIds() {
    assertEquals(ColorSpace.SRGB, ColorSpace.byId("sRGB"));
    assertEquals(ColorSpace.XYZ_D65, ColorSpace.byId("xyz"));
    assertNull(ColorSpace.byId("nope"));
  }
}

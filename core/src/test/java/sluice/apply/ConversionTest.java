package sluice.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ConversionTest {
  @Test
  void weightOfAStyleName() {
    assertEquals(600, FontWeight.ofStyle("Semi Bold Italic"));
    assertEquals(600, FontWeight.ofStyle("semibold"));
    assertEquals(400, FontWeight.ofStyle("Italic"));
    assertEquals(FontWeight.UNKNOWN, FontWeight.ofStyle("Condensed"));
  }

  @Test
  void dashesDependOnTheExactWidth() {
    assertEquals("3.0 2.0", dashes("dashed", 1));
    assertEquals("6.0 3.0", dashes("dashed", 3));
    assertEquals("10.0 10.0", dashes("dashed", 1.5));
    assertEquals("10.0 10.0", dashes("dashed", Double.NaN));
    assertEquals("0.0 0.0", dashes("dotted", 1));
  }

  private static String dashes(String style, double width) {
    double[] pattern = DashPattern.of(style, width);
    return pattern[0] + " " + pattern[1];
  }
}

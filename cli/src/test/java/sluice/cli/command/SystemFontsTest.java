package sluice.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SystemFontsTest {
  @Test
  void everyFamilyOfALine_hasEveryStyleOfIt() {
    Map<String, List<String>> fonts =
        SystemFonts.parse(
            List.of(
                "DejaVu Sans:style=Bold",
                "DejaVu Sans:style=Book",
                "Noto Sans,Noto Sans Bold:style=Bold,Regular"));

    assertEquals(
        Map.of(
            "DejaVu Sans", List.of("Bold", "Book"),
            "Noto Sans", List.of("Bold", "Regular"),
            "Noto Sans Bold", List.of("Bold", "Regular")),
        fonts);
  }

  @Test
  void familiesAreEscaped_asPatternsOfFontconfigAre() {
    assertEquals("A\\-B\\,\\ C1é", SystemFonts.escaped("A-B, C1é"));
  }

  @Test
  void escapedCharacters_areTakenAsTheyAre() {
    assertEquals(
        Map.of("A-B, C", List.of("Light")), SystemFonts.parse(List.of("A\\-B\\, C:style=Light")));
  }

  @Test
  void familyWithoutStyle_hasNone() {
    assertEquals(Map.of("Plain", List.of()), SystemFonts.parse(List.of("Plain")));
  }
}

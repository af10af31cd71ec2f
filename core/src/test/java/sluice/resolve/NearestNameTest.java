package sluice.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NearestNameTest {

  @Test
  void nearestName_isFound() {
    List<String> names = List.of("color.brand.50", "color.brand.500", "size.500");

    assertEquals(Optional.of("color.brand.500"), NearestName.find("color.brand.600", names));
    assertEquals(Optional.of("color.brand.50"), NearestName.find("color.bradn.50", names));
  }

  @Test
  void differenceInCase_isNearerThanOtherLetters() {
    assertEquals(
        Optional.of("Color.Red"),
        NearestName.find("color.red", List.of("color.reds", "Color.Red")));
  }

  @Test
  void nothingNear_isNoSuggestion() {
    assertEquals(Optional.empty(), NearestName.find("color.red", List.of("spacing.md", "x")));
    assertEquals(Optional.empty(), NearestName.find("a", List.of("b", "xyz")));
    assertEquals(Optional.empty(), NearestName.find("", List.of("a")));
    assertEquals(Optional.empty(), NearestName.find("a", List.of()));
  }

  @Test
  void ofEquallyNearNames_theFirstByItsLettersIsFoundInAnyOrder() {
    assertEquals(Optional.of("size.b"), NearestName.find("size.a", List.of("size.b", "size.c")));
    assertEquals(Optional.of("size.b"), NearestName.find("size.a", List.of("size.c", "size.b")));
    assertEquals(Optional.of("t0"), NearestName.find("t10", List.of("t1", "t5", "t9", "t0")));
  }
}

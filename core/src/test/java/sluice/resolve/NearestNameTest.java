package sluice.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
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

  @Test
  void ofManyNames_theOneAnObviousSearchFinds() {
    Random random = new Random(1);
    for (int round = 0; round < 4_000; round++) {
      String name = word(random);
      List<String> names = Stream.generate(() -> word(random)).limit(6).toList();

      assertEquals(obvious(name, names), NearestName.find(name, names), name + " in " + names);
    }
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int length = random.nextInt(9); length > 0; length--) {
      word.append("abcABé.É1[{".charAt(random.nextInt(11)));
    }
    return word.toString();
  }

  /// Every distance, whole, in quarters of an edit.
  private static Optional<String> obvious(String name, List<String> names) {
    int most = Math.max(8, name.length() * 4 / 3);
    return names.stream()
        .filter(other -> !name.isEmpty() && distance(name, other) <= most)
        .filter(other -> distance(name, other) > 0 && distance(name, other) < other.length() * 4)
        .min(
            Comparator.<String>comparingInt(other -> distance(name, other))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static int distance(String one, String other) {
    int[][] costs = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        costs[i][j] = i == 0 || j == 0 ? 4 * (i + j) : Integer.MAX_VALUE;
        if (i > 0 && j > 0) {
          String left = one.substring(i - 1, i);
          String right = other.substring(j - 1, j);
          int replaced = left.equals(right) ? 0 : left.equalsIgnoreCase(right) ? 1 : 4;
          costs[i][j] =
              Math.min(
                  costs[i - 1][j - 1] + replaced, Math.min(costs[i - 1][j], costs[i][j - 1]) + 4);
        }
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          costs[i][j] = Math.min(costs[i][j], costs[i - 2][j - 2] + 4);
        }
      }
    }
    return costs[one.length()][other.length()];
  }
}

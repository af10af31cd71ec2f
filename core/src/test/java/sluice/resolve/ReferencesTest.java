package sluice.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tokens Studio, references, syntax; its facts are in [ResolveVectors].
final class ReferencesTest {

  @Test
  void threeLevels_matchTheInnerTwo() {
    assertEquals(List.of("b{c}"), names("{a{b{c}}}"));
  }

  @Test
  void unclosedBrace_isPlainText() {
    assertEquals(List.of("b"), names("{a {b}"));
    assertEquals(List.of(), names("{a"));
    assertEquals(List.of(), names("a}"));
  }

  @Test
  void dollarRun_endsAtItsLastWordCharacter() {
    assertEquals(List.of("a.b"), names("($a.b)"));
    assertEquals(List.of("100"), names("$100 off"));
    assertEquals(List.of("a{b"), names("$a{b}"));
    assertEquals(List.of(), names("$ä $a $-"));
  }

  @Test
  void positions_areThoseOfTheText() {
    assertEquals(
        List.of(new Reference("{a}", "a", 1, 4), new Reference("$bb", "bb", 5, 8)),
        References.find("x{a} $bb"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "$", "{}{", "$!", "{a", "}", "{{", "$a{"})
  void scan_isLinear(String piece) {
    String text = piece.repeat(400_000);

    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> References.find(text));
  }

  private static List<String> names(String text) {
    return References.find(text).stream().map(Reference::name).toList();
  }
}

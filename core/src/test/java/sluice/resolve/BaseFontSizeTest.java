package sluice.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.token.TokenJson;

/// Tokens Studio, numbers and units: base font size.
final class BaseFontSizeTest {
  private final ResolvedTokens tokens =
      TokenResolver.resolve(
          List.of(
              TokenJson.text("base", "{size} * 2"),
              TokenJson.text("size", "9px"),
              TokenJson.text("word", "big")));
  private final ProblemTally problems = new ProblemTally();

  @ParameterizedTest
  @CsvSource({"16, 16", "18px, 18", "1.5e1, 15", "{base}, 18", "$base, 18", "{size} + {size}, 18"})
  void number_isUsed(String setting, double pixels) {
    assertEquals(pixels, BaseFontSize.of(setting, tokens, List.of("core"), problems));
    assertTrue(problems.isEmpty());
  }

  @Test
  void whatIsNoNumber_isReportedAndTheDefaultUsed() {
    assertEquals(16, BaseFontSize.of("{word}", tokens, List.of("core"), problems));
    assertEquals(16, BaseFontSize.of("", tokens, List.of("core"), problems));
    assertEquals(16, BaseFontSize.of("{gone}", tokens, List.of("core"), problems));

    assertEquals(2, problems.counts().get(ProblemCode.VALUE_INVALID));
    assertEquals(1, problems.counts().get(ProblemCode.TOKEN_MISSING));
  }
}

package sluice.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

final class AccessTokenTest {
  private static ProblemCode refused(Map<String, String> environment) {
    SluiceException e = assertThrows(SluiceException.class, () -> AccessToken.of(environment));
    assertFalse(e.problem().render().contains("secret"), e.problem().render());
    return e.problem().code();
  }

  @Test
  void personalToken_hasItsOwnHeader() {
    AccessToken token = AccessToken.of(Map.of("FIGMA_TOKEN", " secret\n"));

    assertEquals("X-Figma-Token", token.headerName());
    assertEquals("secret", token.headerValue());
    assertFalse(token.toString().contains("secret"));
  }

  @Test
  void oauthToken_isABearer() {
    AccessToken token = AccessToken.of(Map.of("FIGMA_OAUTH_TOKEN", "secret"));

    assertEquals("Authorization", token.headerName());
    assertEquals("Bearer secret", token.headerValue());
  }

  @Test
  void noToken_orABlankOne_isMissing() {
    assertEquals(ProblemCode.ACCESS_TOKEN_MISSING, refused(Map.of()));
    assertEquals(ProblemCode.ACCESS_TOKEN_MISSING, refused(Map.of("FIGMA_TOKEN", " ")));
  }

  @Test
  void twoTokens_orOneThatCannotBe_areRefused() {
    assertEquals(
        ProblemCode.OPTION_INVALID,
        refused(Map.of("FIGMA_TOKEN", "secret", "FIGMA_OAUTH_TOKEN", "secret")));
    assertEquals(ProblemCode.OPTION_INVALID, refused(Map.of("FIGMA_TOKEN", "secret\nX: y")));
    assertEquals(ProblemCode.OPTION_INVALID, refused(Map.of("FIGMA_TOKEN", "secret".repeat(999))));
  }
}

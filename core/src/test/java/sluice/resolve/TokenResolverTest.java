package sluice.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sluice.token.Token;
import sluice.token.TokenValue;

/// Tokens Studio, references, algorithm; its facts are in [ResolveVectors].
final class TokenResolverTest {

  @Test
  void nullPart_isKept() {
    TokenValue.Parts composite = new TokenValue.Parts(Map.of("a", new TokenValue.Nothing()));

    ResolvedToken token =
        TokenResolver.resolve(List.of(new Token("t", null, composite, null, null, "core", null)))
            .find("t");

    assertNotNull(token);
    assertEquals(composite, token.value());
    assertNull(token.problem());
  }
}

package sluice.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sluice.testkit.vector.Vectors;
import sluice.token.Token;
import sluice.token.TokenJson;
import sluice.token.TokenValue;

/// What must hold for every library.
final class ResolverPropertyTest {
  private static final int SEED = 20_250;

  private static List<Token> realistic() {
    return TokenJson.tokens(Vectors.load("resolution/random").root().get("tokens"), "core");
  }

  @Test
  void orderOfTokens_changesNoResolvedValue() {
    List<Token> tokens = realistic();
    ResolvedTokens expected = TokenResolver.resolve(tokens);
    Random random = new Random(SEED);
    for (int round = 0; round < 10; round++) {
      List<Token> shuffled = new ArrayList<>(tokens);
      Collections.shuffle(shuffled, random);

      ResolvedTokens resolved = TokenResolver.resolve(shuffled);

      for (ResolvedToken token : expected.all()) {
        ResolvedToken other = resolved.find(token.name());
        assertNotNull(other);
        assertEquals(token.failed(), other.failed(), token.name());
        if (!token.failed()) {
          assertEquals(token.value(), other.value(), token.name());
        }
      }
    }
  }

  @Test
  void resolvingWhatIsResolved_changesNothing() {
    List<Token> once = new ArrayList<>();
    for (ResolvedToken token : TokenResolver.resolve(realistic()).all()) {
      if (!token.failed()) {
        once.add(new Token(token.name(), null, token.value(), null, null, "core", null));
      }
    }

    for (ResolvedToken twice : TokenResolver.resolve(once).all()) {
      assertEquals(twice.token().value(), twice.value(), twice.name());
    }
  }

  @Test
  void sameLibrary_givesEqualResults() {
    assertEquals(
        TokenResolver.resolve(realistic()).all(), TokenResolver.resolve(realistic()).all());
  }

  @Test
  void everyLibrary_resolvesAsTheRecursiveRulesSay() {
    for (int round = 0; round < 3_000; round++) {
      List<Token> tokens = library(new Random(SEED + round));
      RecursiveResolver opponent = new RecursiveResolver(tokens);

      ResolvedTokens resolved = TokenResolver.resolve(tokens);

      for (int i = 0; i < tokens.size(); i++) {
        RecursiveResolver.Result expected = opponent.resolve(tokens.get(i));
        ResolvedToken token = resolved.all().get(i);
        String where = "seed " + (SEED + round) + ", " + token.name() + " of " + tokens;
        assertEquals(expected.value(), token.value(), where);
        assertEquals(expected.failed(), token.failed(), where);
        assertEquals(expected.failed(), token.problem() != null, where);
      }
    }
  }

  /// A few tokens that refer to each other every which way, cycles and missing ones included.
  private static List<Token> library(Random random) {
    List<Token> tokens = new ArrayList<>();
    int count = 2 + random.nextInt(8);
    for (int i = 0; i < count; i++) {
      tokens.add(new Token("t" + i, null, value(random, count, 2), null, null, "core", null));
    }
    return tokens;
  }

  private static TokenValue value(Random random, int count, int depth) {
    int kind = random.nextInt(depth == 0 ? 7 : 10);
    if (kind == 8) {
      return new TokenValue.Many(
          List.of(value(random, count, depth - 1), value(random, count, depth - 1)));
    }
    if (kind == 9) {
      Map<String, TokenValue> parts = new LinkedHashMap<>();
      for (String name : List.of("a", "b")) {
        parts.put(name, value(random, count, depth - 1));
      }
      return new TokenValue.Parts(parts);
    }
    return switch (kind) {
      case 0 -> new TokenValue.Num(random.nextInt(5));
      case 1 -> new TokenValue.Bool(random.nextBoolean());
      default -> {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
          text.append(piece(random, count));
        }
        yield new TokenValue.Text(text.toString());
      }
    };
  }

  private static String piece(Random random, int count) {
    String name = "t" + random.nextInt(count + 1);
    return switch (random.nextInt(9)) {
      case 0, 1, 2, 3 -> "{" + name + "}";
      case 4 -> " $" + name + " ";
      case 5 -> "{" + name + ".a}";
      case 6 -> " + ";
      case 7 -> "4px";
      default -> " x";
    };
  }
}

package sluice.server.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import sluice.TokenValues;
import sluice.resolve.ResolvedToken;

/// The values a run goes by from its start to its end.
///
/// @param values every token with its value
/// @param digest the same for the same values, so that a run does not go on with others
public record RunTokens(TokenValues values, String digest) {

  /// Values and their digest.
  public static RunTokens of(TokenValues values) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      put(digest, String.valueOf(values.baseFontSizePx()));
      put(digest, String.join("\n", values.setOrder()));
      for (ResolvedToken token : values.resolved().all()) {
        put(digest, token.name());
        put(digest, String.valueOf(token.token().type()));
        put(digest, token.failed() + " " + token.value());
      }
      return new RunTokens(values, HexFormat.of().formatHex(digest.digest(), 0, 16));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void put(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }
}

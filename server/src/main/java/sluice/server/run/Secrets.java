package sluice.server.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// Compares secrets in a time that says nothing about where they differ.
public final class Secrets {
  private Secrets() {}

  /// Whether two are the same.
  public static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}

package sluice.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// The style sheet and the script, which are part of the page, and what a browser is told to expect
/// of them: nothing else may run or style anything, and nothing may be loaded.
final class Assets {
  private static final String FOLDER = "/sluice/report/page/";

  private Assets() {}

  static Markup style() {
    return new Markup(text("page.css"));
  }

  static Markup script() {
    return new Markup(text("page.js"));
  }

  /// The policy of a page with one style sheet and one script (Content Security Policy Level 3).
  static String policy(Markup style, Markup script) {
    return "default-src 'none'; style-src '"
        + hash(style.html())
        + "'; script-src '"
        + hash(script.html())
        + "'; base-uri 'none'; form-action 'none'";
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String text(String name) {
    try (InputStream in = Assets.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("the build left out " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

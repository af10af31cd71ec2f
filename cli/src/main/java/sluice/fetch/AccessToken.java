package sluice.fetch;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// The secret that lets requests through. It comes from the environment, goes into one header, and
/// nowhere else: what is shown is passed through [#hide], and [#toString] does not tell it.
public final class AccessToken {
  /// The variable with a personal access token.
  public static final String PERSONAL = "FIGMA_TOKEN";

  /// The variable with a token an OAuth application was given.
  public static final String OAUTH = "FIGMA_OAUTH_TOKEN";

  private static final int SIZE_CHARS_MAX = 4096;

  /// What may stand in a header without being taken for something else (RFC 9110 section 5.5).
  private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]+");

  private final String secret;
  private final boolean personal;

  private AccessToken(String secret, boolean personal) {
    this.secret = secret;
    this.personal = personal;
  }

  /// The token of an environment.
  ///
  /// @throws SluiceException `access-token-missing` without one, `option-invalid` when there are
  ///   two or it cannot be a token
  public static AccessToken of(Map<String, String> environment) {
    String personal = given(environment, PERSONAL);
    String oauth = given(environment, OAUTH);
    if (personal != null && oauth != null) {
      throw new SluiceException(
          Problem.of(ProblemCode.OPTION_INVALID, PERSONAL + " and " + OAUTH + " are both set")
              .advising("unset one of them"));
    }
    if (personal != null) {
      return new AccessToken(checked(personal, PERSONAL), true);
    }
    if (oauth != null) {
      return new AccessToken(checked(oauth, OAUTH), false);
    }
    throw new SluiceException(
        Problem.of(ProblemCode.ACCESS_TOKEN_MISSING, "there is no token to read Figma files with")
            .because("neither " + PERSONAL + " nor " + OAUTH + " is set")
            .advising(
                "make a personal access token with the scope file_content:read in Figma's settings"
                    + " (Security), and set "
                    + PERSONAL
                    + " to it"));
  }

  private static @Nullable String given(Map<String, String> environment, String name) {
    String value = environment.get(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static String checked(String secret, String name) {
    if (secret.length() > SIZE_CHARS_MAX || !VISIBLE.matcher(secret).matches()) {
      throw new SluiceException(
          Problem.of(ProblemCode.OPTION_INVALID, name + " is no token")
              .because("it is too long, or has spaces or other characters no token has")
              .advising("copy the token again"));
    }
    return secret;
  }

  /// The header it goes into.
  String headerName() {
    return personal ? "X-Figma-Token" : "Authorization";
  }

  /// What the header says.
  String headerValue() {
    return personal ? secret : "Bearer " + secret;
  }

  /// A text from elsewhere without the secret, should it be in there.
  String hide(String text) {
    return text.replace(secret, "***");
  }

  @Override
  public String toString() {
    return "a token";
  }
}

package sluice.fetch;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// The key of a Figma file: letters and digits, so that it is safe in a URL and as a file name.
///
/// @param text 22 to 128 of `A-Z`, `a-z`, `0-9`
public record FileKey(String text) {
  /// What a document named by its key begins with.
  public static final String PREFIX = "figma:";

  /// Only needed for documents that are no files, so not made at every start.
  private static final class Syntax {
    static final Pattern KEY = Pattern.compile("[A-Za-z0-9]{22,128}");

    /// The address of a file as the browser shows it. A branch has a key of its own.
    static final Pattern PAGE =
        Pattern.compile(
            "(?:https?://)?(?:www\\.)?figma\\.com/(?:file|design|proto|board)/([^/?#]+)"
                + "(?:/branch/([^/?#]+))?(?:[/?#].*)?",
            Pattern.CASE_INSENSITIVE);
  }

  public FileKey {
    if (!Syntax.KEY.matcher(text).matches()) {
      throw new IllegalArgumentException("no key of a Figma file");
    }
  }

  /// Whether an argument that may also be a file means a Figma file: it begins with `figma:`, or is
  /// an address of the web.
  public static boolean isMeantBy(String argument) {
    String lower = argument.toLowerCase(Locale.ROOT);
    return argument.startsWith(PREFIX)
        || lower.startsWith("https://")
        || lower.startsWith("http://");
  }

  /// Reads a key, alone, after `figma:`, or inside the address of a file or branch at figma.com.
  /// Whatever else the address says, such as `node-id`, is left aside.
  ///
  /// @throws SluiceException `option-invalid`
  public static FileKey parse(String argument) {
    String text = argument.startsWith(PREFIX) ? argument.substring(PREFIX.length()) : argument;
    Matcher page = Syntax.PAGE.matcher(text);
    String key = text;
    if (page.matches()) {
      key = page.group(2) == null ? page.group(1) : page.group(2);
    }
    if (!Syntax.KEY.matcher(key).matches()) {
      throw new SluiceException(
          Problem.of(ProblemCode.OPTION_INVALID, "\"" + argument + "\" is no key of a Figma file")
              .because("a key has 22 to 128 letters and digits")
              .advising(
                  "copy the key, or the whole address, from the browser:"
                      + " https://www.figma.com/design/KEY/…"));
    }
    return new FileKey(key);
  }

  @Override
  public String toString() {
    return PREFIX + text;
  }
}

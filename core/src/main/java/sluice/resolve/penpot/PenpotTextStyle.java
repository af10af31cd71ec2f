package sluice.resolve.penpot;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.token.NumberText;

/// The texts Penpot takes for the case and the decoration of letters, in any case and with blanks
/// around them (`valid-text-decoration` of `common/src/app/common/types/token.cljc`,
/// `parse-sd-token-text-case-value` of `style_dictionary.cljs`).
public final class PenpotTextStyle {
  private static final String STRIKE_THROUGH = "strike-through";
  private static final Set<String> CASES = Set.of("none", "uppercase", "lowercase", "capitalize");
  private static final Set<String> DECORATIONS = Set.of("none", "underline", STRIKE_THROUGH);

  private PenpotTextStyle() {}

  /// `none`, `uppercase`, `lowercase` or `capitalize`, which is what text nodes store under
  /// `textTransform`; null for anything else.
  public static @Nullable String textCase(String text) {
    return oneOf(CASES, text);
  }

  /// `none`, `underline` or `strike-through`; null for anything else, `line-through` included.
  public static @Nullable String decoration(String text) {
    return oneOf(DECORATIONS, text);
  }

  /// What text nodes store under `textDecoration` for a resolved decoration.
  public static String storedDecoration(String decoration) {
    return decoration.equals(STRIKE_THROUGH) ? "line-through" : decoration;
  }

  private static @Nullable String oneOf(Set<String> texts, String written) {
    String text = NumberText.trim(written).toLowerCase(Locale.ROOT);
    return texts.contains(text) ? text : null;
  }
}

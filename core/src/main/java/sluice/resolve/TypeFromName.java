package sluice.resolve;

import java.util.Map;
import java.util.Set;

/// The type of a token that declares none: its first name segment says it (Tokens Studio, type
/// names).
final class TypeFromName {
  private static final String OTHER = "other";

  private static final Map<String, String> SPELLINGS =
      Map.of(
          "color", "color",
          "colors", "color",
          "space", "spacing",
          "spacing", "spacing",
          "size", "sizing",
          "sizing", "sizing");

  private static final Set<String> LITERAL =
      Set.of(
          "boxShadow",
          "borderRadius",
          "borderWidth",
          "opacity",
          "fontFamilies",
          "fontWeights",
          "fontSizes",
          "lineHeights",
          "typography",
          "letterSpacing",
          "paragraphSpacing",
          "composition",
          "border",
          "asset");

  private TypeFromName() {}

  static String of(String name) {
    int dot = name.indexOf('.');
    String segment = dot < 0 ? name : name.substring(0, dot);
    return LITERAL.contains(segment) ? segment : SPELLINGS.getOrDefault(segment, OTHER);
  }
}

package sluice.token.source;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The names token types go by in files, and the one each is known as (Tokens Studio, type names).
final class TypeNames {
  private static final Map<String, String> KNOWN_AS = knownAs();

  private TypeNames() {}

  /// The type's usual name; a type that is none of the known ones is kept as written.
  static String normalise(String type) {
    return KNOWN_AS.getOrDefault(type.toLowerCase(Locale.ROOT), type);
  }

  private static Map<String, String> knownAs() {
    Map<String, String> names = new HashMap<>();
    same(names, "spacing", "space", "spacing");
    same(names, "sizing", "size", "sizing");
    same(names, "borderRadius", "radius", "borderradius");
    same(names, "borderWidth", "width", "borderwidth");
    same(names, "boxShadow", "shadow", "boxshadow");
    same(names, "fontFamilies", "fontfamily", "fontfamilies");
    same(names, "fontWeights", "fontweight", "fontweights");
    same(names, "lineHeights", "lineheight", "lineheights");
    same(names, "fontSizes", "fontsize", "fontsizes");
    same(names, "letterSpacing", "letterspacing");
    same(names, "paragraphSpacing", "paragraphspacing");
    same(names, "paragraphIndent", "paragraphindent");
    return Map.copyOf(names);
  }

  private static void same(Map<String, String> names, String name, String... spellings) {
    for (String spelling : spellings) {
      names.put(spelling, name);
    }
  }
}

package sluice.format.figma.property;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.apply.FontCatalog;
import sluice.apply.FontWeight;
import sluice.json.JsonValue;
import sluice.token.NumberText;

/// A font: family and style, both as Figma spells them.
///
/// @param family such as `Inter`
/// @param style such as `Semi Bold Italic`
record FontChoice(String family, String style) {

  /// The font of a text style; of an older file, which has no style name, the name is made up from
  /// weight and slant. Null when the style says too little.
  static @Nullable FontChoice current(@Nullable JsonValue style) {
    String family = Json.text(Json.member(style, "fontFamily"));
    String name = Json.text(Json.member(style, "fontStyle"));
    if (name == null) {
      double weight = Json.number(Json.member(style, "fontWeight"), 400);
      String plain = FontWeight.candidates(NumberText.of(weight)).getFirst();
      boolean italic = Json.TRUE.equals(Json.member(style, "italic"));
      name = !italic ? plain : plain.equals("Regular") ? "Italic" : plain + " Italic";
    }
    return family == null ? null : new FontChoice(family, name);
  }

  /// The font of a `{family, style}`, or null when it isn't one.
  static @Nullable FontChoice named(@Nullable JsonValue fontName) {
    String family = Json.text(Json.member(fontName, "family"));
    String style = Json.text(Json.member(fontName, "style"));
    return family == null || style == null ? null : new FontChoice(family, style);
  }

  /// `{family, style}`.
  JsonValue json() {
    Map<String, JsonValue> members = LinkedHashMap.newLinkedHashMap(2);
    members.put("family", new JsonValue.Str(family));
    members.put("style", new JsonValue.Str(style));
    return new JsonValue.Obj(members);
  }

  /// The first font there is for a wish (Tokens Studio, text): the words as they are, then every
  /// family of the list with every name of the weight. Null when there is none.
  ///
  /// When fonts are only assumed, the font the text has is better evidence than the order of names,
  /// so it is kept if the wish allows it.
  static @Nullable FontChoice first(
      String family, String weight, FontCatalog fonts, @Nullable FontChoice current) {
    List<String> styles = FontWeight.candidates(weight);
    List<String> families = families(family);
    if (fonts.assumed()
        && current != null
        && styles.contains(current.style())
        && !families.isEmpty()
        && families.getFirst().equals(current.family())) {
      return current;
    }
    if (fonts.exists(family, weight)) {
      return new FontChoice(family, weight);
    }
    for (String candidate : families) {
      for (String style : styles) {
        if (fonts.exists(candidate, style)) {
          return new FontChoice(candidate, style);
        }
      }
    }
    return null;
  }

  /// Families that [#first] may ask the catalogue about for a wish.
  static List<String> asked(String family) {
    List<String> asked = families(family);
    asked.add(family);
    return asked;
  }

  /// Why the answer of [#first] is not to be trusted, or null when it is: a family that comes
  /// before the one chosen could not be looked up.
  static @Nullable String doubt(String family, FontCatalog fonts, @Nullable FontChoice chosen) {
    for (String candidate : asked(family)) {
      if (chosen != null && candidate.equals(chosen.family())) {
        return null;
      }
      String failure = fonts.failure(candidate);
      if (failure != null) {
        return "\"" + candidate + "\" could not be looked up: " + failure;
      }
    }
    return null;
  }

  private static List<String> families(String list) {
    List<String> families = new ArrayList<>(2);
    int start = 0;
    while (start <= list.length()) {
      int comma = list.indexOf(',', start);
      int end = comma < 0 ? list.length() : comma;
      families.add(NumberText.trim(list.substring(start, end).replace("\"", "").replace("'", "")));
      start = end + 1;
    }
    return families;
  }
}

package sluice.token;

import java.util.ArrayList;
import java.util.List;

/// A list of font families in one text, as CSS and token files write it.
public final class FontFamilyList {
  private FontFamilyList() {}

  /// Names between commas, without blanks and quotes around them; commas in quotes are part of a
  /// name. Empty names are left out.
  public static List<String> names(String text) {
    List<String> names = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else {
          name.append(c);
        }
      } else if ((c == '"' || c == '\'')
          && name.toString().isBlank()
          && text.indexOf(c, i + 1) > 0) {
        quote = c;
      } else if (c == ',') {
        add(names, name);
      } else {
        name.append(c);
      }
    }
    add(names, name);
    return names;
  }

  private static void add(List<String> names, StringBuilder name) {
    String stripped = name.toString().strip();
    if (!stripped.isEmpty()) {
      names.add(stripped);
    }
    name.setLength(0);
  }
}

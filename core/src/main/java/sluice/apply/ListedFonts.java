package sluice.apply;

import java.util.Map;
import java.util.Set;

/// The fonts somebody listed, and no others.
///
/// @param stylesByFamily family name to its style names
record ListedFonts(Map<String, Set<String>> stylesByFamily) implements FontCatalog {

  @Override
  public boolean exists(String family, String style) {
    Set<String> styles = stylesByFamily.get(family);
    return styles != null && styles.contains(style);
  }

  @Override
  public boolean assumed() {
    return false;
  }
}
